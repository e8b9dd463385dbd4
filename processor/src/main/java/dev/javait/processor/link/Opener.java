package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_BRIDGE;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VARARGS;
import static org.objectweb.asm.Opcodes.ASM9;

import dev.javait.processor.model.Bridge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;

/**
 * Opens one class. What is protected becomes public, and of a class in a nest what is private becomes visible in its package: opening
 * more would let overload resolution find what the user's code cannot see. A local or anonymous class becomes a
 * plain top-level one under its binary name, since no source outside its method could name it otherwise.
 */
final class Opener extends ClassVisitor {
    private final Nests nests;
    private final Set<String> hidden;
    private final Set<Accessibility.Member> closed;
    private final List<Bridge> bridges;
    private final Map<String, Integer> originalFlags;
    private final ClassFiles files;
    private final Hierarchy classes;
    private Signatures signatures;

    private String className = "";
    private boolean inNest;
    private boolean isInterface;
    private boolean mayCapture;
    private boolean captures;

    /**
     * @param hidden nested classes of others that become public too
     * @param closed methods that stay as they are
     * @param originalFlags receives the flags of the nested types whose flags are changed
     */
    Opener(
            ClassVisitor next,
            Nests nests,
            Set<String> hidden,
            Set<Accessibility.Member> closed,
            List<Bridge> bridges,
            Map<String, Integer> originalFlags,
            ClassFiles files,
            Hierarchy classes) {
        super(ASM9, next);
        this.nests = nests;
        this.hidden = hidden;
        this.closed = closed;
        this.bridges = bridges;
        this.originalFlags = originalFlags;
        this.files = files;
        this.classes = classes;
        signatures = new Signatures(null, nests);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {

        className = name;
        inNest = nests.contains(name);
        isInterface = (access & ACC_INTERFACE) != 0;
        signatures = new Signatures(inNest ? nests.get(name) : null, nests);
        boolean isLocal = inNest && LocalClasses.isLocal(nests.get(name));
        mayCapture = isLocal && !"java/lang/Record".equals(superName);
        captures = inNest && !LocalConstructor.captures(nests.get(name)).isEmpty();
        // the body of an enum's constant bears the flag too, but is no enum
        boolean constantBody = isLocal && !"java/lang/Enum".equals(superName);
        int flags = constantBody ? access & ~ACC_ENUM : access;
        super.visit(
                version,
                hidden.contains(name) ? flags | ACC_PUBLIC : inNest ? flags & ~ACC_SYNTHETIC : flags,
                name,
                signatures.fitting(signature),
                superName,
                interfaces);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {}

    @Override
    public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simpleName, int access) {
        if (outer == null || simpleName == null) return;
        int opened = hidden.contains(inner)
                ? opened(access)
                : nests.contains(inner) ? packageOpened(access) : protectedOpened(access);
        if (opened != access) originalFlags.put(inner, access);
        super.visitInnerClass(inner, outer, simpleName, opened);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (!inNest) return super.visitField(protectedOpened(access), field, descriptor, signature, value);
        boolean outer = LocalClasses.findOuterField(nests.get(className))
                .filter(field::equals)
                .isPresent();
        String shown = outer ? OpenedView.OUTER : field;
        return super.visitField(
                memberOpened(access) & ~ACC_SYNTHETIC, shown, descriptor, signatures.fitting(signature), value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean isClosed = (access & (ACC_SYNTHETIC | ACC_BRIDGE)) != 0
                || closed.contains(new Accessibility.Member(className, method, descriptor));
        int flags = isClosed ? access : inNest ? memberOpened(access) : protectedOpened(access);
        if (!method.equals("<init>"))
            return super.visitMethod(flags, method, descriptor, signatures.fitting(signature), exceptions);
        MethodVisitor constructor = super.visitMethod(
                captures ? forBridges(access) : withoutArity(flags, descriptor),
                method,
                descriptor,
                signatures.fittingConstructor(signature, descriptor),
                exceptions);
        return constructor == null ? null : new WithoutParameterAnnotations(constructor);
    }

    /** Javac cannot read them where there are more parameters than the source has, as of a local enum. */
    private static final class WithoutParameterAnnotations extends MethodVisitor {
        WithoutParameterAnnotations(MethodVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visitAnnotableParameterCount(int count, boolean visible) {}

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return null;
        }
    }

    /** Of a constructor that takes captured variables besides: arguments in source would seem to fit those. */
    private static int forBridges(int access) {
        return access & ~(ACC_PUBLIC | ACC_PROTECTED | ACC_VARARGS) | ACC_PRIVATE;
    }

    /**
     * The last parameter of a constructor may be a variable that a local class captures. Then javac would refuse a class file whose
     * constructor claims variable arity; nobody calls it but bridges, which pass an array.
     */
    private int withoutArity(int access, String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        boolean endsWithArray = parameters.length > 0 && parameters[parameters.length - 1].getSort() == Type.ARRAY;
        return mayCapture || !endsWithArray ? access & ~ACC_VARARGS : access;
    }

    @Override
    public void visitEnd() {
        if (inNest) CapturedFields.ofEnclosing(className, nests).forEach(this::show);
        if (inNest && !isInterface) ObjectMethods.declare(className, cv, classes, closed);
        for (Bridge bridge : bridges) BridgeMethods.declare(bridge, cv, nests, files);
        super.visitEnd();
    }

    private void show(FieldNode captured) {
        super.visitField(ACC_PUBLIC, captured.name, captured.desc, null, null);
    }

    /** An interface's members are public or private. */
    private int memberOpened(int access) {
        return isInterface ? opened(access) : packageOpened(access);
    }

    private static int opened(int access) {
        return (access & ~(ACC_PRIVATE | ACC_PROTECTED)) | ACC_PUBLIC;
    }

    private static int packageOpened(int access) {
        return (access & ACC_PRIVATE) == 0 ? protectedOpened(access) : access & ~ACC_PRIVATE;
    }

    private static int protectedOpened(int access) {
        return (access & ACC_PROTECTED) == 0 ? access : opened(access);
    }
}
