package dev.javait.processor.model;

import java.util.stream.Collectors;

/** Expressions as text that looks like Java. */
final class ExprText implements Expr.Visitor<String> {
    private final Names names;
    private final CodeText codes;
    private final StmtText statements;

    ExprText(Names names, CodeText codes, StmtText statements) {
        this.names = names;
        this.codes = codes;
        this.statements = statements;
    }

    String of(Expr expr) {
        return expr.accept(this);
    }

    @Override
    public String opaque(Expr.Opaque e) {
        return codes.of(e.code());
    }

    @Override
    public String await(Expr.Await e) {
        return codes.awaits(e.kind(), of(e.awaitable()));
    }

    @Override
    public String strict(Expr.Strict e) {
        return e.pieces().stream()
                .map(piece -> piece instanceof Expr.Operand operand
                        ? of(operand.expr())
                        : codes.of(((Expr.Fixed) piece).code()))
                .collect(Collectors.joining());
    }

    @Override
    public String shortCircuit(Expr.ShortCircuit e) {
        return "(" + of(e.left()) + (e.and() ? " && " : " || ") + of(e.right()) + ")";
    }

    @Override
    public String conditional(Expr.Conditional e) {
        return "(" + of(e.condition()) + " ? " + of(e.whenTrue()) + " : " + of(e.whenFalse()) + ")";
    }

    @Override
    public String compound(Expr.Compound e) {
        return "(" + of(e.place()) + " " + e.operator() + "= " + of(e.value()) + ")";
    }

    private String of(Expr.Place place) {
        if (place instanceof Expr.Place.Local local) return names.of(local.variable());
        if (place instanceof Expr.Place.Element element) return of(element.array()) + "[" + of(element.index()) + "]";
        var field = (Expr.Place.Field) place;
        Expr receiver = field.receiver();
        return receiver == null ? codes.of(field.access()) : of(receiver) + "." + codes.of(field.access());
    }

    @Override
    public String choice(Expr.Choice e) {
        return e.choice().accept(statements).strip();
    }
}
