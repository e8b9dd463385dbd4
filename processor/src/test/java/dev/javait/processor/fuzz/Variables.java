package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Target;
import java.util.List;

/** Writes declarations and assignments, and statements that are expressions. */
final class Variables extends Writer {
    Variables(Statements statements) {
        super(statements);
    }

    /** A variable that can be assigned and is not null. */
    void plainDeclaration() {
        Choices.Span span = choices.open("statement");
        Kind kind = choices.of(Kind.USUAL);
        Scope.Local local = reserve(kind, false);
        body.line(kind.type + " " + local.name + " = " + kind.literals.get(0) + ";");
        local.hidden = false;
        choices.close(span);
    }

    boolean declaration() {
        body.count("declaration");
        Kind kind = body.kind();
        boolean constant = choices.chance(45);
        Scope.Local local = reserve(kind, constant);
        boolean inferred = choices.chance(20);
        String type = inferred ? "var" : kind.type;
        String value = inferred ? expressions.exact(kind) : expressions.loose(kind);
        body.line((constant && choices.chance(50) ? "final " : "") + type + " " + local.name + " = " + value + ";");
        local.hidden = false;
        return true;
    }

    /** A switch expression that is no operand of anything. */
    boolean switchDeclaration() {
        Kind kind = body.kind();
        Scope.Local local = reserve(kind, true);
        body.line(kind.type + " " + local.name + " = " + statements.switches.switchExpression(kind, false) + ";");
        local.hidden = false;
        return true;
    }

    boolean declarators() {
        body.count("several declarators");
        Kind kind = body.kind();
        Scope.Local first = reserve(kind, false);
        String one = expressions.loose(kind);
        first.hidden = false;
        Scope.Local second = reserve(kind, false);
        String two = expressions.loose(kind);
        second.hidden = false;
        body.line(kind.type + " " + first.name + " = " + one + ", " + second.name + " = " + two + ";");
        return true;
    }

    boolean assignment() {
        Kind kind = body.kind();
        String place = expressions.place(kind);
        if (place == null) return statements.simple();
        body.count("assignment");
        body.line(
                (choices.chance(60) ? expressions.change(kind, place) : place + " = " + expressions.loose(kind)) + ";");
        return true;
    }

    boolean expression() {
        List<Body.Callee> callees = body.callees.stream()
                .filter(callee -> callee.isStatic() || !body.isStatic)
                .toList();
        if (!callees.isEmpty() && body.place.awaits() && body.place.faults() && choices.chance(40)) {
            body.count("await async call alone");
            body.line("log(await(" + expressions.callOf(choices.of(callees)) + "));");
            return true;
        }
        body.count("expression statement");
        if (body.place.awaits() && choices.chance(60)) {
            Kind kind = body.kind();
            body.line("await(leaf(" + body.tag() + ", " + expressions.loose(kind) + "));");
        } else {
            body.line("new Node(" + expressions.loose(Kind.INT) + ", " + expressions.loose(Kind.STRING) + ").plus("
                    + expressions.loose(Kind.INT) + ");");
        }
        return true;
    }

    /** A variable without initialiser that every way to its first use assigns. */
    boolean assignedLater() {
        body.count("definite assignment");
        Kind kind = body.kind();
        int form = choices.pick(3);
        boolean constant = form < 2 && choices.chance(50);
        Scope.Local local = reserve(kind, constant);
        body.line((constant ? "final " : "") + kind.type + " " + local.name + ";");
        boolean completes;
        boolean assigned = true;
        switch (form) {
            case 0 -> {
                body.open("if (" + condition() + ") {");
                completes = assigns(local);
                body.turn("} else {");
                completes |= assigns(local);
                body.close("}");
            }
            case 1 -> {
                var target = new Target(null, false, true);
                Place outer = body.place;
                body.open("switch (" + expressions.loose(Kind.INT) + " & 1) {");
                body.place = outer.within(target);
                body.open("case 0 -> {");
                completes = assigns(local);
                body.turn("} default -> {");
                completes |= assigns(local);
                body.close("}");
                body.close("}");
                body.place = outer;
                assigned = !jumps().breaks(target);
                completes |= !assigned;
            }
            default -> {
                Place outer = body.place;
                body.open("try {");
                body.place = outer.inTry(false);
                completes = assigns(local);
                body.turn("} catch (RuntimeException " + body.unique("e") + ") {");
                completes |= assigns(local);
                body.close("}");
                body.place = outer;
            }
        }
        local.hidden = !assigned;
        return completes;
    }

    private boolean assigns(Scope.Local local) {
        int mark = body.scope.mark();
        boolean completes = statements(1);
        if (completes) body.line(local.name + " = " + expressions.loose(local.kind) + ";");
        body.scope.release(mark);
        return completes;
    }
}
