package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The outermost classes of the machines' classes with all their members: those whose private members the bodies may
 * use, as they do in the source. Read from the output; every class of every nest is there.
 */
final class Nests {
    private final ClassFiles output;
    private final Function<StateMachine, @Nullable URI> sources;
    private final Map<String, ClassFile> files = new LinkedHashMap<>();
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();

    private Nests(ClassFiles output, Function<StateMachine, @Nullable URI> sources) {
        this.output = output;
        this.sources = sources;
    }

    static Nests of(List<StateMachine> machines, ClassFiles files, Function<StateMachine, @Nullable URI> sources)
            throws LinkException {
        Nests nests = new Nests(files, sources);
        for (StateMachine machine : machines) nests.add(machine);
        return nests;
    }

    private void add(StateMachine machine) throws LinkException {
        String name = internal(machine.userClass());
        if (classes.containsKey(name)) return;
        ClassFile file = read(name, machine);
        ClassNode node = node(file, machine);
        String host = node.nestHostClass == null ? name : node.nestHostClass;
        if (host.equals(name)) put(file, node, host);
        else put(read(host, machine), machine, host);
        ClassNode hostNode = get(host);
        if ((hostNode.version & 0xffff) < Opcodes.V11)
            throw new LinkException(machine, host + " is compiled for a Java before 11, whose classes have no nests");
        if (hostNode.nestMembers == null) return;
        for (String member : hostNode.nestMembers) put(read(member, machine), machine, host);
    }

    private void put(ClassFile file, StateMachine machine, String host) throws LinkException {
        put(file, node(file, machine), host);
    }

    private static ClassNode node(ClassFile file, StateMachine machine) throws LinkException {
        try {
            return file.node();
        } catch (RuntimeException e) {
            String method = Reading.brokenMethod(file.bytes())
                    .orElseThrow(() -> new LinkException(machine, "cannot read the class file of " + file.name(), e));
            throw new LinkException(LinkException.Reason.BROKEN_CODE, machine, method);
        }
    }

    private void put(ClassFile file, ClassNode node, String host) {
        files.put(file.name(), file);
        classes.put(file.name(), node);
        hosts.put(file.name(), host);
    }

    private ClassFile read(String name, StateMachine machine) throws LinkException {
        return output.written(name, sources.apply(machine))
                .orElseThrow(() -> new LinkException(
                        LinkException.Reason.NOT_WRITTEN,
                        machine,
                        "there is no class file of " + name + " in the output"));
    }

    /** The class files of every nest. */
    Collection<ClassFile> files() {
        return files.values();
    }

    /** Every class of every nest, as javac wrote it; not to be changed. */
    Map<String, ClassNode> classes() {
        return classes;
    }

    boolean contains(String name) {
        return classes.containsKey(name);
    }

    ClassNode get(String name) {
        return there(classes, name);
    }

    ClassFile file(String name) {
        return there(files, name);
    }

    String host(String name) {
        return there(hosts, name);
    }

    private static <T> T there(Map<String, T> map, String name) {
        T value = map.get(name);
        if (value == null) throw new IllegalStateException("not in a nest: " + name);
        return value;
    }

    static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }
}
