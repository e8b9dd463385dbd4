package dev.javait.processor.passes;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a method as Java would, were {@code await} an ordinary call: what the passes have to agree with. */
final class TreeRunner extends Host implements Stmt.Visitor<Void> {
    private final Evaluator values = new Evaluator(this);

    TreeRunner(World world) {
        super(world);
    }

    static String run(Stmt body, World world) {
        var runner = new TreeRunner(world);
        try {
            runner.run(body);
        } catch (Ended ended) {
            return ended.how;
        } catch (World.Enough enough) {
            return "…";
        } catch (RuntimeException failure) {
            return "throws " + World.show(failure);
        }
        return "nothing";
    }

    /** A jump to {@code target}. */
    private static final class To extends Signal {
        private static final long serialVersionUID = 1;

        final transient Target target;
        final boolean again;

        To(Target target, boolean again) {
            this.target = target;
            this.again = again;
        }
    }

    void run(Stmt statement) {
        statement.accept(this);
    }

    Object eval(Expr expr) {
        return values.eval(expr);
    }

    Object eval(Code code) {
        return Script.expression(code).eval(this);
    }

    private static boolean isTrue(Object value) {
        return (Boolean) Values.present(value);
    }

    @Override
    void jump(Part part) {
        go(((Part.Exit) part).jump());
    }

    private void go(Jump jump) {
        if (jump instanceof Jump.Break b) throw new To(b.target(), false);
        if (jump instanceof Jump.Continue c) throw new To(c.target(), true);
        if (jump instanceof Jump.Return r) throw ended(r.completion());
        var yielded = (Jump.Yield) jump;
        finish(yielded.target(), eval(yielded.value()));
    }

    private void finish(Target target, Object value) {
        // The value travels with the jump, as in Java, and is not in the variable before the jump has arrived.
        throw new Yielded(target, value);
    }

    private static final class Yielded extends Signal {
        private static final long serialVersionUID = 1;

        final transient Target target;
        final transient Object value;

        Yielded(Target target, Object value) {
            this.target = target;
            this.value = value;
        }
    }

    @Override
    public Void opaque(Stmt.Opaque s) {
        Script.statements(s.code()).eval(this);
        return null;
    }

    @Override
    public Void block(Stmt.Block s) {
        s.statements().forEach(this::run);
        return null;
    }

    @Override
    public Void local(Stmt.Local s) {
        if (s.initializer() == null) forget(s.variable());
        else set(s.variable(), eval(s.initializer()));
        return null;
    }

    @Override
    public Void assign(Stmt.Assign s) {
        set(s.target(), eval(s.value()));
        return null;
    }

    @Override
    public Void evaluate(Stmt.Evaluate s) {
        eval(s.expr());
        return null;
    }

    @Override
    public Void suspend(Stmt.Suspend s) {
        throw new IllegalStateException("not before spill");
    }

    @Override
    public Void branch(Stmt.If s) {
        if (isTrue(eval(s.condition()))) run(s.then());
        else if (s.otherwise() != null) run(s.otherwise());
        return null;
    }

    @Override
    public Void loop(Stmt.Loop s) {
        boolean first = !s.testFirst();
        while (first || s.condition() == null || isTrue(eval(s.condition()))) {
            first = false;
            if (!round(s.target(), s.body())) return null;
            s.update().forEach(this::run);
        }
        return null;
    }

    /** Runs the body of a loop; false when it breaks out of it. */
    private boolean round(Target target, Stmt body) {
        world.round();
        try {
            run(body);
            return true;
        } catch (To jump) {
            if (jump.target != target) throw jump;
            return jump.again;
        }
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        Object over = eval(s.over());
        switch (s.source()) {
            case ARRAY -> overArray(s, (int[]) Values.present(over));
            case ITERABLE -> overIterable(s, (Iterator<?>) world.invoke(over, "iterator", List.of()));
            case ASYNC -> overAsync(s, world.invoke(over, "iterator", List.of()));
        }
        return null;
    }

    private void overArray(Stmt.ForEach s, int[] array) {
        for (int element : array) {
            set(s.variable(), element);
            if (!round(s.target(), s.body())) return;
        }
    }

