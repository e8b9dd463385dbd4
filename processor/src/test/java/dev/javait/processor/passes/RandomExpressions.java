package dev.javait.processor.passes;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes expressions of all shapes. */
final class RandomExpressions {
    private final Random chance;
    private final RandomPrograms programs;
    private int calls;

    RandomExpressions(Random chance, RandomPrograms programs) {
        this.chance = chance;
        this.programs = programs;
    }

    /** {@code name(number)}: a call that can be told from all others in the trail. */
    String call(String name) {
        return name + "(" + calls++ + ")";
    }

    private static Expr.Opaque opaque(Type type, Object... pieces) {
        return new Expr.Opaque(Code.join(pieces), type, false);
    }

    Code intCode(Surroundings around) {
        int kind = chance.nextInt(6);
        if (kind == 0 && !around.ints().isEmpty()) {
            return Code.join(new Part.Use(pick(around.ints()), Part.Access.READ_WRITE), "++");
        }
        if (kind == 1 && !around.ints().isEmpty()) {
            Variable read = pick(around.ints());
            return read.type().isReference() ? Code.join("(", read, " + 0)") : Code.use(read);
        }
        if (kind == 2) return Code.of("(" + call("int") + " + 1)");
        if (kind == 3 && !around.readable().isEmpty()) {
            return Code.join("int(", Integer.toString(calls++), ", ", pick(around.readable()), ")");
        }
        return Code.of(call("int"));
    }

    /** A value of type int: an await of an {@code Integer} in it is unboxed on the spot, as Java does. */
    Expr intValue(Surroundings around, int depth) {
        if (depth <= 0) return leaf(around);
        return switch (chance.nextInt(12)) {
            case 0, 1 -> await("int", Type.INT);
            case 2 -> await("boxed", Type.INT);
            case 3 -> strict("call(" + calls++ + ", ", ", ", ")", around, depth);
            case 4 -> strict("(", chance.nextBoolean() ? " + " : " - ", ")", around, depth);
            case 5 ->
                new Expr.Conditional(
                        condition(around, depth - 1),
                        intValue(around, depth - 1),
                        intValue(around, depth - 1),
                        Type.INT);
            case 6 -> element(around, depth);
            case 7 -> new Expr.Await(awaitable(around, depth), AwaitKind.AWAITABLE, Type.INT, 1);
            case 8 -> choice(around, depth - 1);
            case 9 -> compound(around, depth - 1);
            case 10 ->
                around.ints().isEmpty()
                        ? leaf(around)
                        : new Expr.Strict(
                                List.of(
                                        new Expr.Fixed(Code.of("(")),
                                        new Expr.Operand(assignment(around, depth)),
                                        new Expr.Fixed(Code.of(")"))),
                                Type.INT);
            default -> leaf(around);
        };
    }

    /** A value of type {@code Integer}, which may be null, or of type int. */
    Expr anyValue(Surroundings around, int depth) {
        return chance.nextInt(3) == 0 ? await("boxed", Types.INTEGER) : intValue(around, depth);
    }

    private Expr await(String kind, Type type) {
        return new Expr.Await(opaque(Type.OBJECT, call("later_" + kind)), AwaitKind.AWAITABLE, type, 1);
    }

    private Expr leaf(Surroundings around) {
        if (chance.nextInt(5) == 0) return new Expr.Opaque(Code.of("7"), Type.INT, true);
        return new Expr.Opaque(intCode(around), Type.INT, false);
    }

    private Expr strict(String open, String between, String close, Surroundings around, int depth) {
        var pieces = new ArrayList<Expr.Piece>();
        pieces.add(new Expr.Fixed(Code.of(open)));
        int operands = between.equals(", ") ? 1 + chance.nextInt(3) : 2;
        for (int i = 0; i < operands; i++) {
            if (i > 0) pieces.add(new Expr.Fixed(Code.of(between)));
            pieces.add(new Expr.Operand(operands == 2 ? intValue(around, depth - 1) : anyValue(around, depth - 1)));
        }
        pieces.add(new Expr.Fixed(Code.of(close)));
        return new Expr.Strict(pieces, Type.INT);
    }

    /** {@code x = value}. */
    Expr assignment(Surroundings around, int depth) {
        var place = new Part.Use(pick(around.ints()), Part.Access.WRITE);
        Expr value = intValue(around, depth - 1);
        return new Expr.Strict(List.of(new Expr.Fixed(Code.join(place, " = ")), new Expr.Operand(value)), Type.INT);
    }

    /** {@code later_int(…)} with an operand that may await. */
    private Expr awaitable(Surroundings around, int depth) {
        return new Expr.Strict(
                List.of(
                        new Expr.Fixed(Code.of("later_int(" + calls++ + ", ")),
                        new Expr.Operand(intValue(around, depth - 1)),
                        new Expr.Fixed(Code.of(")"))),
                Type.OBJECT);
    }

