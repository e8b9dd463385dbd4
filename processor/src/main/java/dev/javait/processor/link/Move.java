package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Moves the body method, and the lambdas that it leads to, from the frame class into the user's class. There they may
 * do whatever the user's own code may. The body of an instance method becomes an instance method: its first parameter
 * was the user's object in slot 0, and there {@code this} is, so that no instruction and no stack map changes.
 */
final class Move {
    private final NestedCompiler.Unit unit;
    private final ClassNode frame;
    private final ClassNode user;
    private final Nests nests;
    private final LocalVariables variables;
    private final MethodNames names;
    private final boolean intoInterface;
    private final Map<String, Target> targets = new HashMap<>();

    /** Where a method goes. */
    private record Target(int opcode, String name, String descriptor) {}

    private Move(NestedCompiler.Unit unit, ClassNode user, Nests nests, LocalVariables variables, MethodNames names) {
        this.unit = unit;
        this.frame = unit.frame();
        this.user = user;
        this.nests = nests;
        this.variables = variables;
        this.names = names;
        intoInterface = (user.access & ACC_INTERFACE) != 0;
    }

    /**
     * Afterwards the frame class has neither body nor lambdas, and all of the unit that used them uses the user's class.
     *
     * @param variables of {@code user}
     * @param names of the methods of {@code user}
     * @return the methods in their new place, the body first; its sections and lambdas follow
     */
    static List<MethodNode> move(
            NestedCompiler.Unit unit, ClassNode user, Nests nests, LocalVariables variables, MethodNames names)
            throws LinkException {
        return new Move(unit, user, nests, variables, names).move();
    }

    private List<MethodNode> move() throws LinkException {
        MethodNode body = unit.body();
        Set<MethodNode> lambdas =
                Reach.from(List.of(body), frame, method -> (method.access & ACC_STATIC) != 0 && method != body);
        boolean onInstance = !intoInterface && unit.machine().takesSelf();
        targets.put(
                Methods.key(body.name, body.desc),
                new Target(
                        onInstance ? INVOKEVIRTUAL : INVOKESTATIC,
                        body.name,
                        onInstance ? withoutFirst(body.desc) : body.desc));
        for (MethodNode lambda : lambdas)
            targets.put(
                    Methods.key(lambda.name, lambda.desc), new Target(INVOKESTATIC, lambdaName(lambda), lambda.desc));
        retargetAll();
        // what a debugger steps over: it does nothing but call the body
        frame.methods.stream()
                .filter(method -> method.name.equals("resume"))
                .forEach(method -> method.access |= ACC_SYNTHETIC);
        new Lines(unit.machine(), user.sourceFile).apply(unit, body, lambdas);
        if (onInstance) onInstance(body);
        variables.apply(body, unit.machine());
        lambdas.forEach(method -> variables.apply(method, unit.machine()));
        // only the frame calls it, a member of the same nest; not synthetic, for debuggers step over what is
        body.access = ACC_PRIVATE | (onInstance ? 0 : ACC_STATIC);
        transfer(body);
        lambdas.forEach(this::transfer);
        if (Deserialization.isIn(frame)) Deserialization.move(frame, user);
        List<MethodNode> moved = new ArrayList<>(List.of(body));
        moved.addAll(lambdas);
        return moved;
    }

    private String lambdaName(MethodNode lambda) {
        String name = names.free(lambda.name);
        if (!name.equals(lambda.name) && Deserialization.isIn(frame))
            throw new IllegalStateException("a lambda that may be serialised has the name of another one: " + name);
        return name;
    }

    private void transfer(MethodNode method) {
        Target target = target(method.name, method.desc);
        frame.methods.remove(method);
        method.name = target.name();
        method.desc = target.descriptor();
        user.methods.add(method);
    }

    private Target target(String name, String descriptor) {
        Target target = targets.get(Methods.key(name, descriptor));
        if (target == null) throw new IllegalStateException("not moved: " + name + descriptor);
        return target;
    }

    private static String withoutFirst(String descriptor) {
        Type[] all = Type.getArgumentTypes(descriptor);
        return Type.getMethodDescriptor(
                Type.getReturnType(descriptor),
                List.of(all).subList(1, all.length).toArray(new Type[0]));
    }

    private static void onInstance(MethodNode body) {
        body.signature = null;
        if (body.parameters != null && !body.parameters.isEmpty()) body.parameters.remove(0);
        if (body.localVariables == null) return;
        body.localVariables.stream()
                .filter(variable -> variable.index == 0)
                .forEach(variable -> variable.name = "this");
    }

    private void retargetAll() {
        frame.methods.forEach(this::retarget);
        for (ClassNode other : unit.others()) {
            other.methods.forEach(this::retarget);
            retargetEnclosing(other);
        }
    }

    private void retargetEnclosing(ClassNode other) {
        if (!frame.name.equals(other.outerClass)) return;
        other.outerClass = user.name;
        Target target =
                other.outerMethod == null ? null : targets.get(Methods.key(other.outerMethod, other.outerMethodDesc));
        other.outerMethod = target == null ? null : target.name();
        other.outerMethodDesc = target == null ? null : target.descriptor();
    }

    private void retarget(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) retarget(call);
            else if (instruction instanceof FieldInsnNode field) asItIs(method, field);
            else if (instruction instanceof LdcInsnNode load) assertionsOfTheUser(load);
            Handles.replace(instruction, this::retarget);
        }
    }

    private void retarget(MethodInsnNode call) {
        Target target = call.owner.equals(frame.name) ? targets.get(Methods.key(call.name, call.desc)) : null;
        if (target == null) return;
        call.setOpcode(target.opcode());
        call.owner = user.name;
        call.name = target.name();
        call.desc = target.descriptor();
        call.itf = intoInterface;
    }

    private Handle retarget(Handle handle) {
        Target target = handle.getOwner().equals(frame.name)
                ? targets.get(Methods.key(handle.getName(), handle.getDesc()))
                : null;
        return target == null
                ? handle
                : new Handle(Opcodes.H_INVOKESTATIC, user.name, target.name(), target.descriptor(), intoInterface);
    }

    /** The view shows the field of the enclosing instance under a name of its own, and captured variables of classes further out. */
    private void asItIs(MethodNode method, FieldInsnNode field) {
        if (!nests.contains(field.owner)) return;
        if (field.name.equals(OpenedView.OUTER)) field.name = LocalClasses.outerField(nests.get(field.owner));
        else CapturedFields.reach(method.instructions, field, nests);
    }

    /** {@code -ea:p.Downloads} speaks of the outermost class, and means the code that has moved as well. */
    private void assertionsOfTheUser(LdcInsnNode load) {
        boolean ofFrame = load.cst instanceof Type type
                && type.getSort() == Type.OBJECT
                && type.getInternalName().equals(frame.name);
        if (ofFrame && load.getNext() instanceof MethodInsnNode call && call.name.equals("desiredAssertionStatus"))
            load.cst = Type.getObjectType(nests.host(user.name));
    }
}
