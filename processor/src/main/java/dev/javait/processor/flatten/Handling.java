package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The {@code catch} clauses of one {@code try}: all failures come to one handler, which asks for their types in the order of the
 * clauses and throws on what none of them wants.
 */
final class Handling {
    private final List<Stmt.Catch> clauses;
    private final Flow.Region region;

    Handling(List<Stmt.Catch> clauses) {
        this.clauses = clauses;
        this.region =
                new Flow.Region(new Label("catch"), takesAll() ? clauses.get(0).parameter() : caught());
    }

    /** Where the body of the {@code try} stands. */
    Flow.Region region() {
        return region;
    }

    private boolean takesAll() {
        Stmt.Catch first = clauses.get(0);
        return isForAll(first) && first.parameter().type().equals(Type.THROWABLE);
    }

    private static boolean isForAll(Stmt.Catch clause) {
        return clause.types().contains(Type.THROWABLE);
    }

    private static Variable caught() {
        return Variable.slot("caught", Type.THROWABLE);
    }

    /** Writes the handler with the bodies, each going on at {@code end}. */
    void write(Assembler out, Consumer<Stmt> lower, Label end) {
        out.bind(region.handler());
        for (Stmt.Catch clause : clauses) {
            out.at(clause.line());
            if (!out.isReachable()) return;
            var next = new Label("next");
            if (!isForAll(clause)) out.jumpUnless(test(clause.types()), next);
            out.stop();
            takeOver(out, clause.parameter());
            lower.accept(clause.body());
            out.jump(end);
            if (isForAll(clause)) return;
            out.bind(next);
        }
        // not on the last line of the last body, where nothing happens then
        out.at(clauses.get(clauses.size() - 1).line());
        out.fail(Code.use(region.caught()));
    }

    /** {@code E e = (E) caught;}. */
    private void takeOver(Assembler out, Variable parameter) {
        Variable caught = region.caught();
        if (parameter == caught) return;
        Type type = parameter.type();
        Code value = type.equals(Type.THROWABLE) ? Code.use(caught) : Code.join("(", type, ") ", caught);
        out.assign(parameter, value, true);
    }

    private Code test(List<Type> types) {
        var tests = new ArrayList<Object>();
        for (Type type : types) {
            if (!tests.isEmpty()) tests.add(" || ");
            tests.add(Code.join(region.caught(), " instanceof ", type));
        }
        return Code.join(tests.toArray());
    }
}
