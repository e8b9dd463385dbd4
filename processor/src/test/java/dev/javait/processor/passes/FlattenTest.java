package dev.javait.processor.passes;

import static dev.javait.processor.passes.Build.await;
import static dev.javait.processor.passes.Build.block;
import static dev.javait.processor.passes.Build.code;
import static dev.javait.processor.passes.Build.eval;
import static dev.javait.processor.passes.Build.jump;
import static dev.javait.processor.passes.Build.local;
import static dev.javait.processor.passes.Build.loop;
import static dev.javait.processor.passes.Build.number;
import static dev.javait.processor.passes.Build.returning;
import static dev.javait.processor.passes.Build.run;
import static dev.javait.processor.passes.Build.tryCatch;
import static dev.javait.processor.passes.Build.tryFinally;
import static dev.javait.processor.passes.Build.variable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.javait.processor.flatten.Flatten;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.FlowText;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.spill.Spill;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlattenTest {
    private final Target target = Target.statement("target");

    private static void flattens(Stmt body, String expected) {
        assertEquals(expected, FlowText.of(Flatten.run(Spill.run(body), List.of())));
    }

    @Test
    void aLoopThatAwaitsIsThreeBlocks() {
        flattens(loop(target, code("more()"), eval(await("a()")), run("b();")), """
                start:
                    goto loop
                loop:
                    if (more()) goto then else end
                then:
                    await(a()) -> resumed
                resumed:
                    b();
                    goto loop
                end:
                    return
                """);
    }

    @Test
    void continueGoesToTheUpdate() {
        var body = block(
                eval(await("a()")), run("if (c()) ", new Part.Exit(new Jump.Continue(target), false)), run("b();"));
        flattens(new Stmt.Loop(target, List.of(), null, body, List.of(run("i++;")), true, 1), """
                start:
                    goto loop
                loop:
                    await(a()) -> resumed
                resumed:
                    if (c()) goto continue;
                    b();
                    goto continue
                continue:
                    i++;
                    goto loop
                """);
    }

    @Test
    void everyWayIntoAFinallyNotesItsNumberAndForgetsTheOthers() {
        Variable x = number("x");
        var body = block(local(x, await("a()")), run("if (b()) ", new Part.Exit(returning(x), false)));
        flattens(tryFinally(body, eval(await("c()"))), """
                start:
                    goto try
                try, failing to failed:
                    x = await(a()) -> resumed
                resumed, failing to failed:
                    if (b()) { result = x; pending = 2; failure = null; goto finally; }
                    pending = 0;
                    failure = null;
                    result = null;
                    goto finally
                failed:
                    pending = 1;
                    result = null;
                    goto finally
                finally:
                    await(c()) -> resumed2
                resumed2:
                    goto [next, rethrow, proceed][pending]
                rethrow:
                    throw failure
                proceed:
                    return done(result)
                next:
                    return
                """);
    }

    @Test
    void aFinallyThatOnlyFailuresReachNotesNothing() {
        flattens(tryFinally(loop(target, null, eval(await("a()"))), run("b();")), """
                start:
                    goto loop
                loop, failing to failed:
                    await(a()) -> resumed
                resumed, failing to failed:
                    goto loop
                failed:
                    b();
                    throw failure
                """);
    }

    @Test
    void aTailCallWaitsAsAnObjectUntilEveryFinallyHasRun() {
        var tail = new Jump.Return(new Completion.Tail(Code.of("x()"), AwaitKind.STAGE, Types.INTEGER));
        flattens(tryFinally(tryFinally(block(eval(await("a()")), jump(tail)), run("b();")), run("c();")), """
                start:
                    goto try
                try, failing to failed:
                    await(a()) -> resumed
                resumed, failing to failed:
                    result = x();
                    pending = 1;
                    failure = null;
                    goto finally
                failed, failing to failed2:
                    pending = 0;
                    result = null;
                    goto finally
                finally, failing to failed2:
                    b();
                    goto [rethrow, proceed][pending]
                rethrow, failing to failed2:
                    throw failure
                proceed, failing to failed2:
                    result2 = result;
                    pending2 = 1;
                    failure2 = null;
                    goto finally2
                failed2:
                    pending2 = 0;
                    result2 = null;
                    goto finally2
                finally2:
                    c();
                    goto [rethrow2, proceed2][pending2]
                rethrow2:
                    throw failure2
                proceed2:
                    return result2
                """);
    }

    @Test
    void failuresAreAskedForTheirTypesInTheOrderOfTheClauses() {
        var red = new Stmt.Catch(
                variable("e", Types.named("Exception")),
                List.of(Types.named("Red"), Types.named("Blue")),
                run("r();"),
                1);
        var other =
                new Stmt.Catch(variable("f", Types.named("Failure")), List.of(Types.named("Failure")), run("f();"), 1);
        flattens(new Stmt.Try(List.of(), eval(await("a()")), List.of(red, other), null, 1), """
                start:
                    goto try
                try, failing to catch:
                    await(a()) -> resumed
                resumed, failing to catch:
                    goto end
                catch:
                    if (caught instanceof Red || caught instanceof Blue) goto then else next
                then:
                    Exception e = (Exception) caught;
                    r();
                    goto end
                next:
                    if (caught instanceof Failure) goto then2 else next2
                then2:
                    Failure f = (Failure) caught;
                    f();
                    goto end
                next2:
                    throw caught
                end:
                    return
                """);
    }

    @Test
    void whatCatchesEverythingNeedsNoTestAndNoSecondVariable() {
        Variable e = variable("e", Type.THROWABLE);
        flattens(tryCatch(eval(await("a()")), e, run("use(", e, ");")), """
                start:
                    goto try
                try, failing to catch:
                    await(a()) -> resumed
                resumed, failing to catch:
                    goto end
                catch:
                    use(e);
                    goto end
                end:
                    return
                """);
    }

    @Test
    void casesFallThroughInTheirOrder() {
        var cases = List.of(
                new Stmt.Case(Code.of("case 1"), List.of(), false, List.of(eval(await("a()"))), 1),
                new Stmt.Case(
                        Code.of("default"), List.of(), true, List.of(run("b();"), jump(new Jump.Break(target))), 1),
                new Stmt.Case(Code.of("case 2"), List.of(), false, List.of(run("c();")), 1));
        flattens(new Stmt.Switch(target, code("n()"), cases, false, null, 1), """
                start:
                    switch (n()) { case 1 -> case; default -> case2; case 2 -> case3; }
                case:
                    await(a()) -> resumed
                resumed:
                    goto case2
                case2:
                    b();
                    goto end
                case3:
                    c();
                    goto end
                end:
                    return
                """);
    }

    @Test
    void whatCannotBeReachedIsDropped() {
        flattens(block(eval(await("a()")), jump(returning("1")), run("b();")), """
                start:
                    await(a()) -> resumed
                resumed:
                    return done(1)
                """);
    }

    @Test
    void codeThatNeverCompletesEndsItsBlock() {
        var fails = new Stmt.Opaque(Code.of("throw e();"), false, 1);
        flattens(block(eval(await("a()")), fails, run("b();")), """
                start:
                    await(a()) -> resumed
                resumed:
                    throw e();
                    unreachable
                """);
    }

    @Test
    void anOverriddenReturnDoesNotHarmTheOneThatIsPending() {
        var inner = Target.statement("inner");
        Stmt overridden = new Stmt.Labeled(
                inner,
                tryFinally(jump(returning("2")), block(eval(await("later_int(1)")), jump(new Jump.Break(inner)))),
                1);
        var flow = Flatten.run(Spill.run(tryFinally(jump(returning("1")), overridden)), List.of());
        var world = new World(1);
        String ended = FlowRunner.run(flow, dev.javait.processor.liveness.Liveness.run(flow), world);
        assertEquals("value 1", ended);
    }

    @Test
    void whatSpillShouldHaveTakenApartIsOurOwnBug() {
        Stmt notSpilled = eval(await("a()"));
        assertThrows(IllegalStateException.class, () -> Flatten.run(notSpilled, List.of()));
    }
}
