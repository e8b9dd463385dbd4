package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Target;

/** Writes statements with a variable whose value only one of several ways, as that of a failure, reads. */
final class Lives extends Writer {
    Lives(Statements statements) {
        super(statements);
    }

    boolean life() {
        body.count("a life on one way");
        int mark = body.scope.mark();
        body.open("{");
        Kind kind = body.kind();
        Scope.Local local = reserve(kind, false);
        body.line(kind.type + " " + local.name + " = " + expressions.loose(kind) + ";");
        if (!body.place.tries() || choices.chance(35)) forJump(local);
        else forHandler(local);
        body.close("}");
        body.scope.release(mark);
        return true;
    }

    /** What is not assigned because an await fails keeps its value. */
    private void forHandler(Scope.Local local) {
        Place outer = body.place;
        pause();
        body.open("try {");
        body.place = outer.inTry(false);
        if (choices.chance(50)) {
            body.line("if (" + body.turn() + ") throw new Oops(" + body.tag() + ");");
            if (choices.chance(60)) body.line(local.name + " = " + choices.of(local.kind.literals) + ";");
            pause();
        }
        body.line(local.name + " = " + mayFail(local.kind) + ";");
        block(1);
        body.turn("} catch (RuntimeException " + body.unique("e") + ") {");
        if (choices.chance(50)) pause();
        log(local);
        body.close("}");
        body.place = outer;
    }

    private String mayFail(Kind kind) {
        if (!body.place.awaits()) return expressions.loose(kind);
        String type = "<" + kind.boxed + ", Oops>";
        return "await(" + body.turn() + " ? Leaf." + type + "failing(" + body.tag() + ", new Oops(" + body.tag()
                + ")) : " + "leaf(" + body.tag() + ", " + expressions.exact(kind) + "))";
    }

    /** A jump leaves before the value is replaced. */
    private void forJump(Scope.Local local) {
        var target = new Target(body.unique("l"), false, false);
        Place outer = body.place;
        body.open(target.label + ": {");
        body.place = outer.within(target);
        pause();
        body.line("if (" + body.turn() + ") break " + target.label + ";");
        body.line(local.name + " = " + expressions.loose(local.kind) + ";");
        pause();
        block(1);
        body.close("}");
        body.place = outer;
        log(local);
    }

    private void pause() {
        statements.pause();
    }

    private void log(Scope.Local local) {
        String text = local.kind.isAddressable() ? "Trace.text(" + local.name + ")" : local.name;
        body.line("log(" + body.tag() + " + " + text + ");");
    }
}
