package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * What the nested compilation needs of the user's class path: the roots of all classes that the nests and the generated
 * sources name, of those that the members of these name, and of the supertypes of all of them.
 *
 * @param roots folders and jars
 * @param inMemory the classes that lie in no such root, by internal name
 */
record ClassPath(Set<Path> roots, Map<String, byte[]> inMemory) {
    private static final Pattern QUALIFIED =
            Pattern.compile("\\b[\\p{javaJavaIdentifierStart}&&[^A-Z]][\\w$]*(?:\\.[\\w$]+)+");

    static ClassPath of(List<StateMachine> machines, Nests nests, ClassFiles files) {
        ClassPath path = new ClassPath(new LinkedHashSet<>(), new HashMap<>());
        Set<String> seen = new HashSet<>();
        Set<String> named = new LinkedHashSet<>(nests.classes().keySet());
        named.add("dev/javait/frame/Frame");
        named.add("dev/javait/Coroutine");
        for (StateMachine machine : machines) named.addAll(namedIn(machine.source()));
        for (String name : nests.classes().keySet())
            files.find(name).ifPresent(found -> named.addAll(References.of(new ClassReader(found.bytes()))));
        Set<String> ofMembers = new LinkedHashSet<>();
        path.addWithSupertypes(named, files, seen, ofMembers);
        path.addWithSupertypes(ofMembers, files, seen, new HashSet<>());
        return path;
    }

    private void addWithSupertypes(Set<String> names, ClassFiles files, Set<String> seen, Set<String> referenced) {
        Deque<String> todo = new ArrayDeque<>(names);
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (!seen.add(name)) continue;
            files.find(name).ifPresent(found -> {
                add(found);
                ClassReader reader = new ClassReader(found.bytes());
                todo.addAll(Supertypes.direct(reader));
                referenced.addAll(References.of(reader));
            });
        }
    }

    private void add(ClassFiles.Found found) {
        if (found.root() == null) inMemory.put(found.name(), found.bytes());
        else roots.add(found.root());
    }

    /** Whatever in {@code source} may be a qualified class name; types whose members are not used are named nowhere else. */
    private static Set<String> namedIn(String source) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = QUALIFIED.matcher(source);
        while (matcher.find()) {
            String[] parts = matcher.group().split("\\.");
            int type = 0;
            while (type < parts.length && !Character.isUpperCase(parts[type].charAt(0))) type++;
            if (type > 0 && type < parts.length) names.add(String.join("/", java.util.Arrays.copyOf(parts, type + 1)));
        }
        return names;
    }
}
