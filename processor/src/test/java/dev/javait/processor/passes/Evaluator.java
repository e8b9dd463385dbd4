package dev.javait.processor.passes;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Type;
import java.util.ArrayList;
import java.util.Objects;

/** Evaluates expressions as Java does. */
final class Evaluator implements Expr.Visitor<Object> {
    private final TreeRunner runner;

    Evaluator(TreeRunner runner) {
        this.runner = runner;
    }

    Object eval(Expr expr) {
        return convert(expr.accept(this), expr.type());
    }

    private boolean isTrue(Expr expr) {
        return (Boolean) Values.present(eval(expr));
    }

    private static Object convert(Object value, Type type) {
        return type.isReference() ? value : Values.convert(value, type.kind());
    }

    @Override
    public Object opaque(Expr.Opaque e) {
        return runner.eval(e.code());
    }

    @Override
    public Object await(Expr.Await e) {
        return runner.world.await(eval(e.awaitable()));
    }

    /** The operands first; then the whole, with their values in their places. */
    @Override
    public Object strict(Expr.Strict e) {
        var pieces = new ArrayList<Object>();
        for (Expr.Piece piece : e.pieces()) {
            if (piece instanceof Expr.Operand operand) pieces.add(new Script.Known(eval(operand.expr())));
            else pieces.addAll(((Expr.Fixed) piece).code().parts());
        }
        return Script.mixed(pieces).eval(runner);
    }

    @Override
    public Object shortCircuit(Expr.ShortCircuit e) {
        boolean left = isTrue(e.left());
        return left == e.and() ? eval(e.right()) : (Object) left;
    }

    @Override
    public Object conditional(Expr.Conditional e) {
        return convert(isTrue(e.condition()) ? eval(e.whenTrue()) : eval(e.whenFalse()), e.type());
    }

    @Override
    public Object compound(Expr.Compound e) {
        Script.Ref place = place(e.place());
        Object old = convert(place.get(), e.castTo());
        Object sum = Values.combine(e.operator(), old, eval(e.value()));
        place.set(convert(sum, e.castTo()));
        return place.get();
    }

    private Script.Ref place(Expr.Place place) {
        if (place instanceof Expr.Place.Local local) return Refs.variable(runner, local.variable());
        if (place instanceof Expr.Place.Element element) {
            Object array = eval(element.array());
            return Refs.element(array, eval(element.index()));
        }
        var field = (Expr.Place.Field) place;
        Object receiver = eval(Objects.requireNonNull(field.receiver(), "these programs have no other fields"));
        return Refs.field(receiver, text(field.access()));
    }

    private static String text(Code code) {
        return ((dev.javait.processor.model.Part.Text) code.parts().get(0)).text();
    }

    @Override
    public Object choice(Expr.Choice e) {
        runner.run(e.choice());
        return runner.get(Objects.requireNonNull(e.choice().target().result()));
    }
}
