package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a class inherits as protected from another package, the classes in it may use too; but the virtual machine lets the class itself do so alone.
 * So, as javac does, the class gets a method that does it for them:
 *
 * <pre>{@code
 * private static int access$size(Outer object) { return object.size; }
 * }</pre>
 */
final class ProtectedAccess {
    private final Nests nests;
    private final Hierarchy classes;
    private final Function<String, ClassNode> changing;

    private final Map<String, Map<String, List<Grant>>> grants = new HashMap<>();
    private final Map<Use, Handle> accessors = new HashMap<>();

    /** The class around that may use what {@code declaring} has as protected. */
    private record Grant(String host, String declaring, boolean isStatic) {}

    /** @param receiver what the object is known to be */
    private record Use(String host, int opcode, String owner, String receiver, String name, String descriptor) {}

    /** @param changing gives a class of a nest, to be changed */
    ProtectedAccess(Nests nests, Hierarchy classes, Function<String, ClassNode> changing) {
        this.nests = nests;
        this.classes = classes;
        this.changing = changing;
    }

    /** Rewrites {@code code}, a method of {@code user}. */
    void rewrite(MethodNode code, ClassNode user) {
        Map<String, List<Grant>> granted = grants.computeIfAbsent(user.name, this::granted);
        if (granted.isEmpty()) return;
        for (AbstractInsnNode instruction : code.instructions.toArray()) {
            if (instruction instanceof FieldInsnNode field) {
                accessor(granted, user, field.getOpcode(), field.owner, field.name, field.desc)
                        .ifPresent(accessor -> code.instructions.set(field, call(accessor)));
            } else if (instruction instanceof MethodInsnNode method) {
                accessor(granted, user, method.getOpcode(), method.owner, method.name, method.desc)
                        .ifPresent(accessor -> code.instructions.set(method, call(accessor)));
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                Handles.replace(dynamic, handle -> replaced(granted, user, handle, dynamic));
            }
        }
    }

    private static MethodInsnNode call(Handle accessor) {
        return new MethodInsnNode(INVOKESTATIC, accessor.getOwner(), accessor.getName(), accessor.getDesc(), false);
    }

    private Handle replaced(
            Map<String, List<Grant>> granted, ClassNode user, Handle handle, InvokeDynamicInsnNode dynamic) {
        boolean isVirtual = handle.getTag() == H_INVOKEVIRTUAL;
        if (!isVirtual && handle.getTag() != H_INVOKESTATIC) return handle;
        String owner = isVirtual ? receiver(dynamic).orElse(handle.getOwner()) : handle.getOwner();
        return accessor(
                        granted,
                        user,
                        isVirtual ? INVOKEVIRTUAL : INVOKESTATIC,
                        owner,
                        handle.getName(),
                        handle.getDesc())
                .orElse(handle);
    }

    /** The type of the object in a method reference, be it there already or the first argument: the handle may name the declaring class only. */
    private static Optional<String> receiver(InvokeDynamicInsnNode dynamic) {
        Type[] captured = Type.getArgumentTypes(dynamic.desc);
        if (captured.length > 0) return Optional.of(captured[0].getInternalName());
        Type called = dynamic.bsmArgs.length > 2 && dynamic.bsmArgs[2] instanceof Type type ? type : null;
        if (called == null || called.getSort() != Type.METHOD || called.getArgumentTypes().length == 0)
            return Optional.empty();
        return Optional.of(called.getArgumentTypes()[0].getInternalName());
    }

    /** What is protected, by name and descriptor, in the superclasses in other packages of the classes around {@code user}, from the inside out. */
    private Map<String, List<Grant>> granted(String user) {
        Map<String, List<Grant>> granted = new HashMap<>();
        for (String host = enclosing(user); host != null; host = enclosing(host)) {
            for (String declaring : classes.superclasses(host)) {
                if (packageOf(declaring).equals(packageOf(user))) continue;
                ClassNode node = classes.find(declaring);
                if (node == null) continue;
                for (var field : node.fields) grant(granted, host, declaring, field.name, field.desc, field.access);
                for (var method : node.methods)
                    grant(granted, host, declaring, method.name, method.desc, method.access);
            }
        }
        return granted;
    }

