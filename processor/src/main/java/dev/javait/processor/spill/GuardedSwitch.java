package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A switch with a guard that awaits. A guard stands in the middle of the choice, where nothing can be suspended; so the switch chooses
 * by the pattern alone, the guard is evaluated behind it, and if it says no, the switch goes on with the next case:
 *
 * <pre>
 * int refused = 0;
 * again: for (;;) {
 *     switch (selector) {
 *         case A a when refused &lt; 1 -&gt; { if (!await(guard)) { refused = 1; continue again; } body }
 *         case B b when refused &lt; 2 &amp;&amp; (plain guard) -&gt; body
 *         default -&gt; body
 *     }
 *     break again;
 * }
 * </pre>
 *
 * Cases without a guard need no test: had one of them matched, the switch would not be asked again. Where a case runs on into the next, whose guard is not
 * asked then, {@code refused} is less than 0.
 */
final class GuardedSwitch {
    /** A guard may read only what never changes: a copy. No other code reads this one's variable. */
    private static final int SITE = 0;

    private final Stmt.Switch guarded;
    private final Variable refused = Variable.slot("refused", Type.INT);
    private final Target again = Target.statement("again");

    private GuardedSwitch(Stmt.Switch guarded) {
        this.guarded = guarded;
    }

    static boolean isOne(Stmt.Switch s) {
        return s.cases().stream().anyMatch(c -> c.guard() != null);
    }

    static Stmt plain(Stmt.Switch s) {
        return new GuardedSwitch(s).loop();
    }

    private Stmt loop() {
        int line = guarded.line();
        Variable selector = Variable.temporary("selector", guarded.selector().type());
        var cases = new ArrayList<Stmt.Case>();
        for (int i = 0; i < guarded.cases().size(); i++) {
            Stmt.Case plain = plain(guarded.cases().get(i), i + 1);
            boolean runsOn = i + 1 < guarded.cases().size()
                    && mayBeRunInto(guarded.cases().get(i + 1));
            cases.add(runsOn ? runningOn(plain) : plain);
        }
        Stmt plain = new Stmt.Switch(
                guarded.target(), Make.value(selector), cases, guarded.arrow(), guarded.missing(), line);
        Stmt chosen = new Stmt.JumpTo(new Jump.Break(again), line);
        Stmt round = new Stmt.Block(List.of(plain, chosen), line);
        return new Stmt.Block(
                List.of(
                        new Stmt.Local(selector, guarded.selector(), line),
                        new Stmt.Local(refused, Make.opaque(Type.INT, "0"), line),
                        new Stmt.Loop(again, List.of(), null, round, List.of(), true, line)),
                line);
    }

    private Stmt.Case plain(Stmt.Case c, int number) {
        Expr guard = c.guard();
        if (guard == null) return c;
        Code labels = Code.join(c.labels(), " when ", new Part.Captured(refused, SITE), " < " + number);
        if (guard instanceof Expr.Opaque opaque) {
            Code both = Code.join(labels, " && (", opaque.code(), ")");
            return new Stmt.Case(both, c.bindings(), c.isDefault(), c.body(), c.line());
        }
        var body = new ArrayList<Stmt>();
        Expr test = mayBeRunInto(c) ? new Expr.ShortCircuit(false, isRunInto(), guard) : guard;
        body.add(new Stmt.If(test, new Stmt.Block(List.of(), c.line()), refuse(number, c.line()), c.line()));
        body.addAll(c.body());
        return new Stmt.Case(labels, c.bindings(), c.isDefault(), body, c.line());
    }

    /** Whether the end of the case before may lead into this one, which then asks no guard; javac sees to it that such a case binds nothing. */
    private boolean mayBeRunInto(Stmt.Case c) {
        return !guarded.arrow()
                && c.guard() != null
                && !c.guard().isOpaque()
                && c.bindings().isEmpty();
    }

    private Expr isRunInto() {
        return Make.opaque(Type.BOOLEAN, Code.use(refused), " < 0");
    }

    private Stmt.Case runningOn(Stmt.Case c) {
        var body = new ArrayList<>(c.body());
        body.add(new Stmt.Assign(refused, Make.opaque(Type.INT, "-1"), c.line()));
        return new Stmt.Case(c.labels(), c.bindings(), c.isDefault(), body, c.line());
    }

    /** {@code refused = number; continue again;}. */
    private Stmt refuse(int number, int line) {
        return new Stmt.Block(
                List.of(
                        new Stmt.Assign(refused, Make.opaque(Type.INT, "" + number), line),
                        new Stmt.JumpTo(new Jump.Continue(again), line)),
                line);
    }
}
