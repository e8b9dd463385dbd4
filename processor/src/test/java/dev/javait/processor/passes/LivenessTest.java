package dev.javait.processor.passes;

import static dev.javait.processor.passes.Build.await;
import static dev.javait.processor.passes.Build.block;
import static dev.javait.processor.passes.Build.code;
import static dev.javait.processor.passes.Build.constant;
import static dev.javait.processor.passes.Build.eval;
import static dev.javait.processor.passes.Build.jump;
import static dev.javait.processor.passes.Build.local;
import static dev.javait.processor.passes.Build.loop;
import static dev.javait.processor.passes.Build.number;
import static dev.javait.processor.passes.Build.object;
import static dev.javait.processor.passes.Build.returning;
import static dev.javait.processor.passes.Build.run;
import static dev.javait.processor.passes.Build.tryCatch;
import static dev.javait.processor.passes.Build.tryFinally;
import static dev.javait.processor.passes.Build.variable;
import static dev.javait.processor.passes.Build.when;
import static dev.javait.processor.passes.Build.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.flatten.Flatten;
import dev.javait.processor.liveness.Liveness;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.spill.Spill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private final Target target = Target.statement("target");
    private final Variable x = object("x");
    private final Variable y = object("y");

    private static Flow.Liveness liveness(Stmt... statements) {
        return Liveness.run(Flatten.run(Spill.run(block(statements)), List.of()));
    }

    /** Names what is live at each suspension, in their order. */
    private static void live(String expected, Stmt... statements) {
        var names = new ArrayList<String>();
        liveness(statements).liveAtResume().values().forEach(variables -> names.add(variables.toString()));
        assertEquals(expected, String.join(" ", names));
    }

    @Test
    void whatIsReadAfterAnAwaitIsLiveThereInTheOrderOfDeclaration() {
        live("[x, y]", local(x, code("a()")), local(y, code("b()")), eval(await("c()")), run("use(", y, x, ");"));
    }

    @Test
    void whatIsNotReadAnyMoreIsDead() {
        live("[x] []", local(x, code("a()")), eval(await("b()")), run("use(", x, ");"), eval(await("c()")));
    }

    @Test
    void anAwaitedResultIsDeadAtItsOwnResumptionAndAfterItsLastUse() {
        live("[] []", local(x, await(code("a()"), Type.OBJECT)), run("use(", x, ");"), eval(await("b()")));
    }

    @Test
    void anAssignmentEndsTheOldValue() {
        var assign = new Stmt.Assign(x, code("b()"), 1);
        live("[]", local(x, code("a()")), run("use(", x, ");"), eval(await("c()")), assign, run("use(", x, ");"));
    }

    @Test
    void codeThatBeginsWithAnAssignmentEndsTheOldValue() {
        live("[]", local(x, code("a()")), eval(await("c()")), run(write(x), " = b(); c();"), run("use(", x, ");"));
    }

    @Test
    void codeThatAssignsWhatItReadsDoesNotEndTheOldValue() {
        live("[x]", local(x, code("a()")), eval(await("c()")), run(write(x), " = b(", x, ");"));
    }

    @Test
    void anAssignmentInTheMidstOfCodeDoesNotEndTheOldValue() {
        var assign = run("if (b()) ", write(x), " = c();");
        live("[x]", local(x, code("a()")), eval(await("c()")), assign, run("use(", x, ");"));
    }

    @Test
    void aVariableOfALoopIsDeadBeforeItsNextRound() {
        var round = block(local(x, code("next()")), run("use(", x, ");"), eval(await("b()")), run("done();"));
        live("[]", loop(target, code("more()"), round));
    }

    @Test
    void aVariableThatIsDeclaredInALoopWithoutAValueIsDeadBefore() {
        var assign = run("if (b()) ", write(x), " = c(); else ", write(x), " = d();");
        live(
                "[] [x]",
                loop(
                        target,
                        code("more()"),
                        eval(await("a()")),
                        new Stmt.Local(x, null, 1),
                        assign,
                        eval(await("e()")),
                        run("use(", x, ");")));
    }

    @Test
    void aVariableOutsideOfALoopStaysLiveInIt() {
        live("[x]", local(x, code("a()")), loop(target, code("more()"), run("use(", x, ");"), eval(await("b()"))));
    }

    @Test
    void aLoopOverAnArrayIsDeadAfterTheLoop() {
        var each = new Stmt.ForEach(
                target, number("n"), code("a()"), Stmt.Source.ARRAY, Type.INT, Type.OBJECT, eval(await("b()")), 1);
        live("[array, index] []", each, eval(await("c()")));
    }

    @Test
    void whatACatchReadsIsLiveWhereverItsTryMayFail() {
        Stmt body = block(new Stmt.Assign(x, code("b()"), 1), eval(await("c()")), new Stmt.Assign(x, code("d()"), 1));
        live("[x]", local(x, code("a()")), tryCatch(body, variable("e", Type.THROWABLE), run("use(", x, ");")));
    }

    @Test
    void theOldValueOfAResultIsLiveIfTheHandlerReadsIt() {
        Stmt assign = new Stmt.Assign(x, await(code("b()"), Type.OBJECT), 1);
        live("[x]", local(x, code("a()")), tryCatch(assign, variable("e", Type.THROWABLE), run("use(", x, ");")));
    }

    @Test
    void whatAFinallyHasPendingIsLiveInItAndNowhereElse() {
        live("[] [pending, failure] []", tryFinally(eval(await("a()")), eval(await("b()"))), eval(await("c()")));
    }

    @Test
    void aPendingResultIsNotLiveInItsTry() {
        Stmt body = block(eval(await("a()")), when(code("b()"), jump(returning("c()"))), eval(await("d()")));
        live("[] [] [result, pending, failure]", tryFinally(body, eval(await("e()"))));
    }

    @Test
    void whatALambdaCapturesIsRead() {
        live("[x]", local(x, code("a()")), eval(await("b()")), run("later(() -> ", new Part.Captured(x, 1), ");"));
    }

    @Test
    void copiesThatNoLambdaReadsAreNotReads() {
        live("[]", local(x, code("a()")), eval(await("b()")), run(new Part.Copies(Set.of(x), 1), "c();"));
    }

    @Test
    void aPatternVariableIsDeadBeforeItsPattern() {
        var binding = new Variable("b", Type.OBJECT, Variable.Origin.BINDING, false, true);
        var test = Code.join("o() instanceof Foo ", new Part.BindingName(binding));
        Expr match = code(Code.join(test, new Part.Bound(List.of(binding))));
        Stmt body = when(match, block(eval(await("a()")), run("use(", binding, ");"), eval(await("c()"))));
        live("[b] []", loop(target, code("more()"), body));
    }

    @Test
    void aPatternVariableOfACaseIsLiveInItsBody() {
        var binding = new Variable("b", Type.OBJECT, Variable.Origin.BINDING, false, true);
        var labels = Code.join("case Foo ", new Part.BindingName(binding));
        var body = List.of(eval(await("a()")), run("use(", binding, ");"));
        var foo = new Stmt.Case(labels, List.of(binding), false, body, 1);
        live("[b]", loop(target, code("more()"), new Stmt.Switch(target, code("s()"), List.of(foo), true, null, 1)));
    }

    @Test
    void whatOneBlockKeepsToItselfIsNotShared() {
        Flow.Liveness liveness = liveness(
                local(y, constant("1")),
                eval(await("a()", y)),
                local(x, await(code("a()"), Type.OBJECT)),
                run("use(", x, ");"));
        assertEquals(Set.of(), liveness.shared());
    }

    @Test
    void whatItsOnlyBlockDoesNotDeclareIsShared() {
        Flow.Liveness liveness =
                liveness(new Stmt.Labeled(target, tryFinally(jump(new Jump.Break(target)), run("a();")), 1));
        assertEquals("[pending, failure]", liveness.shared().toString());
    }

    @Test
    void parametersAndWhatTwoBlocksUseAreShared() {
        var parameter = new Variable("p", Type.OBJECT, Variable.Origin.PARAMETER, false, true);
        Stmt body = block(local(x, code("a()")), eval(await("b()")), run("use(", x, ");"));
        Flow flow = Flatten.run(Spill.run(body), List.of(parameter));
        assertEquals(Set.of(parameter, x), Liveness.run(flow).shared());
    }
}
