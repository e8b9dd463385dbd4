package dev.javait.processor.link;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The class files that the generated sources are compiled against, in memory: those of the nests with all members
 * public, and the supertypes of these with the members public that are protected.
 */
final class OpenedView {
    /** Under this name the view shows the field of a class's enclosing instance, which javac calls {@code this$0}, {@code this$1}. */
    static final String OUTER = "this$outer";

    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, Integer> flags = new HashMap<>();

    private OpenedView() {}

    static OpenedView of(List<StateMachine> machines, Nests nests, ClassFiles files) throws LinkException {
        OpenedView view = new OpenedView();
        Map<String, List<Bridge>> bridges = new HashMap<>();
        for (StateMachine machine : machines) {
            for (Bridge bridge : machine.bridges())
                bridges.computeIfAbsent(BridgeMethods.host(bridge, machine, nests), k -> new ArrayList<>())
                        .add(bridge);
        }
        for (String name : nests.classes().keySet()) {
            byte[] bytes = files.find(name).orElseThrow().bytes();
            view.open(bytes, nests, bridges.getOrDefault(name, List.of()), files);
        }
        view.openSupertypes(nests, files);
        return view;
    }

    private void open(byte[] bytes, Nests nests, List<Bridge> bridges, ClassFiles files) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new Opener(writer, nests, bridges, flags, files), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        classes.put(reader.getClassName(), writer.toByteArray());
    }

    private void openSupertypes(Nests nests, ClassFiles files) {
        Deque<ClassReader> todo = new ArrayDeque<>();
        for (String name : nests.classes().keySet())
            todo.add(new ClassReader(files.find(name).orElseThrow().bytes()));
        while (!todo.isEmpty()) {
            for (String supertype : Supertypes.direct(todo.remove())) {
                if (classes.containsKey(supertype)) continue;
                files.find(supertype).ifPresent(found -> {
                    open(found.bytes(), nests, List.of(), files);
                    todo.add(new ClassReader(found.bytes()));
                });
            }
        }
    }

    /** The opened class files by internal name. */
    Map<String, byte[]> classes() {
        return classes;
    }

    /** The flags that javac gave the nested class {@code name} before it was opened, or {@code otherwise}. */
    int originalFlags(String name, int otherwise) {
        return flags.getOrDefault(name, otherwise);
    }
}
