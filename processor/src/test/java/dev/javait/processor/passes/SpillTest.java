package dev.javait.processor.passes;

import static dev.javait.processor.passes.Build.await;
import static dev.javait.processor.passes.Build.block;
import static dev.javait.processor.passes.Build.code;
import static dev.javait.processor.passes.Build.constant;
import static dev.javait.processor.passes.Build.eval;
import static dev.javait.processor.passes.Build.local;
import static dev.javait.processor.passes.Build.loop;
import static dev.javait.processor.passes.Build.number;
import static dev.javait.processor.passes.Build.object;
import static dev.javait.processor.passes.Build.run;
import static dev.javait.processor.passes.Build.strict;
import static dev.javait.processor.passes.Build.variable;
import static dev.javait.processor.passes.Build.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.StmtText;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.spill.Spill;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpillTest {
    private static void spills(Stmt statement, String expected) {
        Stmt block = statement instanceof Stmt.Block ? statement : block(statement);
        String text = StmtText.of(Spill.run(block)).strip();
        String inner = text.substring(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
        assertEquals(expected, inner.stripIndent() + "\n");
    }

    @Test
    void whatIsEvaluatedBeforeAnAwaitWaitsAndWhatComesAfterItDoesNot() {
        spills(eval(strict("f(", code("a()"), ", ", code("b()"), ", ", await("c()"), ", ", code("d()"), ")")), """
                int value = a();
                int value2 = b();
                awaited = await(c());
                f(value, value2, awaited, d());
                """);
    }

    @Test
    void theOperandInWhichTheLastAwaitStandsIsNotKept() {
        spills(eval(strict("f(", code("a()"), ", ", strict("g(", await("c()"), ")"), ", ", code("d()"), ")")), """
                int value = a();
                awaited = await(c());
                f(value, g(awaited), d());
                """);
    }

    @Test
    void aStableOperandIsNotKept() {
        spills(eval(strict("f(", constant("1"), ", ", await("c()"), ")")), """
                awaited = await(c());
                f(1, awaited);
                """);
    }

    @Test
    void awaitedValuesAreNotKeptTwice() {
        spills(eval(strict("f(", await("a()"), ", ", await("b()"), ")")), """
                awaited = await(a());
                awaited2 = await(b());
                f(awaited, awaited2);
                """);
    }

    @Test
    void aDroppedResultHasNoVariable() {
        spills(eval(await(await("a()"), Type.OBJECT)), """
                awaited = await(a());
                await(awaited);
                """);
    }

    @Test
    void anEmitHasNoResult() {
        spills(eval(new Expr.Await(await("a()"), AwaitKind.EMIT, Type.VOID, 1)), """
                awaited = await(a());
                emit(awaited);
                """);
    }

    @Test
    void anAwaitGoesStraightIntoItsVariable() {
        spills(local(object("x"), await(code("a()"), Type.OBJECT)), "x = await(a());\n");
    }

    @Test
    void anAwaitedBoxGoesStraightIntoItsPrimitive() {
        spills(local(number("x"), await(code("a()"), Types.INTEGER)), "x = await(a());\n");
    }

    @Test
    void anAssignedAwaitGoesStraightIntoItsVariable() {
        Variable x = number("x");
        Expr parenthesised = strict("(", await("a()"), ")");
        spills(eval(strict(Code.join(write(x), " = "), parenthesised)), "x = await(a());\n");
    }

    @Test
    void anAwaitOfAnotherTypeIsConvertedByAnAssignment() {
        Variable wide = variable("x", Type.primitive(Type.Kind.LONG));
        spills(local(wide, await(code("a()"), Types.INTEGER)), """
                awaited = await(a());
                long x = awaited;
                """);
    }

    @Test
    void theRightSideOfAndIsAwaitedOnlyIfItIsReached() {
        Expr both = new Expr.ShortCircuit(true, code("a()"), await(code("b()"), Type.BOOLEAN));
        spills(eval(strict("f(", both, ")")), """
                boolean test = a();
                if (test) {
                    test = await(b());
                }
                f(test);
                """);
    }

    @Test
    void theRightSideOfOrIsAwaitedOnlyIfItIsReached() {
        Expr either = new Expr.ShortCircuit(false, await(code("a()"), Type.BOOLEAN), await(code("b()"), Type.BOOLEAN));
        spills(eval(strict("f(", either, ")")), """
                awaited = await(a());
                boolean test = awaited;
                if (test) {
                }
                else {
                    test = await(b());
                }
                f(test);
                """);
    }

    @Test
    void anIfThatAwaitsBehindAndNeedsNoVariableForIt() {
        Expr both = new Expr.ShortCircuit(true, code("a()"), await(code("b()"), Type.BOOLEAN));
        spills(new Stmt.If(both, run("yes();"), run("no();"), 1), """
                end: {
                    else: {
                        if (a()) {
                        }
                        else {
                            break else;
                        }
                        awaited = await(b());
                        if (awaited) {
                        }
                        else {
                            break else;
                        }
                        yes();
                        break end;
                    }
                    no();
                }
                """);
    }

    @Test
    void onlyTheChosenBranchIsAwaited() {
        Expr chosen = new Expr.Conditional(code("c()"), await("a()"), code("b()"), Type.INT);
        spills(eval(strict("f(", chosen, ")")), """
                int chosen;
                if (c()) {
                    chosen = await(a());
                }
                else {
                    chosen = b();
                }
                f(chosen);
                """);
    }

    @Test
    void aConditionalThatAwaitsInItsConditionOnlyStaysOne() {
        Expr chosen = new Expr.Conditional(await("c()"), code("a()"), code("b()"), Type.INT);
        spills(eval(strict("f(", chosen, ")")), """
                awaited = await(c());
                f((awaited ? a() : b()));
                """);
    }

    @Test
    void aCompoundAssignmentReadsTheOldValueBeforeItAwaitsAndNarrows() {
        var place = new Expr.Place.Element(code("a()"), code("i()"), Types.BYTE);
        spills(eval(new Expr.Compound(place, "+", await("b()"), Types.BYTE, Types.BYTE)), """
                int array = a();
                int index = i();
                byte old = array[index];
                awaited = await(b());
                array[index] = (byte) (old + awaited);
                """);
    }

    @Test
    void aCompoundAssignmentWithAnAwaitInItsPlaceOnlyStaysOne() {
        var place = new Expr.Place.Element(code("a()"), await("i()"), Type.INT);
        spills(eval(new Expr.Compound(place, "<<", code("b()"), Type.INT, Type.INT)), """
                int array = a();
                awaited = await(i());
                array[awaited] <<= b();
                """);
    }

    @Test
    void aFieldIsReadBeforeTheValueIsAwaitedAndItsReceiverIsEvaluatedOnce() {
        var place = new Expr.Place.Field(code("a()"), Code.of("name"), Types.STRING);
        spills(eval(new Expr.Compound(place, "+", await("b()"), Types.STRING, Types.STRING)), """
                int receiver = a();
                String old = receiver.name;
                awaited = await(b());
                receiver.name = old + awaited;
                """);
    }

    @Test
    void theValueOfACompoundAssignmentKeepsItsOperatorsTogether() {
        Expr sum = strict(code("a()"), " + ", await("b()"));
        var place = new Expr.Place.Local(number("x"));
        spills(eval(new Expr.Compound(place, "-", sum, Type.INT, Type.INT)), """
                int old = x;
                int value = a();
                awaited = await(b());
                x = (int) (old - (value + awaited));
                """);
    }

    @Test
    void aConditionOfALoopIsAwaitedBeforeEachTest() {
        spills(loop(Target.statement("loop"), await(code("a()"), Type.BOOLEAN), run("b();")), """
                loop: while (awaited) {
                    b();
                }
                before each test:
                    awaited = await(a());
                """);
    }

    @Test
    void aLoopOverAnArrayEvaluatesItOnce() {
        var each = new Stmt.ForEach(
                Target.statement("loop"),
                number("x"),
                await("a()"),
                Stmt.Source.ARRAY,
                Type.INT,
                Type.INT,
                run("b();"),
                1);
        spills(each, """
                {
                    array = await(a());
                    int index = 0;
                    loop: while (index < array.length) {
                        int x = array[index];
                        b();
                    }
                    after each round:
                        index++;
                }
                """);
    }

    @Test
    void aLoopOverAnIterableCastsWhatItsIteratorGives() {
        var each = new Stmt.ForEach(
                Target.statement("loop"),
                number("x"),
                code("a + b"),
                Stmt.Source.ITERABLE,
                Types.INTEGER,
                Types.named("Iterator"),
                run("b();"),
                1);
        spills(each, """
                {
                    Iterator iterator = (a + b).iterator();
                    loop: while (iterator.hasNext()) {
                        int x = (Integer) iterator.next();
                        b();
                    }
                }
                """);
    }

    @Test
    void anAsyncLoopClosesItsIteratorIfItIsLeftEarly() {
        var each = new Stmt.ForEach(
                Target.statement("loop"),
                object("x"),
                code("a()"),
                Stmt.Source.ASYNC,
                Type.OBJECT,
                Types.named("AsyncIterator"),
                run("b();"),
                1);
        spills(each, """
                {
                    AsyncIterator iterator = a().iterator();
                    boolean early = true;
                    try {
                        loop: while (true) {
                            early = await(iterator.moveNext());
                            if (!early) {
                                break loop;
                            }
                            Object x = iterator.current();
                            b();
                        }
                    }
                    finally (failure) {
                        if (early) {
                            try {
                                await(iterator.close());
                            }
                            catch (Throwable late) {
                                if (failure == null) {
                                    throw late;
                                }
                                failure.addSuppressed(late);
                            }
                        }
                    }
                }
                """);
    }

    private static Stmt with(Stmt.Closing closing) {
        var resource = new Stmt.Resource(object("r"), await(code("a()"), Type.OBJECT), closing, 1);
        return new Stmt.Try(List.of(resource), run("b();"), List.of(), null, 1);
    }

    @Test
    void anAsyncResourceIsClosedByAwaitingBesideTheFailureOfTheBody() {
        spills(with(Stmt.Closing.ASYNC), """
                {
                    r = await(a());
                    try {
                        b();
                    }
                    finally (failure) {
                        if (r != null) {
                            try {
                                await(r.closeAsync());
                            }
                            catch (Throwable late) {
                                if (failure == null) {
                                    throw late;
                                }
                                failure.addSuppressed(late);
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void aScopeSeesTheFailureAndMaySwallowIt() {
        spills(with(Stmt.Closing.SCOPE), """
                {
                    r = await(a());
                    swallowed: {
                        try {
                            b();
                        }
                        finally (failure) {
                            if (r != null) {
                                swallow = await(r.exit(failure));
                                if (failure != null && Boolean.TRUE.equals(swallow)) {
                                    break swallowed;
                                }
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void anAssertionAwaitsOnlyWhereAssertionsAreEnabled() {
        spills(new Stmt.Assert(Code.of("enabled"), await(code("a()"), Type.BOOLEAN), await("b()"), 1), """
                if (enabled) {
                    awaited = await(a());
                    if (awaited) {
                    }
                    else {
                        awaited2 = await(b());
                        throw new AssertionError(awaited2);
                    }
                }
                """);
    }

    @Test
    void aReturnedTailIsNotAwaited() {
        spills(
                new Stmt.ExitWith(Stmt.ExitKind.RETURN_TAIL, null, await("a()"), Type.OBJECT, AwaitKind.AWAITABLE, 1),
                """
                awaited = await(a());
                return awaited;
                """);
    }
}