    private static void grant(
            Map<String, List<Grant>> granted,
            String host,
            String declaring,
            String name,
            String descriptor,
            int access) {
        if ((access & ACC_PROTECTED) == 0 || name.equals("<init>")) return;
        granted.computeIfAbsent(Methods.key(name, descriptor), k -> new ArrayList<>())
                .add(new Grant(host, declaring, (access & ACC_STATIC) != 0));
    }

    private Optional<Handle> accessor(
            Map<String, List<Grant>> granted,
            ClassNode user,
            int opcode,
            String owner,
            String name,
            String descriptor) {
        List<Grant> possible = granted.getOrDefault(Methods.key(name, descriptor), List.of());
        if (possible.isEmpty() || owner.startsWith("[")) return Optional.empty();
        String declaring = classes.declaring(owner, name, descriptor);
        return possible.stream()
                .filter(grant -> grant.declaring().equals(declaring) && !mayItself(grant, user.name, owner))
                .filter(grant -> grant.isStatic()
                        || classes.isSubclass(owner, grant.host())
                        || classes.isSubclass(grant.host(), owner))
                .findFirst()
                .map(grant -> accessors.computeIfAbsent(
                        new Use(grant.host(), opcode, owner, receiver(grant, owner), name, descriptor),
                        this::accessor));
    }

    /** By {@code Outer.super.f} the object is an {@code Outer}, though the field is that of its superclass. */
    private String receiver(Grant grant, String owner) {
        return classes.isSubclass(owner, grant.host()) ? owner : grant.host();
    }

    private boolean mayItself(Grant grant, String user, String owner) {
        return classes.isSubclass(user, grant.declaring()) && (grant.isStatic() || classes.isSubclass(owner, user));
    }

    private Handle accessor(Use use) {
        ClassNode host = changing.apply(use.host());
        String descriptor = descriptor(use);
        MethodNode method = new MethodNode(
                ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                new MethodNames(host).free("access$" + use.name()),
                descriptor,
                null,
                null);
        int end = BridgeMethods.load(method, 0, descriptor);
        boolean isCall = use.descriptor().startsWith("(");
        if (isCall) method.visitMethodInsn(use.opcode(), use.owner(), use.name(), use.descriptor(), false);
        else method.visitFieldInsn(use.opcode(), use.owner(), use.name(), use.descriptor());
        Type result = Type.getReturnType(descriptor);
        method.visitInsn(result.getOpcode(IRETURN));
        method.visitMaxs(Math.max(end, result.getSize()), end);
        host.methods.add(method);
        return new Handle(H_INVOKESTATIC, host.name, method.name, descriptor, false);
    }

    private static String descriptor(Use use) {
        boolean isCall = use.descriptor().startsWith("(");
        boolean isStatic = use.opcode() == INVOKESTATIC || use.opcode() == GETSTATIC || use.opcode() == PUTSTATIC;
        List<Type> parameters = new ArrayList<>();
        if (!isStatic) parameters.add(Type.getObjectType(use.receiver()));
        if (isCall) {
            parameters.addAll(List.of(Type.getArgumentTypes(use.descriptor())));
            return Type.getMethodDescriptor(Type.getReturnType(use.descriptor()), parameters.toArray(new Type[0]));
        }
        boolean writes = use.opcode() == PUTFIELD || use.opcode() == PUTSTATIC;
        Type field = Type.getType(use.descriptor());
        if (writes) parameters.add(field);
        return Type.getMethodDescriptor(writes ? Type.VOID_TYPE : field, parameters.toArray(new Type[0]));
    }

    private @Nullable String enclosing(String name) {
        String outer = LocalClasses.enclosing(nests.get(name));
        return outer != null && nests.contains(outer) ? outer : null;
    }

    private static String packageOf(String name) {
        return ClassFiles.packageOf(name);
    }
}
