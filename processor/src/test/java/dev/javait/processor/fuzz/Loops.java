package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Ending;
import dev.javait.processor.fuzz.Place.Target;
import java.util.List;

/** Writes loops. {@code more()} in them makes them finite. */
final class Loops extends Writer {
    private final AsyncLoops asyncLoops;

    Loops(Statements statements) {
        super(statements);
        asyncLoops = new AsyncLoops(statements);
    }

    boolean loop() {
        var target = new Target(choices.chance(40) ? body.unique("l") : null, true, true);
        Place outer = body.place;
        int mark = body.scope.mark();
        boolean completes = switch (choices.pick(8)) {
            case 0 -> whileLoop(target);
            case 1 -> doLoop(target);
            case 2 -> endlessLoop(target);
            case 3 -> forLoop(target);
            case 4, 5 -> forEach(target);
            default -> asyncLoops.mayStand() ? asyncLoops.loop(target) : forEach(target);
        };
        body.place = outer;
        body.scope.release(mark);
        return completes;
    }

    /** A loop around {@code statement}, which its jumps may leave or continue. */
    void around(Runnable statement) {
        var target = new Target(body.unique("l"), true, true);
        Place outer = body.place;
        body.open(target.prefix() + "while (more()) {");
        body.place = outer.within(target);
        statement.run();
        body.close("}");
        body.place = outer;
    }

    private boolean within(Target target, int most) {
        body.place = body.place.within(target);
        return block(most);
    }

    private String bounded() {
        return choices.chance(70) ? "more() && " + condition() : condition() + " && more()";
    }

    private boolean whileLoop(Target target) {
        body.count("while");
        body.open(target.prefix() + "while (" + bounded() + ") {");
        within(target, 3);
        body.close("}");
        return true;
    }

    private boolean doLoop(Target target) {
        body.count("do");
        Place outer = body.place;
        body.open(target.prefix() + "do {");
        boolean completes = within(target, 3);
        body.place = outer;
        boolean tested = completes || jumps().continues(target);
        // javac takes what stands behind a switch expression in a condition that is never reached for reachable
        body.close("} while (" + (tested ? bounded() : "more()") + ");");
        return tested || jumps().breaks(target);
    }

    private boolean endlessLoop(Target target) {
        body.count("endless loop");
        body.open(target.prefix() + choices.of(List.of("for (;;) {", "while (true) {")));
        if (body.place.ending() != Ending.NONE && choices.chance(30)) {
            body.line("if (!more()) " + jumps().returning(body.place));
        } else {
            body.line("if (!more()) break;");
            jumps().breakOut(target);
        }
        within(target, 3);
        body.close("}");
        return jumps().breaks(target);
    }

    private boolean forLoop(Target target) {
        body.count("for");
        Kind kind = choices.of(List.of(Kind.INT, Kind.LONG, Kind.BYTE));
        Scope.Local local = reserve(kind, false);
        String first = expressions.loose(kind);
        local.hidden = false;
        String update = choices.chance(50) ? local.name + "++" : expressions.change(kind, local.name);
        body.open(target.prefix() + "for (" + kind.type + " " + local.name + " = " + first + "; " + bounded() + "; "
                + update + ") {");
        within(target, 3);
        body.close("}");
        return true;
    }

    private boolean forEach(Target target) {
        body.count("enhanced for");
        boolean overList = choices.chance(40);
        Kind kind = choices.of(
                overList ? List.of(Kind.INTEGER, Kind.INT, Kind.LONG) : List.of(Kind.INT, Kind.STRING, Kind.LONG));
        String source;
        if (overList) {
            source = "List.of(" + expressions.exact(Kind.INT) + ", " + expressions.exact(Kind.INT) + ")";
            if (body.place.awaits() && choices.chance(30)) source = "await(leaf(" + body.tag() + ", " + source + "))";
        } else {
            source = expressions.exact(kind == Kind.STRING ? Kind.STRINGS : Kind.INTS);
        }
        boolean constant = choices.chance(60);
        Scope.Local local = body.scope.declare(body.scope.freshName(), kind, constant);
        body.open(target.prefix() + "for (" + kind.type + " " + local.name + " : " + source + ") {");
        within(target, 3);
        body.close("}");
        return true;
    }
}
