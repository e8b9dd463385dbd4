package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;

/**
 * {@code place op= value}. Java evaluates the place, reads its old value, evaluates the value, computes, and writes; so a null
 * array fails before the value is evaluated, and what happens to the place meanwhile is overwritten. Only where the value holds an
 * await must this be spelled out; an await in the place alone leaves {@code op=} as it is.
 */
final class CompoundAssignment {
    private static final Type STRING = Type.of(RuntimeNames.STRING);

    private final Expr.Compound compound;
    private final Output out;

    CompoundAssignment(Expr.Compound compound, Output out) {
        this.compound = compound;
        this.out = out;
    }

    /**
     * What the assignment is where its value is needed. For javac, a plain assignment to a field of type {@code T} is an {@code Object}, which it
     * opens as whatever number is asked for; of {@code op=} and of a cast it knows the type.
     */
    Code asValue() {
        boolean opensBox = compound.place() instanceof Expr.Place.Field
                && !compound.value().isOpaque()
                && compound.type().isReference()
                && !compound.castTo().isReference();
        Code assignment = Code.join("(", asExpression(), ")");
        return opensBox ? Code.join("((", compound.type(), ") ", assignment, ")") : assignment;
    }

    /** {@code place = (T) (old op value)}, without parentheses around it. */
    private Code asExpression() {
        if (compound.value() instanceof Expr.Opaque value) {
            return Code.join(place(false, Part.Access.READ_WRITE), " " + compound.operator() + "= ", value.code());
        }
        Code place = place(true, Part.Access.WRITE);
        return Code.join(place, " = ", newValue(oldValue(place)));
    }

    /** The same; an assignment to a variable stays one that everybody can see. */
    void asStatement() {
        if (compound.place() instanceof Expr.Place.Local local
                && !compound.value().isOpaque()) {
            Code sum = newValue(oldValue(Code.use(local.variable())));
            out.add(new Stmt.Assign(
                    local.variable(), new Expr.Opaque(sum, local.variable().type(), false), out.line()));
        } else {
            out.add(new Stmt.Evaluate(new Expr.Opaque(asExpression(), compound.type(), false), out.line()));
        }
    }

    /** The place with everything in it evaluated: kept, if it is needed again after the value. */
    private Code place(boolean kept, Part.Access access) {
        Expr.Place place = compound.place();
        if (place instanceof Expr.Place.Local local) return Code.of(new Part.Use(local.variable(), access));
        if (place instanceof Expr.Place.Element element) {
            boolean keepArray = kept || !element.index().isOpaque();
            Code array = keepArray ? out.keep("array", element.array()).code() : receiver(element.array());
            Expr.Opaque index = kept ? out.keep("index", element.index()) : out.spill(element.index());
            return Code.join(array, "[", index.code(), "]");
        }
        var field = (Expr.Place.Field) place;
        Expr receiver = field.receiver();
        if (receiver == null) return field.access();
        Code object = kept ? out.keep("receiver", receiver).code() : receiver(receiver);
        return Code.join(object, ".", field.access());
    }

    private Code receiver(Expr expr) {
        return Precedence.asReceiver(out.spill(expr).code());
    }

    private Variable oldValue(Code place) {
        Code read =
                place.map(part -> part instanceof Part.Use use ? new Part.Use(use.variable(), Part.Access.READ) : part);
        if (concatenates()) read = Code.join("\"\" + ", read);
        Variable old = Variable.temporary("old", compound.castTo());
        out.add(new Stmt.Local(old, new Expr.Opaque(read, compound.castTo(), false), out.line()));
        return old;
    }

    /** Whether the place holds something else than the string that it is converted to before the value is evaluated. */
    private boolean concatenates() {
        Type place = compound.place().type();
        return place.isReference() && compound.castTo().equals(STRING) && !place.equals(STRING);
    }

    private Code newValue(Variable old) {
        Code value = Precedence.asOperand(out.spill(compound.value()).code());
        Code sum = Code.join(old, " " + compound.operator() + " ", value);
        return narrows(compound.castTo()) ? Code.join("(", compound.castTo(), ") (", sum, ")") : sum;
    }

    /** Whether the operation may give more than {@code type} holds. */
    private static boolean narrows(Type type) {
        return switch (type.kind()) {
            case BYTE, SHORT, CHAR, INT, LONG, FLOAT -> true;
            case BOOLEAN, DOUBLE, REFERENCE, VOID -> false;
        };
    }
}
