package dev.javait.processor.flatten;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A jump, and the value that it takes along. */
final class Jumps {
    private Jumps() {}

    /** The statement that {@code jump} names; null for {@code return}. */
    static @Nullable Target target(Jump jump) {
        if (jump instanceof Jump.Break b) return b.target();
        if (jump instanceof Jump.Continue c) return c.target();
        if (jump instanceof Jump.Yield y) return y.target();
        return null;
    }

    /** What {@code jump} evaluates before it leaves, or null. */
    static @Nullable Code value(Jump jump) {
        List<Code> codes = jump.codes();
        return codes.isEmpty() ? null : codes.get(0);
    }

    /** The same jump with another value; two jumps that differ in nothing else are then equal. */
    static Jump withValue(Jump jump, Code value) {
        if (jump instanceof Jump.Yield y) return new Jump.Yield(y.target(), value);
        if (jump instanceof Jump.Return r && r.completion() instanceof Completion.Value v) {
            return new Jump.Return(new Completion.Value(value, v.type()));
        }
        if (jump instanceof Jump.Return r && r.completion() instanceof Completion.Tail t) {
            return new Jump.Return(new Completion.Tail(value, t.kind(), t.type()));
        }
        return jump;
    }

    /** The type of a variable that holds the value of {@code jump}. */
    static Type valueType(Jump jump) {
        if (jump instanceof Jump.Yield y && y.target().result() != null)
            return y.target().result().type();
        if (jump instanceof Jump.Return r && r.completion() instanceof Completion.Value v) return v.type();
        if (jump instanceof Jump.Return r && r.completion() instanceof Completion.Tail t) {
            var awaited = t.kind() == AwaitKind.STAGE ? RuntimeNames.COMPLETION_STAGE : RuntimeNames.AWAITABLE;
            return new Type(Code.join(awaited, "<? extends ", t.type(), ">"), Type.Kind.REFERENCE);
        }
        throw new IllegalStateException("takes no value along: " + jump);
    }
}
