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

/**
 * What the nested compilation needs of the user's class path: the roots of all classes that the nests and the generated
 * sources name, of those that the members of these name, and of the supertypes of all of them.
 *
 * @param roots folders and jars
 * @param inMemory the classes that lie in no such root, by internal name
 */
record ClassPath(Set<Path> roots, Map<String, byte[]> inMemory) {
    static ClassPath of(List<StateMachine> machines, Nests nests, ClassFiles files) {
        Set<String> named = new LinkedHashSet<>(Set.of("dev/javait/frame/Frame"));
        for (ClassFile file : nests.files()) {
            named.add(file.name());
            named.addAll(References.anywhere(file.reader()));
        }
        for (StateMachine machine : machines) named.addAll(References.inSource(machine, files.inMemory()));
        ClassPath path = new ClassPath(new LinkedHashSet<>(), new HashMap<>());
        Set<String> seen = new HashSet<>();
        Set<String> namedByMembers = path.addWithSupertypes(named, seen, files);
        path.addWithSupertypes(namedByMembers, seen, files);
        return path;
    }

    /** Gives the names that the members of all these name. */
    private Set<String> addWithSupertypes(Set<String> names, Set<String> seen, ClassFiles files) {
        Set<String> namedByMembers = new LinkedHashSet<>();
        Deque<String> todo = new ArrayDeque<>(names);
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (!seen.add(name)) continue;
            files.find(name).ifPresent(file -> {
                add(file);
                todo.addAll(Supertypes.direct(file.reader()));
                namedByMembers.addAll(References.declared(file.reader()));
            });
        }
        return namedByMembers;
    }

    private void add(ClassFile file) {
        Path root = file.root();
        if (root == null) inMemory.put(file.name(), file.bytes());
        else roots.add(root);
    }
}
