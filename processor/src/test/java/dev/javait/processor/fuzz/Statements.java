package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Ending;
import dev.javait.processor.fuzz.Place.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes random statements. Each method that writes one says whether it can complete normally, by the rules of the Java
 * language, so that nothing unreachable is written behind it.
 */
final class Statements {
    private static final List<String> UNCHECKED = List.of(
            "Oops",
            "NullPointerException | ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "RuntimeException",
            "Exception",
            "Throwable");

    private final Body body;
    private final Choices choices;
    private final Expressions expressions;
    /** The jumps that make their target's end, or its next round, reachable. */
    private final List<Jump> jumps = new ArrayList<>();

    private int valueReturns;

    private record Jump(Target target, boolean isBreak) {}

    Statements(Body body, Expressions expressions) {
        this.body = body;
        this.choices = body.choices;
        this.expressions = expressions;
        expressions.with(this);
    }

    /** Statements up to the end of a block; variables that they declare end with it. */
    boolean block(int most) {
        int mark = body.scope.mark();
        boolean completes = statements(most);
        body.scope.release(mark);
        return completes;
    }

    private boolean statements(int most) {
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
        if (statements(most)) body.line(returning(body.place));
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
        if (inLoop && choices.chance(12)) return jumpStatement();
        return switch (choices.pick(body.place.tries() ? 38 : 30)) {
            case 0, 1 -> simple();
            case 2 -> declarators();
            case 3, 4, 5, 6 -> declaration();
            case 7, 8, 9 -> assignment();
            case 10, 11 -> expression();
            case 12, 13, 14 -> branch();
            case 15, 16, 17, 18, 19 -> loop();
            case 20, 21, 22 -> switchStatement();
            case 23 -> labelled();
            case 24 -> jumpStatement();
            case 25 -> later();
            case 26 -> localClass();
            case 27 -> patternFlow();
            case 28 -> braces();
            case 29 -> switchDeclaration();
            case 30 -> monitor();
            case 31 -> tryWithResources();
            case 32 -> assignedLater();
            default -> tryStatement();
        };
    }

    private boolean simple() {
        body.count("log");
        body.line("log(" + body.tag() + " + " + expressions.loose(choices.of(Kind.ALL)) + ");");
        return true;
    }

    // ---- variables

    private boolean declaration() {
        body.count("declaration");
        Kind kind = choices.of(Kind.ALL);
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
    private boolean switchDeclaration() {
        Kind kind = choices.of(Kind.ALL);
        Scope.Local local = reserve(kind, true);
        body.line(kind.type + " " + local.name + " = " + switchExpression(kind, false) + ";");
        local.hidden = false;
        return true;
    }

    private Scope.Local reserve(Kind kind, boolean constant) {
        Scope.Local local = body.scope.declare(body.scope.freshName(), kind, constant);
        local.hidden = true;
        return local;
    }

    private boolean declarators() {
        body.count("several declarators");
        Kind kind = choices.of(Kind.ALL);
        Scope.Local first = reserve(kind, false);
        String one = expressions.loose(kind);
        first.hidden = false;
        Scope.Local second = reserve(kind, false);
        String two = expressions.loose(kind);
        second.hidden = false;
        body.line(kind.type + " " + first.name + " = " + one + ", " + second.name + " = " + two + ";");
        return true;
    }

    private boolean assignment() {
        Kind kind = choices.of(Kind.ALL);
        String place = expressions.place(kind);
        if (place == null) return simple();
        body.count("assignment");
        body.line(
                (choices.chance(60) ? expressions.change(kind, place) : place + " = " + expressions.loose(kind)) + ";");
        return true;
    }

    private boolean expression() {
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
            Kind kind = choices.of(Kind.ALL);
            body.line("await(leaf(" + body.tag() + ", " + expressions.loose(kind) + "));");
        } else {
            body.line("new Node(" + expressions.loose(Kind.INT) + ", " + expressions.loose(Kind.STRING) + ").plus("
                    + expressions.loose(Kind.INT) + ");");
        }
        return true;
    }

