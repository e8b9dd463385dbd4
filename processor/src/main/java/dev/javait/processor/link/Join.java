package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Joins compiled machines to the classes of their nests. Nothing is written here: the result is what is to be written. */
final class Join {
    private final Nests nests;
    private final OpenedView view;
    private final DirectCalls calls;
    private final ProtectedAccess access;

    private final Map<String, ClassNode> changed = new LinkedHashMap<>();
    private final Map<String, ClassFile> beside = new HashMap<>();
    private final Map<String, LocalVariables> variables = new HashMap<>();
    private final Map<String, MethodNames> names = new HashMap<>();
    private final Map<String, List<MethodNode>> replaced = new LinkedHashMap<>();

    private Join(List<NestedCompiler.Unit> units, Nests nests, OpenedView view, Hierarchy classes) {
        this.nests = nests;
        this.view = view;
        this.calls = new DirectCalls(units, nests);
        this.access = new ProtectedAccess(nests, classes, this::changing);
    }

    /** The class files that are new or changed. */
    static List<Output.Joined> join(List<NestedCompiler.Unit> units, Nests nests, OpenedView view, Hierarchy classes)
            throws LinkException {
        Join join = new Join(units, nests, view, classes);
        for (NestedCompiler.Unit unit : units) join.addOrExplain(unit);
        join.replaced.forEach((name, old) -> Lambdas.drop(old, join.changing(name)));
        return join.result();
    }

    private List<Output.Joined> result() {
        List<Output.Joined> result = new ArrayList<>();
        changed.forEach((name, node) -> result.add(new Output.Joined(name, bytes(node), besideOf(name))));
        return result;
    }

    private ClassFile besideOf(String name) {
        return nests.contains(name) ? nests.file(name) : Objects.requireNonNull(beside.get(name));
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
            BridgeMethods.add(bridge, changing(BridgeMethods.host(bridge, machine)), nests);
        FrameMembers.add(unit);
        List<MethodNode> moved = Move.move(unit, user, nests, variablesOf(user), namesOf(user));
        moved.forEach(code -> access.rewrite(code, user));
        moved.forEach(code -> calls.rewrite(code, user));
        InnerClasses.merge(unit, user, view);
        adopt(unit, user);
        StateMachine.Method method = machine.method();
        if (method == null) return;
        MethodNode target = Methods.find(user, method.name(), method.descriptor())
                .orElseThrow(() -> new LinkException(
                        machine, user.name + " has no method " + method.name() + method.descriptor()));
        replaced.computeIfAbsent(user.name, k -> new ArrayList<>()).add(Methods.code(target));
        NewBody.write(target, unit, moved.get(0), user);
    }

    /** What the nested compilation made becomes a member of the user's nest, so that bodies may be private. */
    private void adopt(NestedCompiler.Unit unit, ClassNode user) {
        unit.frame().nestMembers = null;
        // so that coverage tools leave it out
        unit.frame().access |= ACC_SYNTHETIC;
        adopt(unit.frame(), user);
        for (ClassNode other : unit.others()) adopt(other, user);
    }

    private void adopt(ClassNode made, ClassNode user) {
        changed.put(made.name, made);
        beside.put(made.name, nests.file(user.name));
        ClassNode host = changing(nests.host(user.name));
        made.nestHostClass = host.name;
        made.version = user.version;
        if (host.nestMembers == null) host.nestMembers = new ArrayList<>();
        host.nestMembers.add(made.name);
    }

    private LocalVariables variablesOf(ClassNode user) {
        return variables.computeIfAbsent(user.name, name -> new LocalVariables(nests.get(name)));
    }

    private MethodNames namesOf(ClassNode user) {
        return names.computeIfAbsent(user.name, name -> new MethodNames(user));
    }

    /** A copy of the class of a nest, to be changed. */
    private ClassNode changing(String name) {
        return changed.computeIfAbsent(name, k -> nests.file(name).node());
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
