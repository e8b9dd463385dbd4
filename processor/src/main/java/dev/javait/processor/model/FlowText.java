package dev.javait.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A flow as text, for tests and for people who look for a bug:
 *
 * <pre>
 * loop:
 *     x = await(next(i)) -> resumed
 * resumed, failing to catch:
 *     print(x);
 *     if (x == null) goto end else loop
 * </pre>
 */
public final class FlowText implements Flow.Op.OpVisitor<String>, Flow.Terminator.EndVisitor<String> {
    private final Names names = new Names();
    private final CodeText codes = new CodeText(names);

    private FlowText() {}

    public static String of(Flow flow) {
        var text = new FlowText();
        flow.blocks().forEach(block -> text.names.of(block.label()));
        return flow.blocks().stream().map(text::block).collect(Collectors.joining());
    }

    private String block(Flow.Block block) {
        var lines = new StringBuilder(names.of(block.label()));
        Flow.Region region = block.region();
        if (region != null) lines.append(", failing to ").append(names.of(region.handler()));
        lines.append(":\n");
        block.ops().forEach(op -> lines.append("    ").append(op.accept(this)).append("\n"));
        return lines.append("    ")
                .append(block.end().accept(this))
                .append("\n")
                .toString();
    }

    @Override
    public String run(Flow.Op.Run op) {
        return codes.of(op.code());
    }

    @Override
    public String declare(Flow.Op.Declare op) {
        return codes.of(op.variable().type()) + " " + names.of(op.variable()) + ";";
    }

    @Override
    public String assign(Flow.Op.Assign op) {
        String type = op.declares() ? codes.of(op.variable().type()) + " " : "";
        return type + names.of(op.variable()) + " = " + codes.of(op.value()) + ";";
    }

    @Override
    public String stop(Flow.Op.Stop op) {
        return "line " + op.line();
    }

    @Override
    public String jump(Flow.Terminator.Goto t) {
        return "goto " + names.of(t.label());
    }

    @Override
    public String branch(Flow.Terminator.Branch t) {
        return "if (" + codes.of(t.condition()) + ") goto " + names.of(t.whenTrue()) + " else "
                + names.of(t.whenFalse());
    }

    @Override
    public String suspend(Flow.Terminator.Suspend t) {
        return result(t.result()) + codes.awaits(t.kind(), codes.of(t.awaitable())) + " -> " + names.of(t.resume());
    }

    private String result(@Nullable Variable result) {
        return result == null ? "" : names.of(result) + " = ";
    }

    @Override
    public String dispatch(Flow.Terminator.Dispatch t) {
        var arms = new StringBuilder("switch (" + codes.of(t.selector()) + ") {");
        t.arms()
                .forEach(arm -> arms.append(" ")
                        .append(codes.of(arm.labels()))
                        .append(" -> ")
                        .append(names.of(arm.label()))
                        .append(";"));
        Label otherwise = t.otherwise();
        if (otherwise != null)
            arms.append(" else -> ").append(names.of(otherwise)).append(";");
        Code missing = t.missing();
        if (missing != null) arms.append(" else -> ").append(codes.of(missing));
        return arms.append(" }").toString();
    }

    @Override
    public String select(Flow.Terminator.Select t) {
        List<String> labels = t.labels().stream().map(names::of).toList();
        return "goto " + labels + "[" + names.of(t.selector()) + "]";
    }

    @Override
    public String leave(Flow.Terminator.Leave t) {
        return codes.of(t.completion());
    }

    @Override
    public String fail(Flow.Terminator.Throw t) {
        return "throw " + codes.of(t.operand());
    }

    @Override
    public String unreachable(Flow.Terminator.Unreachable t) {
        return "unreachable";
    }
}
