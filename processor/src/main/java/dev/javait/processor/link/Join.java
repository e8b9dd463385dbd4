package dev.javait.processor.link;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Joins compiled machines to the classes of their nests. Nothing is written here: the result is what is to be written. */
final class Join {
    private final Nests nests;
    private final OpenedView view;
    private final ClassFiles files;
    private final Map<String, ClassNode> changed = new LinkedHashMap<>();
    private final Map<String, List<MethodNode>> replaced = new LinkedHashMap<>();

    private Join(Nests nests, OpenedView view, ClassFiles files) {
        this.nests = nests;
        this.view = view;
        this.files = files;
    }

    /** The class files that are new or changed, by internal name. */
    static Map<String, byte[]> join(List<NestedCompiler.Unit> units, Nests nests, OpenedView view, ClassFiles files)
            throws LinkException {
        Join join = new Join(nests, view, files);
        for (NestedCompiler.Unit unit : units) join.addOrExplain(unit);
        join.replaced.forEach((name, old) -> Lambdas.drop(old, join.changing(name)));
        Map<String, byte[]> result = new LinkedHashMap<>();
        join.changed.forEach((name, node) -> result.put(name, bytes(node)));
        return result;
    }

    private void addOrExplain(NestedCompiler.Unit unit) throws LinkException {
        try {
            add(unit);
        } catch (IllegalStateException e) {
            throw new LinkException(unit.machine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void add(NestedCompiler.Unit unit) throws LinkException {
        StateMachine machine = unit.machine();
        ClassNode user = changing(Nests.internal(machine.userClass()));
        for (Bridge bridge : machine.bridges())
            BridgeMethods.add(bridge, changing(BridgeMethods.host(bridge, machine, nests)), nests);
        Move.move(unit, user, nests);
        InnerClasses.merge(unit, user, view);
        adopt(unit, user);
        StateMachine.Method method = machine.method();
        if (method == null) return;
        MethodNode target = Methods.find(user, method.name(), method.descriptor())
                .orElseThrow(() -> new LinkException(
                        machine, user.name + " has no method " + method.name() + method.descriptor()));
        replaced.computeIfAbsent(user.name, k -> new ArrayList<>()).add(Methods.code(target));
        NewBody.write(target, machine, unit.frame());
    }

    /** The frame class stays for itself; what else the nested compilation made becomes a member of the user's nest. */
    private void adopt(NestedCompiler.Unit unit, ClassNode user) {
        changed.put(unit.frame().name, unit.frame());
        unit.frame().nestMembers = null;
        ClassNode host = changing(nests.host(user.name));
        for (ClassNode other : unit.others()) {
            changed.put(other.name, other);
            other.nestHostClass = host.name;
            if (host.nestMembers == null) host.nestMembers = new ArrayList<>();
            host.nestMembers.add(other.name);
        }
    }

    /** A copy of the class of a nest, to be changed. */
    private ClassNode changing(String name) {
        return changed.computeIfAbsent(name, k -> {
            ClassNode node = new ClassNode();
            new ClassReader(files.find(name).orElseThrow().bytes()).accept(node, 0);
            return node;
        });
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
