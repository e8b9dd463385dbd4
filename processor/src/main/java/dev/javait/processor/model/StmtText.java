package dev.javait.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements as text that looks like Java, for tests and for people who look for a bug. */
public final class StmtText implements Stmt.Visitor<String> {
    private final Names names = new Names();
    private final CodeText codes = new CodeText(names);
    private final ExprText exprs = new ExprText(names, codes, this);
    private int depth;

    private StmtText() {}

    public static String of(Stmt statement) {
        return statement.accept(new StmtText());
    }

    private String line(String text) {
        return "    ".repeat(depth) + text + "\n";
    }

    private String nested(String head, List<Stmt> body) {
        return line((head + " {").strip()) + inner(body) + line("}");
    }

    private String nested(String head, Stmt body) {
        return nested(head, body instanceof Stmt.Block block ? block.statements() : List.of(body));
    }

    private String inner(List<Stmt> body) {
        depth++;
        String text = body.stream().map(s -> s.accept(this)).collect(Collectors.joining());
        depth--;
        return text;
    }

    private String named(Target target) {
        return names.of(target) + ": ";
    }

    String declaration(Variable variable) {
        return codes.of(variable.type()) + " " + names.of(variable);
    }

    @Override
    public String opaque(Stmt.Opaque s) {
        return line(codes.of(s.code()));
    }

    @Override
    public String block(Stmt.Block s) {
        return nested("", s);
    }

    @Override
    public String local(Stmt.Local s) {
        String value = s.initializer() == null ? "" : " = " + exprs.of(s.initializer());
        return line(declaration(s.variable()) + value + ";");
    }

    @Override
    public String assign(Stmt.Assign s) {
        return line(names.of(s.target()) + " = " + exprs.of(s.value()) + ";");
    }

    @Override
    public String evaluate(Stmt.Evaluate s) {
        return line(exprs.of(s.expr()) + ";");
    }

    @Override
    public String suspend(Stmt.Suspend s) {
        String result = s.result() == null ? "" : names.of(s.result()) + " = ";
        return line(result + codes.awaits(s.kind(), codes.of(s.awaitable())) + ";");
    }

    @Override
    public String branch(Stmt.If s) {
        String then = nested("if (" + exprs.of(s.condition()) + ")", s.then());
        return s.otherwise() == null ? then : then + nested("else", s.otherwise());
    }

    @Override
    public String loop(Stmt.Loop s) {
        String prelude = s.prelude().isEmpty() ? "" : line("before each test:") + inner(s.prelude());
        String update = s.update().isEmpty() ? "" : line("after each round:") + inner(s.update());
        String condition = "(" + (s.condition() == null ? "true" : exprs.of(s.condition())) + ")";
        String head = named(s.target()) + (s.testFirst() ? "while " : "do-while ") + condition;
        return nested(head, s.body()) + prelude + update;
    }

    @Override
    public String forEach(Stmt.ForEach s) {
        String over = s.source() == Stmt.Source.ASYNC ? "awaitEach(" + exprs.of(s.over()) + ")" : exprs.of(s.over());
        return nested(named(s.target()) + "for (" + declaration(s.variable()) + " : " + over + ")", s.body());
    }

    @Override
    public String labeled(Stmt.Labeled s) {
        return nested(names.of(s.target()) + ":", s.body());
    }

    @Override
    public String switchOver(Stmt.Switch s) {
        var text = new StringBuilder(line(named(s.target()) + "switch (" + exprs.of(s.selector()) + ") {"));
        depth++;
        for (Stmt.Case c : s.cases()) {
            text.append(nested(codes.of(c.labels()) + (s.arrow() ? " ->" : ":"), c.body()));
        }
        Code missing = s.missing();
        if (missing != null) text.append(line("else: " + codes.of(missing)));
        depth--;
        return text.append(line("}")).toString();
    }

    @Override
    public String tryCatch(Stmt.Try s) {
        String resources = s.resources().stream()
                .map(r -> declaration(r.variable()) + " = " + exprs.of(r.initializer()))
                .collect(Collectors.joining("; "));
        var text = new StringBuilder(nested("try" + (resources.isEmpty() ? "" : " (" + resources + ")"), s.body()));
        for (Stmt.Catch c : s.catches()) {
            String types = c.types().stream().map(codes::of).collect(Collectors.joining(" | "));
            text.append(nested("catch (" + types + " " + names.of(c.parameter()) + ")", c.body()));
        }
        if (s.ending() != null) text.append(nested("finally" + failure(s.failure()), s.ending()));
        return text.toString();
    }

    private String failure(@Nullable Variable failure) {
        return failure == null ? "" : " (" + names.of(failure) + ")";
    }

    @Override
    public String jump(Stmt.JumpTo s) {
        return line(codes.of(s.jump()) + ";");
    }

    @Override
    public String exit(Stmt.ExitWith s) {
        String word = s.kind() == Stmt.ExitKind.YIELD ? "yield " : "return ";
        String operand = exprs.of(s.operand());
        return line(word + (s.kind() == Stmt.ExitKind.RETURN_VALUE ? "done(" + operand + ")" : operand) + ";");
    }

    @Override
    public String fail(Stmt.Throw s) {
        return line("throw " + exprs.of(s.operand()) + ";");
    }

    @Override
    public String check(Stmt.Assert s) {
        String detail = s.detail() == null ? "" : " : " + exprs.of(s.detail());
        return line("assert " + exprs.of(s.condition()) + detail + ";");
    }
}
