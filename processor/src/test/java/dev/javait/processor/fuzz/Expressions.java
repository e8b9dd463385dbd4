package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes random expressions of a kind. */
final class Expressions {
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "+", "-", "*", "/", "%");
    private static final List<String> BITS = List.of("&", "|", "^", "<<", ">>", ">>>");
    private static final List<String> COMPARISONS = List.of("<", ">", "<=", ">=", "==", "!=");
    private static final List<Kind> TEXTUAL =
            List.of(Kind.STRING, Kind.INT, Kind.CHAR, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.INTEGER, Kind.COLOUR);

    private final Body body;
    private final Choices choices;
    private final Races races;
    private Statements statements;

    Expressions(Body body) {
        this.body = body;
        this.choices = body.choices;
        this.races = new Races(body, this);
    }

    void with(Statements statements) {
        this.statements = statements;
    }

    /** An expression whose type is exactly that of {@code kind}. */
    String exact(Kind kind) {
        return write(kind, true);
    }

    /** An expression that can stand where a {@code kind} is expected: an awaited int may be an Integer. */
    String loose(Kind kind) {
        return write(kind, false);
    }

    /** Something to append to a string, the same in each run: no array's address. */
    String text(Kind kind) {
        return kind.isAddressable() ? "Trace.text(" + loose(kind) + ")" : loose(kind);
    }

    private String write(Kind kind, boolean exact) {
        Choices.Span span = choices.open(kind.name());
        String text = body.spendOnExpression() ? compound(kind, exact) : simple(kind);
        choices.close(span);
        return text;
    }

    private String simple(Kind kind) {
        List<String> variables = body.scope.readable(kind);
        int choice = choices.pick(kind.literals.size() + 3 * variables.size());
        if (choice < kind.literals.size()) return parenthesised(literal(kind, choice));
        return variables.get((choice - kind.literals.size()) % variables.size());
    }

    /** Rarely null, behind which so little runs. */
    private String literal(Kind kind, int choice) {
        String literal = kind.literals.get(choice);
        return literal.contains("null") && !choices.chance(25) ? kind.literals.get(0) : literal;
    }

    private static String parenthesised(String literal) {
        return literal.contains(" ") ? "(" + literal + ")" : literal;
    }

    private String compound(Kind kind, boolean exact) {
        switch (choices.pick(30)) {
            case 0, 1, 2, 3, 4:
                return simple(kind);
            case 5, 6:
                return "note(" + body.tag() + ", " + write(kind, exact) + ")";
            case 7, 8, 9, 10:
                return body.place.awaits() ? await(kind, exact) : simple(kind);
            case 11:
                return call(kind, exact);
            case 12:
                body.count("?:");
                return "(" + loose(Kind.BOOLEAN) + " ? " + exact(kind) + " : " + exact(kind) + ")";
            case 13:
                return assignment(kind);
            case 14:
                return switchExpression(kind);
            case 15:
                return helper(kind, exact);
            case 16:
                return lambda(kind);
            case 24, 25, 26, 27, 28, 29:
                return body.place.awaits() ? races.race(kind) : simple(kind);
            default:
                return special(kind);
        }
    }

    private String await(Kind kind, boolean exact) {
        String cast = exact && kind.isPrimitive() ? "(" + kind.type + ") " : "";
        String awaited;
        switch (choices.pick(12)) {
            case 0 -> {
                body.count("await failing");
                String message = choices.chance(50) ? loose(Kind.STRING) : body.tag();
                awaited = "Leaf.<" + kind.boxed + ", Oops>failing(" + body.tag() + ", new Oops(" + message + "))";
            }
            case 1 -> {
                body.count("await stage");
                awaited = "stage(" + body.tag() + ", " + loose(kind) + ")";
            }
            case 2 -> {
                if (!body.spend()) return simple(kind);
                awaited = asyncLambda(kind);
            }
            default -> {
                body.count("await leaf");
                awaited = "leaf(" + body.tag() + ", " + loose(kind) + ")";
            }
        }
        String text = "await(" + awaited + ")";
        return cast.isEmpty() ? text : "(" + cast + text + ")";
    }

    private String asyncLambda(Kind kind) {
        body.count("async lambda");
        String lines = statements.captures.asyncLambdaBody(kind);
        return "async(() -> {\n" + lines + "})";
    }

    private String call(Kind kind, boolean exact) {
        List<Body.Callee> fitting = body.callees.stream()
                .filter(callee -> callee.result() == kind && (callee.isStatic() || !body.isStatic))
                .toList();
        if (fitting.isEmpty() || !body.place.awaits() || !body.place.faults()) return simple(kind);
        body.count("await async call");
        String text = "await(" + callOf(choices.of(fitting)) + ")";
        return exact && kind.isPrimitive() ? "((" + kind.type + ") " + text + ")" : text;
    }

    /** A call of an async method, which gives a coroutine. */
    String callOf(Body.Callee callee) {
        String receiver = callee.isStatic() ? "" : choices.chance(30) ? "this." : "";
        return receiver
                + callee.name()
                + callee.parameters().stream().map(this::loose).collect(Collectors.joining(", ", "(", ")"));
    }

    private String helper(Kind kind, boolean exact) {
        if (exact && kind.isPrimitive()) return simple(kind);
        body.count("generic call");
        if (choices.chance(40)) {
            var arguments = new ArrayList<String>();
            int count = 1 + choices.pick(3);
            for (int i = 0; i < count; i++) arguments.add(exact(kind));
            if (kind == Kind.OBJECT || kind == Kind.STRINGS || kind == Kind.INTS) return arguments.get(0);
            return "Calls.<" + kind.boxed + ">last(" + String.join(", ", arguments) + ")";
        }
        return "Calls.second(" + loose(body.kind()) + ", " + exact(kind) + ")";
    }

    private String lambda(Kind kind) {
        body.count("lambda");
        List<Scope.Local> hidden = body.scope.hideVariables();
        Place outer = body.place;
        body.place = outer.plain();
        String value = exact(kind);
        body.place = outer;
        body.scope.show(hidden);
        String text = "((Supplier<" + kind.boxed + ">) () -> " + value + ").get()";
        return kind.isPrimitive() ? "((" + kind.type + ") " + text + ")" : text;
    }

    private String switchExpression(Kind kind) {
        if (!body.spend()) return simple(kind);
        return statements.switches.switchExpression(kind, true);
    }

    // ---- places to assign to

    /** Something of this kind that can be assigned, without side effects that matter for reading it again. */
    String place(Kind kind) {
        List<String> places = new ArrayList<>(body.scope.assignable(kind));
        int locals = places.size();
        boolean member = !body.isStatic;
        switch (kind) {
            case INT -> places.addAll(List.of(body.className + ".counter", "NODE.number", "ELEMENT"));
            case STRING -> places.addAll(List.of("NODE.name", "TEXTS"));
            case LONG -> places.add(member ? "this.wide" : body.className + ".total");
            case BYTE -> places.add("NODE.small");
            case INTEGER -> places.add("NODE.boxed");
            case OBJECT -> places.add(body.className + ".any");
            case NODE -> places.add(body.className + ".head");
            default -> {}
        }
        if (places.isEmpty()) return null;
        int choice = choices.pick(places.size() + 2 * locals);
        String place = places.get(choice < places.size() ? choice : (choice - places.size()) % locals);
        if (place.startsWith("NODE")) return node() + place.substring(4);
        if (place.equals("ELEMENT")) return array(Kind.INTS) + "[" + index() + "]";
        if (place.equals("TEXTS")) return array(Kind.STRINGS) + "[" + index() + "]";
        if (place.startsWith("this.") && choices.chance(50)) {
            String bare = place.substring(5);
            if (!body.scope.isTaken(bare)) return bare;
        }
        return place;
    }

    private String node() {
        return choices.chance(30) ? exact(Kind.NODE) : body.className + ".head" + (choices.chance(40) ? ".self()" : "");
    }

    private String array(Kind kind) {
        List<String> variables = body.scope.readable(kind);
        if (!variables.isEmpty() && choices.chance(70)) return choices.of(variables);
        return body.className + (kind == Kind.INTS ? ".cells" : ".words");
    }

    private String index() {
        if (choices.chance(40)) return loose(Kind.INT) + " & 1";
        return String.valueOf(choices.chance(8) ? 2 : choices.pick(2));
    }

    private String assignment(Kind kind) {
        String place = place(kind);
        if (place == null) return simple(kind);
        body.count("assignment in expression");
        if (choices.chance(50)) return "(" + change(kind, place) + ")";
        return "(" + place + " = " + loose(kind) + ")";
    }

    /** A compound assignment or increment of {@code place}. */
    String change(Kind kind, String place) {
        if ((kind.isNumber() || kind == Kind.INTEGER || kind == Kind.LONG_BOX) && choices.chance(35)) {
            body.count("increment");
            return switch (choices.pick(4)) {
                case 0 -> place + "++";
                case 1 -> "++" + place;
                case 2 -> place + "--";
                default -> "--" + place;
            };
        }
        body.count("compound assignment");
        if (kind == Kind.STRING) return place + " += " + loose(choices.of(TEXTUAL));
        if (kind == Kind.BOOLEAN) return place + " " + choices.of(List.of("&", "|", "^")) + "= " + loose(Kind.BOOLEAN);
        if (kind == Kind.INTEGER) return place + " " + operator(true) + "= " + loose(Kind.INT);
        if (kind == Kind.LONG_BOX) return place + " " + operator(true) + "= " + loose(Kind.LONG);
        if (!kind.isNumber()) return place + " = " + loose(kind);
        boolean bits = kind.isIntegral() && choices.chance(40);
        Kind right = bits ? choices.of(List.of(Kind.INT, Kind.LONG, Kind.BYTE)) : choices.of(Kind.NUMBERS);
        return place + " " + operator(bits) + "= " + loose(right);
    }

    private String operator(boolean bits) {
        return bits ? choices.of(BITS) : choices.of(ARITHMETIC);
    }

    // ---- what only some kinds have

    private String special(Kind kind) {
        body.count("operator");
        return switch (kind) {
            case INT -> integer();
            case BOOLEAN -> condition();
            case STRING -> string();
            case LONG, DOUBLE, FLOAT -> wideNumber(kind);
            case BYTE, SHORT, CHAR -> "((" + kind.type + ") (" + integer() + "))";
            case INTEGER ->
                choices.chance(50) ? "Integer.valueOf(" + loose(Kind.INT) + ")" : "((Integer) " + exact(Kind.INT) + ")";
            case LONG_BOX -> "((Long) " + exact(Kind.LONG) + ")";
            case OBJECT -> "((Object) " + exact(body.kind()) + ")";
            case INTS -> ints();
            case STRINGS -> "(new String[] {" + loose(Kind.STRING) + ", " + loose(Kind.STRING) + "})";
            case COLOUR -> "Colour.values()[" + loose(Kind.INT) + " & 1]";
            case NODE -> newNode();
        };
    }

    private String integer() {
        return switch (choices.pick(13)) {
            case 0, 1, 2 -> "(" + loose(Kind.INT) + " " + choices.of(ARITHMETIC) + " " + loose(Kind.INT) + ")";
            case 3 ->
                "(" + loose(Kind.INT) + " " + choices.of(BITS) + " "
                        + loose(choices.of(List.of(Kind.INT, Kind.CHAR, Kind.BYTE))) + ")";
            case 4 -> "(" + choices.of(List.of("- ", "~", "+ ")) + loose(Kind.INT) + ")";
            case 5 -> exact(Kind.STRING) + ".length()";
            case 6 -> "((int) " + exact(choices.of(Kind.NUMBERS)) + ")";
            case 7 -> "((int) " + exact(Kind.INTEGER) + ")";
            case 8 -> exact(Kind.INTS) + "[" + index() + "]";
            case 9 -> exact(Kind.NODE) + ".plus(" + loose(Kind.INT) + ")";
            case 10 -> "Calls.total(" + loose(Kind.INT) + ", " + loose(Kind.INT) + ", " + exact(Kind.INT) + ")";
            case 11 -> array(Kind.INTS) + ".length";
            default -> node() + ".number";
        };
    }

    private String wideNumber(Kind kind) {
        Kind other = kind == Kind.LONG
                ? choices.of(List.of(Kind.LONG, Kind.INT, Kind.CHAR))
                : choices.of(List.of(kind, Kind.INT, Kind.BYTE));
        return switch (choices.pick(4)) {
            case 0 -> "((" + kind.type + ") " + exact(choices.of(Kind.NUMBERS)) + ")";
            case 1 -> "(- " + exact(kind) + ")";
            case 2 -> "(" + exact(kind) + " " + choices.of(ARITHMETIC) + " " + loose(other) + ")";
            default ->
                "((" + kind.type + ") (" + loose(other) + " " + choices.of(ARITHMETIC) + " " + exact(kind) + "))";
        };
    }

    private String condition() {
        return switch (choices.pick(10)) {
            case 0, 1 -> "(" + loose(Kind.BOOLEAN) + " && " + loose(Kind.BOOLEAN) + ")";
            case 2, 3 -> "(" + loose(Kind.BOOLEAN) + " || " + loose(Kind.BOOLEAN) + ")";
            case 4 -> "!" + loose(Kind.BOOLEAN);
            case 5 ->
                "(" + loose(Kind.BOOLEAN) + " " + choices.of(List.of("&", "|", "^")) + " " + loose(Kind.BOOLEAN) + ")";
            case 6, 7 -> {
                Kind left = choices.of(Kind.NUMBERS);
                yield "(" + exact(left) + " " + choices.of(COMPARISONS) + " " + exact(choices.of(Kind.NUMBERS)) + ")";
            }
            case 8 ->
                "(" + exact(choices.of(List.of(Kind.STRING, Kind.INTEGER, Kind.NODE, Kind.OBJECT)))
                        + choices.of(List.of(" == null)", " != null)"));
            default -> patternCondition();
        };
    }

    private String patternCondition() {
        body.count("instanceof pattern");
        Kind kind = choices.of(List.of(Kind.STRING, Kind.INTEGER, Kind.INTS));
        String name = body.unique("p");
        String tested = exact(Kind.OBJECT);
        int mark = body.scope.mark();
        body.scope.declare(name, kind, true);
        String rest = loose(Kind.BOOLEAN);
        body.scope.release(mark);
        return "(" + tested + " instanceof " + kind.boxed + " " + name + " && " + rest + ")";
    }

    private String string() {
        return switch (choices.pick(8)) {
            case 0, 1, 2 ->
                "(" + exact(Kind.STRING) + " + " + loose(choices.of(TEXTUAL)) + " + " + loose(choices.of(TEXTUAL))
                        + ")";
            case 3 -> "(" + loose(Kind.INT) + " + " + exact(Kind.STRING) + ")";
            case 4 -> exact(Kind.STRING) + ".concat(" + loose(Kind.STRING) + ")";
            case 5 -> "Calls.kind(" + exact(choices.of(TEXTUAL)) + ")";
            case 6 -> "String.valueOf(" + exact(choices.of(List.of(Kind.NODE, Kind.INT, Kind.CHAR, Kind.DOUBLE))) + ")";
            default ->
                "String.format(\"%s|%s\", " + loose(choices.of(TEXTUAL)) + ", " + loose(choices.of(TEXTUAL)) + ")";
        };
    }

    private String ints() {
        return switch (choices.pick(3)) {
            case 0 -> "(new int[] {" + loose(Kind.INT) + ", " + loose(Kind.INT) + "})";
            case 1 -> "(new int[2 + (" + loose(Kind.INT) + " & 1)])";
            default ->
                "new int[][] {{" + loose(Kind.INT) + "}, {" + loose(Kind.INT) + ", " + loose(Kind.CHAR) + "}}["
                        + index() + "]";
        };
    }

    private String newNode() {
        String made = "new Node(" + loose(Kind.INT) + ", " + loose(Kind.STRING) + ")";
        return switch (choices.pick(4)) {
            case 0 -> made + ".self()";
            case 1 -> body.className + ".head";
            case 2 -> body.className + ".head.next";
            default -> made;
        };
    }
}
