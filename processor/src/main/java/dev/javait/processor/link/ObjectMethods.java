package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ASM9;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;

/**
 * Shows in a class of a nest what it inherits from Object as protected, as if it were declared there: {@code clone()} and {@code finalize()}. Object itself stays
 * as it is, since there nothing says of what class the object is, and with a public {@code clone()} in it objects of interfaces that declare one would be
 * asked for Object's.
 */
final class ObjectMethods extends ClassVisitor {
    static final String OBJECT = "java/lang/Object";

    private static final List<Shown> ALL = List.of(
            new Shown("clone", "()Ljava/lang/Object;", "java/lang/CloneNotSupportedException"),
            new Shown("finalize", "()V", "java/lang/Throwable"));

    private record Shown(String name, String descriptor, String thrown) {
        Accessibility.Member member() {
            return new Accessibility.Member(OBJECT, name, descriptor);
        }
    }

    private final Nests nests;
    private final Hierarchy classes;
    private final Set<Accessibility.Member> closed;
    private String className = "";
    private boolean isInterface;

    /** @param closed what is not shown */
    ObjectMethods(ClassVisitor next, Nests nests, Hierarchy classes, Set<Accessibility.Member> closed) {
        super(ASM9, next);
        this.nests = nests;
        this.classes = classes;
        this.closed = closed;
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
        isInterface = (access & ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public void visitEnd() {
        if (nests.contains(className) && !isInterface) ALL.forEach(this::show);
        super.visitEnd();
    }

    private void show(Shown method) {
        if (closed.contains(method.member())) return;
        if (!OBJECT.equals(classes.declaring(className, method.name(), method.descriptor()))) return;
        super.visitMethod(ACC_PROTECTED, method.name(), method.descriptor(), null, new String[] {method.thrown()});
    }
}