    private void overIterable(Stmt.ForEach s, Iterator<?> iterator) {
        while (iterator.hasNext()) {
            set(s.variable(), iterator.next());
            if (!round(s.target(), s.body())) return;
        }
    }

    private void overAsync(Stmt.ForEach s, Object iterator) {
        for (; ; ) {
            boolean goesOn;
            try {
                if (!(Boolean) world.await(world.invoke(iterator, "moveNext", List.of()))) return;
                set(s.variable(), world.invoke(iterator, "current", List.of()));
                goesOn = round(s.target(), s.body());
            } catch (Signal jump) {
                world.await(world.invoke(iterator, "close", List.of()));
                throw jump;
            } catch (RuntimeException failure) {
                suppressing(failure, () -> world.await(world.invoke(iterator, "close", List.of())));
                throw failure;
            }
            if (!goesOn) {
                world.await(world.invoke(iterator, "close", List.of()));
                return;
            }
        }
    }

    private static void suppressing(RuntimeException primary, Runnable close) {
        try {
            close.run();
        } catch (RuntimeException late) {
            primary.addSuppressed(late);
        }
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        try {
            run(s.body());
        } catch (To jump) {
            if (jump.target != s.target()) throw jump;
        }
        return null;
    }

    @Override
    public Void switchOver(Stmt.Switch s) {
        try {
            runCases(s, (Integer) Values.present(eval(s.selector())));
        } catch (To jump) {
            if (jump.target != s.target()) throw jump;
        } catch (Yielded jump) {
            if (jump.target != s.target()) throw jump;
            set(Objects.requireNonNull(s.target().result()), jump.value);
        }
        return null;
    }

    private void runCases(Stmt.Switch s, int selector) {
        int chosen = Cases.choose(s.cases().stream().map(Stmt.Case::labels).toList(), selector);
        if (chosen < 0) {
            if (s.missing() != null) Script.statements(s.missing()).eval(this);
            return;
        }
        int last = s.arrow() ? chosen + 1 : s.cases().size();
        s.cases().subList(chosen, last).forEach(c -> c.body().forEach(this::run));
    }

    @Override
    public Void tryCatch(Stmt.Try s) {
        if (s.ending() == null) {
            tryWithCatches(s);
            return null;
        }
        try {
            tryWithCatches(s);
        } catch (World.Enough over) {
            throw over;
        } catch (RuntimeException pending) {
            run(s.ending());
            throw pending;
        }
        run(s.ending());
        return null;
    }

    private void tryWithCatches(Stmt.Try s) {
        try {
            new WithResources(this).run(s.resources(), s.body());
        } catch (Signal | World.Enough other) {
            throw other;
        } catch (RuntimeException failure) {
            Stmt.Catch clause = matching(s.catches(), failure);
            if (clause == null) throw failure;
            set(clause.parameter(), failure);
            run(clause.body());
        }
    }

    private static Stmt.@Nullable Catch matching(List<Stmt.Catch> clauses, RuntimeException failure) {
        for (Stmt.Catch clause : clauses) {
            for (Type type : clause.types()) {
                var name = (Part.ClassUse) type.code().parts().get(0);
                if (Values.isInstance(failure, name.name().simpleNames().get(0))) return clause;
            }
        }
        return null;
    }

    @Override
    public Void jump(Stmt.JumpTo s) {
        go(s.jump());
        return null;
    }

    @Override
    public Void exit(Stmt.ExitWith s) {
        Object operand = eval(s.operand());
        switch (s.kind()) {
            case YIELD -> finish(Objects.requireNonNull(s.target()), operand);
            case RETURN_VALUE -> throw new Ended("value " + World.show(operand));
            case RETURN_TAIL -> throw new Ended("tail " + operand);
        }
        return null;
    }

    @Override
    public Void fail(Stmt.Throw s) {
        throw (RuntimeException) Values.present(eval(s.operand()));
    }

    @Override
    public Void check(Stmt.Assert s) {
        if (!isTrue(eval(s.enabled())) || isTrue(eval(s.condition()))) return null;
        String words = s.detail() == null ? "" : World.show(eval(s.detail()));
        throw new World.Wrong("AssertionError[" + words + "]");
    }
}
