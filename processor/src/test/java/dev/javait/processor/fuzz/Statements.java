package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Target;
import java.util.List;

/**
 * Writes random statements. Each method that writes one says whether it can complete normally, by the rules of the Java
 * language, so that nothing unreachable is written behind it.
 */
final class Statements {
    final Body body;
    final Expressions expressions;
    final Jumps jumps;
    final Switches switches;
    final Captures captures;

    private final Choices choices;
    private final Variables variables;
    final Loops loops;
    final Handlers handlers;
    private final Lives lives;
    private final Generators generators;

    Statements(Body body, Expressions expressions) {
        this.body = body;
        this.choices = body.choices;
        this.expressions = expressions;
        jumps = new Jumps(this);
        switches = new Switches(this);
        captures = new Captures(this);
        variables = new Variables(this);
        loops = new Loops(this);
        handlers = new Handlers(this);
        lives = new Lives(this);
        generators = new Generators(this);
        expressions.with(this);
    }

    /** Statements up to the end of a block; variables that they declare end with it. */
    boolean block(int most) {
        int mark = body.scope.mark();
        boolean completes = statements(most);
        body.scope.release(mark);
        return completes;
    }

    boolean statements(int most) {
        boolean completes = true;
        for (int i = 0; i < most && completes; i++) {
            Choices.Span span = choices.open("statement");
            boolean more = choices.chance(body.fuel > 0 ? 88 : 35);
            if (more) completes = statement();
            choices.close(span);
            if (!more) break;
        }
        return completes;
    }

    /** All of a method. */
    void methodBody(int most) {
        for (int i = choices.pick(4); i >= 0; i--) variables.plainDeclaration();
        boolean completes = true;
        for (int i = 0; i < most && completes; i++) {
            completes = choices.chance(50) ? guarded() : statements(1);
        }
        if (completes) body.line(jumps.returning(body.place));
    }

    /** Statements behind which the method goes on if they fail. */
    private boolean guarded() {
        Choices.Span span = choices.open("statement");
        Place outer = body.place;
        body.open("try {");
        body.place = outer.inTry(false);
        block(2);
        body.place = outer;
        String name = body.unique("e");
        body.turn("} catch (RuntimeException " + name + ") {");
        body.line("log(" + name + ");");
        body.close("}");
        choices.close(span);
        return true;
    }

    private boolean statement() {
        int fuelOutside = body.expressionFuel;
        body.expressionFuel = choices.pick(9);
        boolean completes = body.spend() ? compound() : simple();
        body.expressionFuel = fuelOutside;
        return completes;
    }

    private boolean compound() {
        boolean inLoop = body.place.targets().stream().anyMatch(target -> target.isLoop);
        // asked for everywhere, so that the decisions of a statement make the same one elsewhere
        boolean leaves = choices.chance(12);
        boolean generates = choices.chance(20);
        if (inLoop && leaves) return jumps.jumpStatement();
        if (generators.mayStand() && generates) return generators.statement();
        return switch (choices.pick(body.place.tries() ? 41 : 32)) {
            case 0, 1 -> simple();
            case 2 -> variables.declarators();
            case 3, 4, 5, 6 -> variables.declaration();
            case 7, 8, 9 -> variables.assignment();
            case 10, 11 -> variables.expression();
            case 12, 13, 14 -> branch();
            case 15, 16, 17, 18, 19 -> loops.loop();
            case 20, 21, 22 -> switches.switchStatement();
            case 23 -> labelled();
            case 24 -> jumps.jumpStatement();
            case 25 -> captures.later();
            case 26 -> captures.localClass();
            case 27 -> patternFlow();
            case 28 -> braces();
            case 29 -> variables.switchDeclaration();
            case 30, 31 -> lives.life();
            case 32 -> monitor();
            case 33 -> handlers.tryWithResources();
            case 34 -> variables.assignedLater();
            default -> handlers.tryStatement();
        };
    }

    boolean simple() {
        body.count("log");
        body.line("log(" + body.tag() + " + " + expressions.text(body.kind()) + ");");
        return true;
    }

    /** An await, where one may stand. */
    void pause() {
        String value = body.tag() + ", " + expressions.loose(body.kind());
        body.line(body.place.awaits() ? "await(leaf(" + value + "));" : "note(" + value + ");");
    }

    String condition() {
        return choices.chance(45) ? body.turn() : expressions.loose(Kind.BOOLEAN);
    }

    private boolean branch() {
        body.count("if");
        body.open("if (" + condition() + ") {");
        boolean completes = block(3);
        if (choices.chance(50)) {
            body.turn("} else {");
            completes |= block(3);
        } else {
            completes = true;
        }
        body.close("}");
        return completes;
    }

    private boolean braces() {
        body.count("block");
        body.open("{");
        boolean completes = block(3);
        body.close("}");
        return completes;
    }

    private boolean labelled() {
        body.count("labelled block");
        var target = new Target(body.unique("l"), false, false);
        Place outer = body.place;
        body.open(target.label + ": {");
        body.place = outer.within(target);
        boolean completes = block(4);
        body.close("}");
        body.place = outer;
        return completes || jumps.breaks(target);
    }

    private boolean monitor() {
        body.count("synchronized");
        Place outer = body.place;
        body.open("synchronized (" + (body.isStatic ? body.className + ".class" : "this") + ") {");
        body.place = outer.withoutAwait();
        boolean completes = block(2);
        body.place = outer;
        body.close("}");
        return completes;
    }

    /** {@code if (!(x instanceof T t)) leave;} with {@code t} in scope behind it. */
    private boolean patternFlow() {
        body.count("pattern flowing out of an if");
        Kind kind = choices.of(List.of(Kind.STRING, Kind.INTEGER, Kind.INTS));
        String name = body.unique("p");
        body.open("if (!(" + expressions.exact(Kind.OBJECT) + " instanceof " + kind.boxed + " " + name + ")) {");
        int mark = body.scope.mark();
        if (statements(2)) body.line(jumps.jump());
        body.scope.release(mark);
        body.close("}");
        body.scope.declare(name, kind, true);
        return true;
    }
}
