package dev.javait.processor.link;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class files that the generated sources are compiled against, in memory: those of the nests with all members visible
 * that their own code sees, and the supertypes of these, but for Object, with the members public that are protected.
 */
final class OpenedView {
    /** Under this name the view shows the field of a class's enclosing instance, which javac calls {@code this$0}, {@code this$1}. */
    static final String OUTER = "this$outer";

    private final Nests nests;
    private final ClassFiles files;
    private final Hierarchy hierarchy;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, Map<String, byte[]>> patches = new LinkedHashMap<>();
    private final Map<String, Integer> flags = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<Accessibility.Member> closed;

    private OpenedView(Nests nests, ClassFiles files, Set<Accessibility.Member> closed) {
        this.nests = nests;
        this.files = files;
        hierarchy = new Hierarchy(nests, files);
        this.closed = closed;
    }

    static OpenedView of(List<StateMachine> machines, Nests nests, ClassFiles files) throws LinkException {
        return of(machines, nests, files, Set.of());
    }

    /** @param closed what is shown as it is */
    static OpenedView of(List<StateMachine> machines, Nests nests, ClassFiles files, Set<Accessibility.Member> closed)
            throws LinkException {
        OpenedView view = new OpenedView(nests, files, closed);
        Map<String, List<Bridge>> bridges = new HashMap<>();
        for (StateMachine machine : machines) {
            for (Bridge bridge : machine.bridges())
                bridges.computeIfAbsent(BridgeMethods.host(bridge, machine), k -> new ArrayList<>())
                        .add(bridge);
        }
        for (ClassFile file : nests.files()) {
            view.classes.put(file.name(), view.opened(file, bridges.getOrDefault(file.name(), List.of())));
        }
        view.openSupertypes();
        return view;
    }

    /**
     * Opens the classes of others that source in the user's class may not name, though values of theirs are handed on there: {@code var x = Api.make();}. Hardly
     * anybody does, and to open more than has to be makes the view differ from what the user sees; so this is for when a compilation against the view has failed.
     *
     * @return whether there are any
     */
    boolean openHidden() {
        Map<String, ClassFile> found = new LinkedHashMap<>();
        for (ClassFile user : nests.files()) {
            for (String name : References.anywhere(user.reader())) {
                files.find(name)
                        .filter(file -> !nests.contains(name) && !isPublic(file))
                        .ifPresent(file -> found.put(name, file));
            }
        }
        hidden.addAll(found.keySet());
        found.forEach((name, file) -> {
            classes.put(name, opened(file, List.of()));
            enclosing(name).flatMap(files::find).ifPresent(outer -> {
                if (!nests.contains(outer.name())) classes.put(outer.name(), opened(outer, List.of()));
            });
        });
        return !found.isEmpty();
    }

    private static boolean isPublic(ClassFile file) {
        return (file.reader().getAccess() & Opcodes.ACC_PUBLIC) != 0;
    }

    /** The class that says with which flags {@code name} is nested in it. */
    private static Optional<String> enclosing(String name) {
        int end = name.lastIndexOf('$');
        return end <= name.lastIndexOf('/') + 1 ? Optional.empty() : Optional.of(name.substring(0, end));
    }

    private byte[] opened(ClassFile file, List<Bridge> bridges) {
        ClassWriter writer = new ClassWriter(0);
        Opener opener = new Opener(writer, nests, hidden, closed, bridges, flags, files, hierarchy);
        file.reader().accept(opener, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private void openSupertypes() {
        Set<String> seen = new HashSet<>(classes.keySet());
        Deque<ClassFile> todo = new ArrayDeque<>(nests.files());
        Set<String> used = null;
        while (!todo.isEmpty()) {
            for (String supertype : Supertypes.direct(todo.remove().reader())) {
                if (!seen.add(supertype)) continue;
                files.find(supertype).ifPresent(file -> {
                    classes.put(supertype, opened(file, List.of()));
                    todo.add(file);
                });
                if (classes.containsKey(supertype)) continue;
                if (used == null) used = usedMembers();
                openPlatform(supertype, used, todo);
            }
        }
    }

    /** A JDK class is opened only where a body uses what is protected in it: to patch a module costs time. */
    private void openPlatform(String name, Set<String> used, Deque<ClassFile> todo) {
        files.platform(name).ifPresent(file -> {
            todo.add(file);
            if (!name.equals(ObjectMethods.OBJECT) && Protected.isUsed(file.outline(), used))
                patches.computeIfAbsent(file.module(), k -> new LinkedHashMap<>())
                        .put(name, opened(file, List.of()));
        });
    }

    private Set<String> usedMembers() {
        Set<String> used = new HashSet<>();
        for (ClassNode node : nests.classes().values()) Protected.addUsed(node, used);
        return used;
    }

    /** Whether the members of {@code type}, its own or inherited ones, may be shown otherwise than they are. */
    boolean opens(String type) {
        return files.find(type).isPresent() || patches.values().stream().anyMatch(patched -> patched.containsKey(type));
    }

    /** The opened class files by internal name. */
    Map<String, byte[]> classes() {
        return classes;
    }

    /** By module, the opened class files of the JDK. */
    Map<String, Map<String, byte[]>> patches() {
        return patches;
    }

    /** The flags that javac gave the nested class {@code name} before it was opened, or {@code otherwise}. */
    int originalFlags(String name, int otherwise) {
        return flags.getOrDefault(name, otherwise);
    }
}
