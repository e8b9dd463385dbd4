package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The outermost classes of the machines' classes with all their members: those whose private members the bodies may
 * use, as they do in the source. Read from the output; every class of every nest is there.
 */
final class Nests {
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();

    private Nests() {}

    static Nests of(List<StateMachine> machines, ClassFiles files) throws LinkException {
        Nests nests = new Nests();
        for (StateMachine machine : machines) nests.add(machine, files);
        return nests;
    }

    private void add(StateMachine machine, ClassFiles files) throws LinkException {
        String name = internal(machine.userClass());
        if (classes.containsKey(name)) return;
        String host = hostOf(read(name, machine, files));
        ClassNode hostNode = read(host, machine, files);
        if ((hostNode.version & 0xffff) < Opcodes.V11)
            throw new LinkException(machine, host + " is compiled for a Java before 11, whose classes have no nests");
        put(hostNode, host);
        if (hostNode.nestMembers == null) return;
        for (String member : hostNode.nestMembers) put(read(member, machine, files), host);
    }

    private void put(ClassNode node, String host) {
        classes.put(node.name, node);
        hosts.put(node.name, host);
    }

    private static ClassNode read(String name, StateMachine machine, ClassFiles files) throws LinkException {
        ClassFiles.Found found = files.written(name)
                .orElseThrow(() -> new LinkException(machine, "there is no class file of " + name + " in the output"));
        ClassNode node = new ClassNode();
        new ClassReader(found.bytes()).accept(node, 0);
        return node;
    }

    private static String hostOf(ClassNode node) {
        return node.nestHostClass == null ? node.name : node.nestHostClass;
    }

    /** Every class of every nest, as javac wrote it; not to be changed. */
    Map<String, ClassNode> classes() {
        return classes;
    }

    boolean contains(String name) {
        return classes.containsKey(name);
    }

    ClassNode get(String name) {
        ClassNode node = classes.get(name);
        if (node == null) throw new IllegalStateException("not in a nest: " + name);
        return node;
    }

    String host(String name) {
        String host = hosts.get(name);
        if (host == null) throw new IllegalStateException("not in a nest: " + name);
        return host;
    }

    /** The hosts of all nests. */
    Set<String> hosts() {
        return new LinkedHashSet<>(hosts.values());
    }

    static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }
}
