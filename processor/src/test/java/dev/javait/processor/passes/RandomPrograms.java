package dev.javait.processor.passes;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes method bodies of all shapes of statements, nested at random. */
final class RandomPrograms {
    private final Random chance;
    private final RandomExpressions expressions;
    private int names;
    private int budget = 45;

    private RandomPrograms(long seed) {
        chance = new Random(seed);
        expressions = new RandomExpressions(chance, this);
    }

    static Stmt make(long seed) {
        var programs = new RandomPrograms(seed);
        Variable counter = programs.variable("counter", Type.INT, false);
        var statements = new ArrayList<Stmt>();
        statements.add(new Stmt.Local(counter, new Expr.Opaque(Code.of("0"), Type.INT, true), 1));
        Surroundings around = Surroundings.METHOD.withInt(counter);
        while (programs.budget > 0) {
            statements.addAll(programs.statements(around, 4));
        }
        return new Stmt.Block(statements, 1);
    }

    private Variable variable(String name, Type type, boolean stable) {
        return new Variable(name + names++, type, Variable.Origin.LOCAL, false, stable);
    }

    private Target target() {
        return Target.statement("t" + names++);
    }

    /** A few statements; a variable that one of them declares is there for those that follow. */
    List<Stmt> statements(Surroundings around, int depth) {
        var statements = new ArrayList<Stmt>();
        Surroundings here = around;
        for (int i = chance.nextInt(3); i >= 0; i--) {
            if (chance.nextInt(5) == 0) {
                boolean boxed = chance.nextInt(3) == 0;
                Variable local = variable("x", boxed ? Types.INTEGER : Type.INT, false);
                Expr value = boxed ? expressions.anyValue(here, depth) : expressions.intValue(here, depth);
                statements.add(new Stmt.Local(local, value, 1));
                here = here.withInt(local);
            } else {
                statements.add(statement(here, depth));
            }
        }
        return statements;
    }

    private Stmt block(Surroundings around, int depth) {
        return new Stmt.Block(statements(around, depth - 1), 1);
    }

