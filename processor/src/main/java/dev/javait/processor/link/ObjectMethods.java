package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PROTECTED;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;

/**
 * What a class of a nest inherits from Object as protected, shown as if it were declared there: {@code clone()} and {@code finalize()}. Object itself stays
 * as it is, since there nothing says of what class the object is, and with a public {@code clone()} in it objects of interfaces that declare one would be
 * asked for Object's.
 */
final class ObjectMethods {
    static final String OBJECT = "java/lang/Object";

    private static final List<Inherited> ALL = List.of(
            new Inherited("clone", "()Ljava/lang/Object;", "java/lang/CloneNotSupportedException"),
            new Inherited("finalize", "()V", "java/lang/Throwable"));

    private record Inherited(String name, String descriptor, String thrown) {
        Accessibility.Member member() {
            return new Accessibility.Member(OBJECT, name, descriptor);
        }

        void declare(ClassVisitor type) {
            type.visitMethod(ACC_PROTECTED, name, descriptor, null, new String[] {thrown});
        }
    }

    private ObjectMethods() {}

    /** @param closed what is not shown */
    static void declare(String type, ClassVisitor next, Hierarchy classes, Set<Accessibility.Member> closed) {
        for (Inherited method : ALL) {
            if (closed.contains(method.member())) continue;
            if (OBJECT.equals(classes.declaring(type, method.name(), method.descriptor()))) method.declare(next);
        }
    }
}
