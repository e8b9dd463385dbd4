package dev.javait.processor.passes;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a flow. Between blocks it forgets every variable that liveness does not say to be shared, and at each suspension every one
 * that it does not say to be live; so a wrong answer is a read of nothing.
 */
final class FlowRunner extends Host implements Flow.Op.OpVisitor<Void>, Terminator.EndVisitor<Label> {
    private final Map<Label, Flow.Block> blocks = new HashMap<>();
    private final Flow.Liveness liveness;
    private final Set<Variable> declared = new LinkedHashSet<>();
    private Runnable onResume = () -> {};

    private FlowRunner(Flow flow, Flow.Liveness liveness, World world) {
        super(world);
        this.liveness = liveness;
        flow.blocks().forEach(block -> blocks.put(block.label(), block));
    }

    static String run(Flow flow, Flow.Liveness liveness, World world) {
        var runner = new FlowRunner(flow, liveness, world);
        try {
            Label label = flow.blocks().get(0).label();
            while (true) {
                world.round();
                label = runner.step(Objects.requireNonNull(runner.blocks.get(label)));
                runner.forgetAllBut(liveness.shared());
            }
        } catch (Ended ended) {
            return ended.how;
        } catch (World.Enough enough) {
            return "…";
        } catch (RuntimeException failure) {
            return "throws " + World.show(failure);
        }
    }

    /** A jump from the midst of code. */
    private static final class To extends Signal {
        private static final long serialVersionUID = 1;

        final transient Label label;

        To(Label label) {
            this.label = label;
        }
    }

    private Label step(Flow.Block block) {
        declared.clear();
        try {
            Runnable resumption = onResume;
            onResume = () -> {};
            resumption.run();
            block.ops().forEach(op -> op.accept(this));
            return block.end().accept(this);
        } catch (To jump) {
            return jump.label;
        } catch (Signal | World.Enough other) {
            throw other;
        } catch (RuntimeException failure) {
            Flow.Region region = block.region();
            if (region == null) throw failure;
            set(region.caught(), failure);
            return region.handler();
        }
    }

    @Override
    void jump(Part part) {
        if (part instanceof Part.Leave leave) throw ended(leave.completion());
        var jump = (Part.Goto) part;
        jump.assignments().forEach(a -> set(a.target(), eval(a.value())));
        throw new To(jump.label());
    }

    private Object eval(Code code) {
        return Script.expression(code).eval(this);
    }

    @Override
    public Void run(Flow.Op.Run op) {
        Script.statements(op.code()).eval(this);
        return null;
    }

    @Override
    public Void declare(Flow.Op.Declare op) {
        declared.add(op.variable());
        forget(op.variable());
        return null;
    }

    @Override
    public Void assign(Flow.Op.Assign op) {
        if (op.declares()) declared.add(op.variable());
        checkDeclared(op.variable());
        set(op.variable(), eval(op.value()));
        return null;
    }

    @Override
    public Void stop(Flow.Op.Stop op) {
        return null;
    }

    private void checkDeclared(Variable variable) {
        if (!declared.contains(variable) && !liveness.shared().contains(variable)) {
            throw new AssertionError("nothing declares " + variable);
        }
    }

    @Override
    public Label jump(Terminator.Goto t) {
        return t.label();
    }

    @Override
    public Label branch(Terminator.Branch t) {
        return (Boolean) Values.present(eval(t.condition())) ? t.whenTrue() : t.whenFalse();
    }

    @Override
    public Label suspend(Terminator.Suspend t) {
        Object awaitable = eval(t.awaitable());
        Set<Variable> live = new LinkedHashSet<>(
                Objects.requireNonNull(liveness.liveAtResume().get(t.resume())));
        live.forEach(this::get);
        forgetAllBut(live);
        onResume = () -> resume(awaitable, t.result());
        return t.resume();
    }

    private void resume(Object awaitable, @Nullable Variable result) {
        Object value = world.await(awaitable);
        if (result == null) return;
        declared.add(result);
        set(result, value);
    }

    @Override
    public Label dispatch(Terminator.Dispatch t) {
        int selector = (Integer) Values.present(eval(t.selector()));
        int chosen = Cases.choose(t.arms().stream().map(Flow.Arm::labels).toList(), selector);
        if (chosen >= 0) return t.arms().get(chosen).label();
        if (t.missing() != null) Script.statements(t.missing()).eval(this);
        return Objects.requireNonNull(t.otherwise(), "no match");
    }

    @Override
    public Label select(Terminator.Select t) {
        return t.labels().get((Integer) get(t.selector()));
    }

    @Override
    public Label leave(Terminator.Leave t) {
        throw ended(t.completion());
    }

    @Override
    public Label fail(Terminator.Throw t) {
        throw (RuntimeException) Values.present(eval(t.operand()));
    }

    @Override
    public Label unreachable(Terminator.Unreachable t) {
        throw new AssertionError("reached the unreachable");
    }
}
