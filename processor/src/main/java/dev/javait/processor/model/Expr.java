package dev.javait.processor.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Only what holds an await has a shape: everything else is {@link Opaque}. Since Java evaluates operands
 * strictly from left to right nearly everywhere, one shape, {@link Strict}, serves all of those.
 */
public sealed interface Expr {
    /** The type that javac gave the expression in its context; {@link Type#VOID} for a call that gives nothing. */
    Type type();

    <R> R accept(Visitor<R> visitor);

    /** The line on which it begins, if it says so itself; else {@code line}. */
    default int firstLine(int line) {
        return line;
    }

    default boolean isOpaque() {
        return this instanceof Opaque;
    }

    /** One case for each shape. */
    interface Visitor<R> {
        R opaque(Opaque e);

        R await(Await e);

        R strict(Strict e);

        R shortCircuit(ShortCircuit e);

        R conditional(Conditional e);

        R compound(Compound e);

        R choice(Choice e);
    }

    /**
     * Holds no await.
     *
     * @param stable whether its value is the same whenever it is evaluated and evaluating it does nothing else: a literal, a
     *     constant, {@code this}, a lambda, a variable that is never assigned again. It need not be spilled.
     */
    record Opaque(Code code, Type type, boolean stable) implements Expr {
        @Override
        public int firstLine(int line) {
            return code.firstLine(line);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opaque(this);
        }
    }

    /** {@code await(awaitable)}, or {@code emit(value)} whose type is void. */
    record Await(Expr awaitable, AwaitKind kind, Type type, int line) implements Expr {
        @Override
        public int firstLine(int line) {
            return this.line;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /**
     * Evaluates all operands from left to right, then combines them: calls, {@code new}, operators, array accesses and
     * initialisers, casts, field accesses, assignments. The pieces are code and operands in source order.
     */
    record Strict(List<Piece> pieces, Type type) implements Expr {
        public Strict {
            pieces = List.copyOf(pieces);
        }

        @Override
        public int firstLine(int line) {
            return pieces.get(0) instanceof Fixed fixed ? fixed.code().firstLine(line) : line;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.strict(this);
        }

        /** The operands alone, in order of evaluation. */
        public List<Expr> operands() {
            var operands = new ArrayList<Expr>();
            for (Piece piece : pieces) {
                if (piece instanceof Operand operand) operands.add(operand.expr());
            }
            return operands;
        }
    }

    /** A piece of a {@link Strict}. */
    sealed interface Piece {}

    /** Code between operands; evaluates nothing by itself until all operands are there. */
    record Fixed(Code code) implements Piece {}

    record Operand(Expr expr) implements Piece {}

    /** {@code left && right} (or {@code ||}), with an await in at least one of them. */
    record ShortCircuit(boolean and, Expr left, Expr right) implements Expr {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public int firstLine(int line) {
            return left.firstLine(line);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.shortCircuit(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}; {@code type} is the type of the whole, to which either side is converted. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Type type) implements Expr {
        @Override
        public int firstLine(int line) {
            return condition.firstLine(line);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /**
     * {@code place op= value} with an await in it: the place is evaluated, its old value read, then the value evaluated, and
     * {@code (castTo) (old op value)} assigned.
     *
     * @param operator without the equals sign: {@code +}, {@code >>>}
     * @param castTo what the old value is converted to: the unboxed type of the place, String for a concatenation
     */
    record Compound(Place place, String operator, Expr value, Type castTo, Type type) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compound(this);
        }
    }

    /** A switch expression; its cases yield to {@code choice.target()}, whose result variable is the value. */
    record Choice(Stmt.Switch choice, Type type) implements Expr {
        @Override
        public int firstLine(int line) {
            return choice.line();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** What a compound assignment changes. */
    sealed interface Place {
        Type type();

        /** A variable of the method. */
        record Local(Variable variable) implements Place {
            @Override
            public Type type() {
                return variable.type();
            }
        }

        /** A field: {@code receiver.name}, or {@code name} already qualified in {@code access} when receiver is null. */
        record Field(@Nullable Expr receiver, Code access, Type type) implements Place {}

        /** {@code array[index]}. */
        record Element(Expr array, Expr index, Type type) implements Place {}
    }
}