    private Stmt statement(Surroundings around, int depth) {
        budget--;
        if (depth <= 0 || budget < 0) return simple(around, 0);
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3 -> simple(around, depth);
            case 4, 5 -> branch(around, depth);
            case 6, 7 -> loop(around, depth);
            case 8 -> forEach(around, depth);
            case 9 -> labeled(around, depth);
            case 10 -> switchOver(around, depth);
            case 11, 12, 13, 14 -> tryCatch(around, depth);
            case 15, 16, 17 -> withResources(around, depth);
            case 18 -> assertion(around, depth);
            default -> jump(around, depth);
        };
    }

    private Stmt simple(Surroundings around, int depth) {
        return switch (chance.nextInt(9)) {
            case 0, 1 -> dropped(expressions.intValue(around, depth));
            case 2 -> new Stmt.Evaluate(expressions.compound(around, depth), 1);
            case 3 ->
                around.ints().isEmpty()
                        ? act()
                        : new Stmt.Assign(expressions.pick(around.ints()), expressions.intValue(around, depth), 1);
            case 4, 5 -> opaqueWithJump(around);
            case 6 -> chance.nextInt(3) == 0 ? failing(depth) : act();
            default -> act();
        };
    }

    private Stmt assigning(Surroundings around, int depth) {
        Variable variable = expressions.pick(around.ints());
        var place = new Part.Use(variable, Part.Access.WRITE);
        String value = " = " + expressions.call("int") + ";";
        return switch (chance.nextInt(4)) {
            case 0 -> new Stmt.Assign(variable, expressions.intValue(around, depth), 1);
            case 1 -> new Stmt.Evaluate(expressions.assignment(around, depth), 1);
            case 2 -> new Stmt.Opaque(Code.join(place, value), true, 1);
            default -> new Stmt.Opaque(Code.join("if (" + expressions.call("bool") + ") ", place, value), true, 1);
        };
    }

    /** A value that is dropped is not unboxed either. */
    private Stmt dropped(Expr expr) {
        if (expr instanceof Expr.Compound) return new Stmt.Evaluate(expr, 1);
        if (!(expr instanceof Expr.Await await)) return act();
        return new Stmt.Evaluate(new Expr.Await(await.awaitable(), await.kind(), Types.INTEGER, 1), 1);
    }

    private Stmt act() {
        return new Stmt.Opaque(Code.of(expressions.call("act") + ";"), true, 1);
    }

    private Stmt failing(int depth) {
        if (chance.nextBoolean()) return new Stmt.Opaque(Code.of("throw " + expressions.call("err") + ";"), false, 1);
        return new Stmt.Throw(depth > 0 ? expressions.reference("err") : opaque(expressions.call("err")), 1);
    }

    private static Expr.Opaque opaque(String code) {
        return new Expr.Opaque(Code.of(code), Type.OBJECT, false);
    }

    // Jumps.

    private Jump anyJump(Surroundings around) {
        var jumps = new ArrayList<Jump>();
        around.breaks().forEach(target -> jumps.add(new Jump.Break(target)));
        around.loops().forEach(target -> jumps.add(new Jump.Continue(target)));
        Target choice = around.yields();
        if (choice != null) {
            jumps.add(new Jump.Yield(choice, expressions.intCode(around)));
        } else {
            jumps.add(new Jump.Return(completion(around)));
        }
        return expressions.pick(jumps);
    }

    private Completion completion(Surroundings around) {
        return switch (chance.nextInt(4)) {
            case 0 -> new Completion.Nothing();
            case 1 -> new Completion.Tail(Code.of(expressions.call("later_int")), AwaitKind.AWAITABLE, Types.INTEGER);
            default -> new Completion.Value(expressions.intCode(around), Types.INTEGER);
        };
    }

    private Stmt jump(Surroundings around, int depth) {
        if (chance.nextInt(3) > 0) return new Stmt.JumpTo(anyJump(around), 1);
        Target choice = around.yields();
        Stmt.ExitKind kind = choice != null
                ? Stmt.ExitKind.YIELD
                : chance.nextBoolean() ? Stmt.ExitKind.RETURN_VALUE : Stmt.ExitKind.RETURN_TAIL;
        Expr operand = kind == Stmt.ExitKind.RETURN_TAIL
                ? new Expr.Await(opaque(expressions.call("later_later_int")), AwaitKind.AWAITABLE, Type.OBJECT, 1)
                : expressions.intValue(around, depth);
        return new Stmt.ExitWith(kind, choice, operand, Types.INTEGER, AwaitKind.AWAITABLE, 1);
    }

    /** The user's text with a jump in its midst. */
    private Stmt opaqueWithJump(Surroundings around) {
        var exit = new Part.Exit(anyJump(around), false);
        String test = "if (" + expressions.call("bool") + ") ";
        String act = expressions.call("act") + ";";
        return switch (chance.nextInt(5)) {
            case 0 ->
                new Stmt.Opaque(
                        Code.join("while (" + expressions.call("bool") + ") { " + act + test, exit, "}"), true, 1);
            case 1 ->
                new Stmt.Opaque(
                        Code.join("try { " + act + test, exit, " } finally { " + expressions.call("act") + "; }"),
                        true,
                        1);
            case 2 ->
                new Stmt.Opaque(
                        Code.join(test, exit, " else { " + act, new Part.Exit(anyJump(around), false), "}"), false, 1);
            default -> new Stmt.Opaque(Code.join(test, exit), true, 1);
        };
    }

    // Statements that hold statements.

    private Stmt branch(Surroundings around, int depth) {
        if (chance.nextInt(4) == 0) {
            var binding = new Variable("b" + names++, Types.INTEGER, Variable.Origin.BINDING, false, true);
            Expr match = expressions.match(binding, around, depth - 1);
            return new Stmt.If(match, block(around.withReadable(binding), depth), otherwise(around, depth), 1);
        }
        Expr condition = expressions.condition(around, depth - 1);
        return new Stmt.If(condition, block(around, depth), otherwise(around, depth), 1);
    }

    private Stmt otherwise(Surroundings around, int depth) {
        return chance.nextBoolean() ? null : block(around, depth);
    }

    private Stmt loop(Surroundings around, int depth) {
        Target target = target();
        Surroundings inside = around.withinLoop(target);
        Expr condition = chance.nextInt(6) == 0 ? null : expressions.condition(around, depth - 1);
        List<Stmt> update = chance.nextInt(3) > 0
                ? List.of()
                : List.of(new Stmt.Evaluate(expressions.compound(around, depth - 1), 1));
        return new Stmt.Loop(target, List.of(), condition, block(inside, depth), update, chance.nextInt(3) > 0, 1);
    }

    private Stmt forEach(Surroundings around, int depth) {
        Target target = target();
        Stmt.Source source = Stmt.Source.values()[chance.nextInt(3)];
        Type elements = source == Stmt.Source.ARRAY ? Type.INT : Types.INTEGER;
        Variable variable = variable("each", chance.nextBoolean() ? Type.INT : Types.INTEGER, true);
        String kind = switch (source) {
            case ARRAY -> "arr";
            case ITERABLE -> "list";
            case ASYNC -> "alist";
        };
        Surroundings inside = around.withinLoop(target).withReadable(variable);
        return new Stmt.ForEach(
                target, variable, expressions.reference(kind), source, elements, Type.OBJECT, block(inside, depth), 1);
    }

    private Stmt labeled(Surroundings around, int depth) {
        Target target = target();
        return new Stmt.Labeled(target, block(around.within(target), depth), 1);
    }

    private Stmt switchOver(Surroundings around, int depth) {
        Target target = target();
        var cases = new ArrayList<Stmt.Case>();
        int defaultAt = chance.nextInt(5);
        for (int i = 0; i < 3; i++) {
            List<Stmt> body = chance.nextInt(4) == 0 ? List.of() : statements(around.within(target), depth - 1);
            Code labels = Code.of(i == defaultAt ? "default" : "case " + i);
            cases.add(new Stmt.Case(labels, List.of(), i == defaultAt, body, 1));
        }
        Code missing = defaultAt > 2 && chance.nextBoolean() ? Code.of("throw " + expressions.call("err") + ";") : null;
        Expr selector = expressions.intValue(around, depth - 1);
        return new Stmt.Switch(target, selector, cases, chance.nextBoolean(), missing, 1);
    }

    private Stmt tryCatch(Surroundings around, int depth) {
        boolean ends = chance.nextInt(3) > 0;
        List<Stmt.Catch> catches = ends && chance.nextBoolean() ? List.of() : catches(around, depth);
        Stmt ending = ends ? block(around, depth) : null;
        return new Stmt.Try(List.of(), block(around, depth), catches, ending, 1);
    }

    private List<Stmt.Catch> catches(Surroundings around, int depth) {
        List<List<String>> kinds = chance.nextBoolean()
                ? List.of(List.of("Red"), List.of("Blue", "NullPointerException"), List.of("Throwable"))
                : List.of(List.of("Red", "Blue"), List.of("Failure"), List.of("Exception"));
        int first = chance.nextInt(3);
        var catches = new ArrayList<Stmt.Catch>();
        for (List<String> names : kinds.subList(first, first + 1 + chance.nextInt(3 - first))) {
            Type type = Types.named(names.size() > 1 ? "Exception" : names.get(0));
            Variable parameter = variable("e", type, true);
            Surroundings inside = around.withReadable(parameter);
            List<Type> types = names.stream().map(Types::named).toList();
            catches.add(new Stmt.Catch(parameter, types, handler(inside, parameter, depth), 1));
        }
        return catches;
    }

    private Stmt handler(Surroundings inside, Variable parameter, int depth) {
        var statements = new ArrayList<>(statements(inside, depth - 1));
        if (chance.nextInt(3) == 0) {
            statements.add(new Stmt.Throw(new Expr.Opaque(Code.use(parameter), parameter.type(), true), 1));
        }
        return new Stmt.Block(statements, 1);
    }

    private Stmt withResources(Surroundings around, int depth) {
        var resources = new ArrayList<Stmt.Resource>();
        Surroundings inside = around;
        for (int i = chance.nextInt(2); i >= 0; i--) {
            Variable variable = variable("r", Type.OBJECT, true);
            Stmt.Closing closing = Stmt.Closing.values()[chance.nextInt(3)];
            resources.add(new Stmt.Resource(variable, expressions.reference("res"), closing, 1));
            inside = inside.withReadable(variable);
        }
        List<Stmt.Catch> catches = chance.nextInt(3) > 0 ? List.of() : catches(around, depth);
        Stmt ending = chance.nextInt(4) > 0 ? null : block(around, depth);
        return new Stmt.Try(resources, block(inside, depth), catches, ending, 1);
    }

    private Stmt assertion(Surroundings around, int depth) {
        Expr condition = expressions.condition(around, depth - 1);
        Expr detail = chance.nextBoolean() ? null : expressions.intValue(around, depth - 1);
        return new Stmt.Assert(Code.of(expressions.call("bool")), condition, detail, 1);
    }
}
