package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code try} statements of all kinds. */
final class Handlers extends Writer {
    private static final List<String> UNCHECKED = List.of(
            "Oops",
            "NullPointerException | ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "RuntimeException",
            "Exception",
            "Throwable");

    Handlers(Statements statements) {
        super(statements);
    }

    boolean tryStatement() {
        if (choices.chance(60)) return bareTry();
        statements.loops.around(this::bareTry);
        return true;
    }

    private boolean bareTry() {
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
        int before = jumps().mark();
        boolean catchesFaults = fault || catches.contains("Exception") || catches.contains("Throwable");
        body.place = outer.inTry(catchesFaults);
        if (fault) body.line("Fault.maybe(" + body.tag() + ", " + condition() + ");");
        boolean completes = crossed(4, 2);
        body.place = outer.inTry(false);
        for (String caught : catches) completes |= catchClause(caught, outer.faults());
        body.place = outer.inTry(false);
        if (hasFinally) {
            body.turn("} finally {");
            Runnable crossing = jumps().cut(before);
            if (choices.chance(60)) statements.pause();
            boolean finallyCompletes = block(3);
            if (finallyCompletes) crossing.run();
            completes &= finallyCompletes;
        }
        body.close("}");
        body.place = outer;
        return completes;
    }

    /** A block with jumps at its end. */
    private boolean crossed(int most, int crossings) {
        int mark = body.scope.mark();
        boolean completes = statements(most);
        if (completes) jumps().crossings(crossings);
        body.scope.release(mark);
        return completes;
    }

    private boolean catchClause(String caught, boolean faults) {
        body.count("catch");
        String name = body.unique("e");
        body.turn("} catch (" + (choices.chance(20) ? "final " : "") + caught + " " + name + ") {");
        if (choices.chance(40)) statements.pause();
        body.line("log(" + name + ");");
        boolean completes = crossed(2, 1);
        if (!completes) return false;
        boolean unchecked = !caught.equals("Fault") && !caught.equals("Exception") && !caught.equals("Throwable");
        if ((unchecked || faults) && choices.chance(25)) {
            body.count("rethrow");
            body.line("throw " + name + ";");
            return false;
        }
        return true;
    }

    boolean tryWithResources() {
        body.count("try with resources");
        int mark = body.scope.mark();
        var resources = new ArrayList<String>();
        int count = 1 + choices.pick(2);
        for (int i = 0; i < count; i++) {
            boolean awaitsClose = body.place.awaits() && choices.chance(40);
            if (awaitsClose) body.count("async resource");
            String type = awaitsClose ? "Slow" : "Res";
            String made =
                    "new " + type + "(" + body.tag() + " + " + expressions.loose(Kind.INT) + ", " + condition() + ")";
            if (body.place.awaits() && choices.chance(30)) made = "await(leaf(" + body.tag() + ", " + made + "))";
            resources.add(type + " " + body.unique("r") + " = " + made);
        }
        List<String> catches = catches(false);
        body.open("try (" + String.join("; ", resources) + ") {");
        boolean completes = protectedBlock(false, catches, choices.chance(30));
        body.scope.release(mark);
        return completes;
    }
}