    /** A variable without initialiser that every way to its first use assigns. */
    private boolean assignedLater() {
        body.count("definite assignment");
        Kind kind = choices.of(Kind.ALL);
        int form = choices.pick(3);
        boolean constant = form < 2 && choices.chance(50);
        Scope.Local local = reserve(kind, constant);
        body.line((constant ? "final " : "") + kind.type + " " + local.name + ";");
        boolean completes;
        switch (form) {
            case 0 -> {
                body.open("if (" + condition() + ") {");
                completes = assigns(local);
                body.turn("} else {");
                completes |= assigns(local);
                body.close("}");
            }
            case 1 -> {
                body.open("switch (" + expressions.loose(Kind.INT) + " & 1) {");
                body.open("case 0 -> {");
                completes = assigns(local);
                body.turn("} default -> {");
                completes |= assigns(local);
                body.close("}");
                body.close("}");
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
        local.hidden = false;
        return completes;
    }

    private boolean assigns(Scope.Local local) {
        int mark = body.scope.mark();
        boolean completes = statements(1);
        if (completes) body.line(local.name + " = " + expressions.loose(local.kind) + ";");
        body.scope.release(mark);
        return completes;
    }

    // ---- branches and loops

    private String condition() {
        return expressions.loose(Kind.BOOLEAN);
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

    private boolean loop() {
        var target = new Target(choices.chance(40) ? body.unique("l") : null, true, true);
        Place outer = body.place;
        int mark = body.scope.mark();
        boolean completes = switch (choices.pick(6)) {
            case 0 -> whileLoop(target);
            case 1 -> doLoop(target);
            case 2 -> endlessLoop(target);
            case 3 -> forLoop(target);
            default -> forEach(target);
        };
        body.place = outer;
        body.scope.release(mark);
        return completes;
    }

    private boolean within(Target target, int most) {
        body.place = body.place.within(target);
        return block(most);
    }

    private String bounded() {
        return choices.chance(70) ? "tick() && " + condition() : condition() + " && tick()";
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
        boolean tested = completes || jumps.contains(new Jump(target, false));
        // javac takes what stands behind a switch expression in a condition that is never reached for reachable
        body.close("} while (" + (tested ? bounded() : "tick()") + ");");
        return tested || jumps.contains(new Jump(target, true));
    }

    private boolean endlessLoop(Target target) {
        body.count("endless loop");
        body.open(target.prefix() + choices.of(List.of("for (;;) {", "while (true) {")));
        if (body.place.ending() != Ending.NONE && choices.chance(30)) {
            body.line("if (!tick()) " + returning(body.place));
        } else {
            body.line("if (!tick()) break;");
            jumps.add(new Jump(target, true));
        }
        within(target, 3);
        body.close("}");
        return jumps.contains(new Jump(target, true));
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
        boolean completes = within(target, 4);
        body.close("}");
        body.place = outer;
        return completes || jumps.contains(new Jump(target, true));
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

    // ---- jumps

    private boolean jumpStatement() {
        if (choices.chance(75)) {
            body.line("if (" + condition() + ") " + jump());
            return true;
        }
        body.line(jump());
        return false;
    }

    private String jump() {
        List<Target> targets = body.place.targets();
        int choice = choices.pick(8);
        if (choice >= 4 && !targets.isEmpty()) {
            Target target = targets.get(targets.size() - 1 - choices.pick(targets.size()));
            boolean innermost = targets.stream()
                            .filter(t -> t.isBreakable)
                            .reduce((a, b) -> b)
                            .orElse(null)
                    == target;
            boolean innermostLoop =
                    targets.stream().filter(t -> t.isLoop).reduce((a, b) -> b).orElse(null) == target;
            if (target.isLoop && choices.chance(50) && (innermostLoop || target.label != null)) {
                body.count("continue");
                jumps.add(new Jump(target, false));
                return innermostLoop && (target.label == null || choices.chance(50))
                        ? "continue;"
                        : "continue " + target.label + ";";
            }
            if (innermost || target.label != null) {
                body.count("break");
                jumps.add(new Jump(target, true));
                return innermost && (target.label == null || choices.chance(50))
                        ? "break;"
                        : "break " + target.label + ";";
            }
        }
        if (choice >= 1 && body.place.ending() != Ending.NONE) return returning(body.place);
        body.count("throw");
        if (body.place.faults() && choices.chance(30))
            return "throw new Fault(" + expressions.loose(Kind.STRING) + ");";
        return "throw new Oops(" + expressions.loose(choices.of(List.of(Kind.STRING, Kind.INT))) + ");";
    }

    private String returning(Place place) {
        body.count("return or yield");
        if (place.ending() == Ending.DONE && place.tails() && choices.chance(25)) {
            List<Body.Callee> fitting = body.callees.stream()
                    .filter(callee -> callee.result() == place.result()
                            && !callee.eager()
                            && (callee.isStatic() || !body.isStatic))
                    .toList();
            if (!fitting.isEmpty()) return "return " + expressions.callOf(choices.of(fitting)) + ";";
        }
        return switch (place.ending()) {
            case DONE -> "return done(" + expressions.loose(place.result()) + ");";
            case VALUE -> {
                valueReturns++;
                yield "return " + expressions.exact(place.result()) + ";";
            }
            case YIELD -> yielding(place.result());
            case NONE -> throw new IllegalStateException("nowhere to return to");
        };
    }

    private String yielding(Kind result) {
        String value = expressions.exact(result);
        // javac takes some of these for calls of a method named yield
        return "yield " + (value.startsWith("(") ? "(" + result.type + ") " : "") + value + ";";
    }

    /** The statements of an async lambda. */
    String asyncLambdaBody(Kind kind) {
        List<Scope.Local> hidden = body.scope.hideVariables();
        Place outer = body.place;
        int returnsBefore = valueReturns;
        int mark = body.scope.mark();
        body.place = outer.ofAsyncLambda(kind);
        int position = body.position();
        boolean completes = statements(2);
        if (completes || valueReturns == returnsBefore) {
            if (!completes) body.cut(position);
            body.line("return " + expressions.exact(kind) + ";");
        }
        body.scope.release(mark);
        body.place = outer;
        body.scope.show(hidden);
        return body.cut(position);
    }

    // ---- switch

    private String selector(Kind kind) {
        String selector = expressions.loose(kind);
        return kind == Kind.INT && choices.chance(70) ? selector + " & 3" : selector;
    }

    private static List<String> labels(Kind kind) {
        return switch (kind) {
            case INT -> List.of("0", "1", "2", "3");
            case STRING -> List.of("\"a\"", "\"bc\"", "\"\"", "\"0\"");
            case CHAR -> List.of("'a'", "'z'", "'b'", "'\\u0000'");
            case COLOUR -> List.of("RED", "GREEN", "BLUE");
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static final List<Kind> SELECTORS = List.of(Kind.INT, Kind.STRING, Kind.COLOUR, Kind.CHAR);

    private boolean switchStatement() {
        boolean arrow = choices.chance(50);
        body.count(arrow ? "switch ->" : "switch :");
        Kind kind = choices.of(SELECTORS);
        var target = new Target(choices.chance(30) ? body.unique("l") : null, false, true);
        Place outer = body.place;
        body.open(target.prefix() + "switch (" + selector(kind) + ") {");
        body.place = outer.within(target);
        int mark = body.scope.mark();
        boolean hasDefault = choices.chance(60);
        int cases = 1 + choices.pick(3);
        int defaultAt = hasDefault ? choices.pick(cases) : -1;
        boolean anyCompletes = false;
        boolean lastCompletes = true;
        for (int i = 0; i < cases; i++) {
            String label = i == defaultAt ? "default" : "case " + labels(kind).get(i);
            if (arrow) {
                body.open(label + " -> {");
                lastCompletes = block(2);
                body.close("}");
            } else {
                int group = body.scope.mark();
                body.open(label + ":");
                lastCompletes = statements(3);
                if (lastCompletes && choices.chance(60)) {
                    body.line("break;");
                    jumps.add(new Jump(target, true));
                    lastCompletes = false;
                }
                body.indentBy(-1);
                body.scope.hideFrom(group);
            }
            anyCompletes |= lastCompletes;
        }
        body.scope.release(mark);
        body.place = outer;
        body.close("}");
        return !hasDefault || (arrow ? anyCompletes : lastCompletes) || jumps.contains(new Jump(target, true));
    }

    /** A switch expression, in parentheses. */
    String switchExpression(Kind result, boolean isOperand) {
        boolean arrow = choices.chance(60);
        body.count(arrow ? "switch expression ->" : "switch expression :");
        Kind kind = choices.of(SELECTORS);
        String selector = selector(kind);
        Place outer = body.place;
        int mark = body.scope.mark();
        int position = body.position();
        body.place = outer.ofSwitchExpression(result, isOperand);
        int cases = 2 + choices.pick(2);
        for (int i = 0; i < cases; i++) {
            String label = i == cases - 1 ? "default" : "case " + labels(kind).get(i);
            if (arrow && choices.chance(50)) {
                body.line(label + " -> " + expressions.exact(result) + ";");
            } else if (arrow) {
                body.open(label + " -> {");
                int arm = body.scope.mark();
                if (i == 0 || statements(2)) body.line(yielding(result));
                body.scope.release(arm);
                body.close("}");
            } else {
                int group = body.scope.mark();
                body.open(label + ":");
                if (i == 0 || statements(2) && (i == cases - 1 || choices.chance(60))) body.line(yielding(result));
                body.indentBy(-1);
                body.scope.hideFrom(group);
            }
        }
        body.scope.release(mark);
        body.place = outer;
        return "(switch (" + selector + ") {\n" + body.cut(position) + "})";
    }

    // ---- exceptions

    private boolean tryStatement() {
        body.count("try");
        boolean fault = choices.chance(25);
        List<String> catches = catches(fault);
        boolean hasFinally = catches.isEmpty() || choices.chance(40);
        body.open("try {");
        return protectedBlock(fault, catches, hasFinally);
    }

    private List<String> catches(boolean fault) {
        var catches = new ArrayList<String>();
        if (fault) catches.add("Fault");
        for (int i = choices.pick(3), from = 0; i > 0 && from < UNCHECKED.size(); i--) {
            from += choices.pick(UNCHECKED.size() - from);
            catches.add(UNCHECKED.get(from++));
        }
        return catches;
    }

    private boolean protectedBlock(boolean fault, List<String> catches, boolean hasFinally) {
        Place outer = body.place;
        int jumpsBefore = jumps.size();
        boolean catchesFaults = fault || catches.contains("Exception") || catches.contains("Throwable");
        body.place = outer.inTry(catchesFaults);
        if (fault) body.line("Fault.maybe(" + body.tag() + ", " + condition() + ");");
        boolean completes = block(4);
        body.place = outer.inTry(false);
        for (String caught : catches) completes |= catchClause(caught, outer.faults());
        body.place = outer.inTry(false);
        if (hasFinally) {
            body.turn("} finally {");
            var crossing = List.copyOf(jumps.subList(jumpsBefore, jumps.size()));
            jumps.subList(jumpsBefore, jumps.size()).clear();
            boolean finallyCompletes = block(3);
            if (finallyCompletes) jumps.addAll(crossing);
            completes &= finallyCompletes;
        }
        body.close("}");
        body.place = outer;
        return completes;
    }

    private boolean catchClause(String caught, boolean faults) {
        body.count("catch");
        String name = body.unique("e");
        body.turn("} catch (" + (choices.chance(20) ? "final " : "") + caught + " " + name + ") {");
        if (choices.chance(40))
            body.line("await(leaf(" + body.tag() + ", 0));".replace("await(", body.place.awaits() ? "await(" : "log("));
        body.line("log(" + name + ");");
        boolean completes = block(2);
        if (!completes) return false;
        boolean unchecked = !caught.equals("Fault") && !caught.equals("Exception") && !caught.equals("Throwable");
        if ((unchecked || faults) && choices.chance(25)) {
            body.count("rethrow");
            body.line("throw " + name + ";");
            return false;
        }
        return true;
    }

    private boolean tryWithResources() {
        body.count("try with resources");
        int mark = body.scope.mark();
        var resources = new ArrayList<String>();
        int count = 1 + choices.pick(2);
        for (int i = 0; i < count; i++) {
            String made = "new Res(" + body.tag() + " + " + expressions.loose(Kind.INT) + ", " + condition() + ")";
            if (body.place.awaits() && choices.chance(30)) made = "await(leaf(" + body.tag() + ", " + made + "))";
            resources.add("Res " + body.unique("r") + " = " + made);
        }
        List<String> catches = catches(false);
        body.open("try (" + String.join("; ", resources) + ") {");
        boolean completes = protectedBlock(false, catches, choices.chance(30));
        body.scope.release(mark);
        return completes;
    }

    // ---- lambdas and classes

    private boolean later() {
        body.count("lambda for later");
        captured("later(() -> log(" + body.tag() + " + ", "));");
        return true;
    }

    private void captured(String before, String after) {
        List<Scope.Local> hidden = body.scope.hideVariables();
        Place outer = body.place;
        boolean wasStatic = body.isStatic;
        body.place = outer.plain();
        var values = new ArrayList<String>();
        for (int i = 1 + choices.pick(2); i > 0; i--) values.add(expressions.loose(choices.of(Kind.ALL)));
        body.place = outer;
        body.isStatic = wasStatic;
        body.scope.show(hidden);
        body.line(before + String.join(" + \",\" + ", values) + after);
    }

    private boolean localClass() {
        body.count("local class");
        boolean wasStatic = body.isStatic;
        body.isStatic = true;
        String name = body.unique("Local");
        switch (choices.pick(3)) {
            case 0 -> {
                body.open("class " + name + " {");
                captured("String text(int more) { return \"\" + more + ", "; }");
                body.close("}");
                body.isStatic = wasStatic;
                body.line("log(new " + name + "().text(" + expressions.loose(Kind.INT) + "));");
            }
            case 1 -> {
                body.line("record " + name + "(int x, String y) { int twice() { return x * 2; } }");
                body.isStatic = wasStatic;
                body.line("log(new " + name + "(" + expressions.loose(Kind.INT) + ", " + expressions.loose(Kind.STRING)
                        + "));");
            }
            default -> {
                body.open("later(new Runnable() {");
                captured("public void run() { log(\"anonymous \" + ", "); }");
                body.close("});");
                body.isStatic = wasStatic;
            }
        }
        return true;
    }

    /** {@code if (!(x instanceof T t)) leave;} with {@code t} in scope behind it. */
    private boolean patternFlow() {
        body.count("pattern flowing out of an if");
        Kind kind = choices.of(List.of(Kind.STRING, Kind.INTEGER, Kind.INTS));
        String name = body.unique("p");
        body.open("if (!(" + expressions.exact(Kind.OBJECT) + " instanceof " + kind.boxed + " " + name + ")) {");
        int mark = body.scope.mark();
        if (statements(2)) body.line(jump());
        body.scope.release(mark);
        body.close("}");
        body.scope.declare(name, kind, true);
        return true;
    }
}
