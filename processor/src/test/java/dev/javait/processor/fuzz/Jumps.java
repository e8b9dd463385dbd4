package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Ending;
import dev.javait.processor.fuzz.Place.Target;
import java.util.ArrayList;
import java.util.List;

/** Writes jumps, and knows which ends of statements they make reachable. */
final class Jumps extends Writer {
    private final List<Jump> made = new ArrayList<>();

    /** How many values the async lambda that is being written has returned. */
    private int valueReturns;

    private record Jump(Target target, boolean isBreak) {}

    Jumps(Statements statements) {
        super(statements);
    }

    /** Whether the end of {@code target} is reachable by a break. */
    boolean breaks(Target target) {
        return made.contains(new Jump(target, true));
    }

    /** Whether the next round of {@code target} is reachable by a continue. */
    boolean continues(Target target) {
        return made.contains(new Jump(target, false));
    }

    void breakOut(Target target) {
        made.add(new Jump(target, true));
    }

    int mark() {
        return made.size();
    }

    /** Forgets the jumps since {@code mark}, which pass a {@code finally}; what is given takes them up again. */
    Runnable cut(int mark) {
        List<Jump> passing = made.subList(mark, made.size());
        var crossing = List.copyOf(passing);
        passing.clear();
        return () -> made.addAll(crossing);
    }

    int valueReturns() {
        return valueReturns;
    }

    boolean jumpStatement() {
        if (choices.chance(88)) {
            body.line("if (" + condition() + ") " + jump());
            return true;
        }
        body.line(jump());
        return false;
    }

    /** Jumps that are taken now and then. */
    void crossings(int most) {
        for (int i = choices.pick(most + 1); i > 0; i--) body.line("if (" + body.turn() + ") " + jump());
    }

    String jump() {
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
                made.add(new Jump(target, false));
                return innermostLoop && (target.label == null || choices.chance(50))
                        ? "continue;"
                        : "continue " + target.label + ";";
            }
            if (innermost || target.label != null) {
                body.count("break");
                made.add(new Jump(target, true));
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

    String returning(Place place) {
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
            case END -> "return end();";
            case VALUE -> {
                valueReturns++;
                yield "return " + expressions.exact(place.result()) + ";";
            }
            case YIELD -> yielding(place.result());
            case NONE -> throw new IllegalStateException("nowhere to return to");
        };
    }

    String yielding(Kind result) {
        String value = expressions.exact(result);
        // javac takes some of these for calls of a method named yield
        return "yield " + (value.startsWith("(") ? "(" + result.type + ") " : "") + value + ";";
    }
}