    /** {@code array[index]} or {@code array[index] = value}. */
    private Expr element(Surroundings around, int depth) {
        var pieces = new ArrayList<Expr.Piece>();
        boolean assigned = chance.nextBoolean();
        if (assigned) pieces.add(new Expr.Fixed(Code.of("(")));
        pieces.add(new Expr.Operand(reference("arr")));
        pieces.add(new Expr.Fixed(Code.of("[")));
        pieces.add(new Expr.Operand(index(around, depth)));
        pieces.add(new Expr.Fixed(Code.of("]")));
        if (assigned) {
            pieces.add(new Expr.Fixed(Code.of(" = ")));
            pieces.add(new Expr.Operand(intValue(around, depth - 1)));
            pieces.add(new Expr.Fixed(Code.of(")")));
        }
        return new Expr.Strict(pieces, Type.INT);
    }

    private Expr index(Surroundings around, int depth) {
        return chance.nextBoolean() ? intValue(around, depth - 1) : opaque(Type.INT, call("int"));
    }

    /** A call that gives a reference, or an await that does. */
    Expr reference(String kind) {
        if (chance.nextInt(3) > 0) return opaque(Type.OBJECT, call(kind));
        return await(kind, Type.OBJECT);
    }

    Expr.Compound compound(Surroundings around, int depth) {
        String operator = List.of("+", "-", "*").get(chance.nextInt(3));
        Expr value = intValue(around, depth);
        // The code of these tests has no types: where op= stays as it is, it cannot narrow.
        Type castTo = value.isOpaque() || chance.nextBoolean() ? Type.INT : Types.BYTE;
        return new Expr.Compound(place(around, depth), operator, value, castTo, Type.INT);
    }

    private Expr.Place place(Surroundings around, int depth) {
        if (!around.ints().isEmpty() && chance.nextInt(2) == 0) return new Expr.Place.Local(pick(around.ints()));
        if (chance.nextBoolean()) return new Expr.Place.Field(reference("box"), Code.of("field"), Type.INT);
        return new Expr.Place.Element(reference("arr"), index(around, depth), Type.INT);
    }

    /** A switch expression: every way through a case ends in a {@code yield}. */
    Expr choice(Surroundings around, int depth) {
        Variable result = Variable.slot("switched", Type.INT);
        Target target = Target.expression(result);
        Surroundings inside = around.withinExpression(target);
        boolean arrow = chance.nextBoolean();
        var cases = new ArrayList<Stmt.Case>();
        for (int i = 0; i < 2; i++) {
            List<Stmt> body = new ArrayList<>(programs.statements(inside, depth));
            if (arrow || i > 0 || chance.nextBoolean()) body.add(yielding(inside, depth));
            boolean isDefault = i == 1;
            Code labels = Code.of(isDefault ? "default" : "case 0, 1");
            cases.add(new Stmt.Case(labels, List.of(), isDefault, body, 1));
        }
        var choice = new Stmt.Switch(target, intValue(around, depth - 1), cases, arrow, null, 1);
        return new Expr.Choice(choice, Type.INT);
    }

    private Stmt yielding(Surroundings inside, int depth) {
        return new Stmt.ExitWith(
                Stmt.ExitKind.YIELD, inside.yields(), intValue(inside, depth), Types.INTEGER, AwaitKind.AWAITABLE, 1);
    }

    Expr condition(Surroundings around, int depth) {
        if (depth <= 0) return opaque(Type.BOOLEAN, call("bool"));
        return switch (chance.nextInt(7)) {
            case 0, 1 -> await("bool", chance.nextBoolean() ? Types.BOOLEAN : Type.BOOLEAN);
            case 2, 3 ->
                new Expr.ShortCircuit(chance.nextBoolean(), condition(around, depth - 1), condition(around, depth - 1));
            case 4 ->
                new Expr.Conditional(
                        condition(around, depth - 1),
                        condition(around, depth - 1),
                        condition(around, depth - 1),
                        Type.BOOLEAN);
            case 5 ->
                new Expr.Strict(
                        List.of(
                                new Expr.Operand(intValue(around, depth - 1)),
                                new Expr.Fixed(Code.of(" < ")),
                                new Expr.Operand(intValue(around, depth - 1))),
                        Type.BOOLEAN);
            default -> opaque(Type.BOOLEAN, call("bool"));
        };
    }

    /** {@code boxed(…) instanceof Integer binding}, perhaps with an await that is reached only then. */
    Expr match(Variable binding, Surroundings around, int depth) {
        Code test = Code.join(call("boxed"), " instanceof ", Types.INTEGER, " ", new Part.BindingName(binding));
        Expr match = opaque(Type.BOOLEAN, Code.join(test, new Part.Bound(List.of(binding))));
        if (chance.nextBoolean()) return match;
        return new Expr.ShortCircuit(true, match, condition(around.withReadable(binding), depth));
    }

    <T> T pick(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
