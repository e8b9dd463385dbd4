package dev.javait.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. Only what holds an await has a shape; everything else is {@link Opaque}, loops and all, except that in a
 * block that is taken apart each declaration is a {@link Local}, for its variable may have to outlive a suspension, and that
 * jumps out of opaque code are {@link Part.Exit}s.
 *
 * <p>{@code line} is always the line of the user's file on which the statement begins.
 */
public sealed interface Stmt {
    int line();

    <R> R accept(Visitor<R> visitor);

    /** One case for each shape. */
    interface Visitor<R> {
        R opaque(Opaque s);

        R block(Block s);

        R local(Local s);

        R assign(Assign s);

        R evaluate(Evaluate s);

        R suspend(Suspend s);

        R branch(If s);

        R loop(Loop s);

        R forEach(ForEach s);

        R labeled(Labeled s);

        R switchOver(Switch s);

        R tryCatch(Try s);

        R jump(JumpTo s);

        R exit(ExitWith s);

        R fail(Throw s);

        R check(Assert s);
    }

    /**
     * The user's text, one statement or several, without await.
     *
     * @param completes whether it can complete normally, by Java's rules
     */
    record Opaque(Code code, boolean completes, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opaque(this);
        }
    }

    record Block(List<Stmt> statements, int line) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /** Declares a variable; without initialiser it has no value yet. */
    record Local(Variable variable, @Nullable Expr initializer, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.local(this);
        }
    }

    /**
     * {@code target = value;}, a statement. Says more than an opaque assignment: the old value is gone for good.
     */
    record Assign(Variable target, Expr value, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** An expression statement. */
    record Evaluate(Expr expr, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /**
     * {@code result = await(awaitable);} with an opaque operand: what {@code spill} makes of every await. It declares the
     * result where nothing before did. The result's type is that of the await or, unboxed, its primitive.
     */
    record Suspend(@Nullable Variable result, Code awaitable, AwaitKind kind, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.suspend(this);
        }
    }

    record If(Expr condition, Stmt then, @Nullable Stmt otherwise, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /**
     * {@code while}, {@code do} and {@code for}; the initialisation of a {@code for} stands before it in a block.
     *
     * @param target what {@code break} and {@code continue} name; a labelled loop has the same target as its label
     * @param prelude statements to run before each evaluation of {@code condition}; empty until {@code spill}
     * @param condition null when there is none or it is the constant true: then the loop ends by a jump only
     * @param update run after the body and by {@code continue}, before the condition
     * @param testFirst false for {@code do}
     * @param line of the condition, if it is tested last
     */
    record Loop(
            Target target,
            List<Stmt> prelude,
            @Nullable Expr condition,
            Stmt body,
            List<Stmt> update,
            boolean testFirst,
            int line)
            implements Stmt {
        public Loop {
            prelude = List.copyOf(prelude);
            update = List.copyOf(update);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** What an enhanced {@code for} runs over. */
    enum Source {
        ARRAY,
        ITERABLE,
        /** {@code awaitEach(source)}. */
        ASYNC
    }

    /**
     * The enhanced {@code for}; {@code spill} makes a {@link Loop} of it.
     *
     * @param over the array or the iterable; for {@link Source#ASYNC} the operand of {@code awaitEach}
     * @param elementType the type of the array's elements or of what the iterator gives, before conversion to the variable's
     * @param iteratorType the type of the iterator ({@code Iterator<E>}, {@code AsyncIterator<E>}) or of the array
     */
    record ForEach(
            Target target,
            Variable variable,
            Expr over,
            Source source,
            Type elementType,
            Type iteratorType,
            Stmt body,
            int line)
            implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    /** A labelled statement that is not a loop. */
    record Labeled(Target target, Stmt body, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labeled(this);
        }
    }

    /**
     * A switch over an opaque or awaiting selector.
     *
     * @param arrow whether the cases are {@code case … ->}: none falls through into the next
     * @param missing what happens when no case matches: nothing for a statement that may miss; for an exhaustive switch the
     *     code of the statement that throws, as {@code throw new MatchException(null, null);}
     */
    record Switch(
            Target target,
            Expr selector,
            List<Case> cases,
            boolean arrow,
            @Nullable Code missing,
            int line) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switchOver(this);
        }
    }

    /**
     * One case.
     *
     * @param labels the user's text from {@code case} or {@code default} up to and without the colon or arrow, guards
     *     included; pattern variables in it are {@link Part.BindingName}s
     * @param guard what stands behind {@code when}, if a guard of this switch holds an await: then no guard is part of its
     *     labels. Until {@code spill}
     * @param bindings the pattern variables that the labels bind
     * @param isDefault whether {@code default} is among the labels
     */
    record Case(
            Code labels, @Nullable Expr guard, List<Variable> bindings, boolean isDefault, List<Stmt> body, int line) {
        public Case {
            bindings = List.copyOf(bindings);
            body = List.copyOf(body);
        }

        /** With its guard, if it has one, as part of its labels. */
        public Case(Code labels, List<Variable> bindings, boolean isDefault, List<Stmt> body, int line) {
            this(labels, null, bindings, isDefault, body, line);
        }
    }

    /**
     * @param resources in order; {@code spill} makes plain {@code try}s of them
     * @param ending the finally block
     * @param failure within {@code ending}, the exception that is under way, or null when there is none; only {@code spill}
     *     has a use for it
     */
    record Try(
            List<Resource> resources,
            Stmt body,
            List<Catch> catches,
            @Nullable Stmt ending,
            @Nullable Variable failure,
            int line)
            implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }

        /** As the user wrote it. */
        public Try(List<Resource> resources, Stmt body, List<Catch> catches, @Nullable Stmt ending, int line) {
            this(resources, body, catches, ending, null, line);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tryCatch(this);
        }
    }

    /** How a resource is closed. */
    enum Closing {
        /** {@code AutoCloseable}: {@code close()}. */
        PLAIN,
        /** {@code AsyncCloseable}: {@code await(closeAsync())}. */
        ASYNC,
        /** {@code AsyncScope}: {@code await(exit(error))}, which may swallow or replace the error. */
        SCOPE
    }

    /** A resource; one that is a variable or field of its own is given a temporary. */
    record Resource(Variable variable, Expr initializer, Closing closing, int line) {}

    /** A catch clause: {@code types} are the alternatives of a multi-catch. */
    record Catch(Variable parameter, List<Type> types, Stmt body, int line) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    /** {@code break}, {@code continue}, or a {@code yield}/{@code return} without await, in a block that is taken apart. */
    record JumpTo(Jump jump, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.jump(this);
        }
    }

    /** How an {@link ExitWith} leaves. */
    enum ExitKind {
        YIELD,
        RETURN_VALUE,
        RETURN_TAIL
    }

    /**
     * A {@code yield} or {@code return} whose operand holds an await; {@code spill} makes a {@link JumpTo} of it.
     *
     * @param target the switch expression, for a yield
     * @param type the type argument of {@code done} or of what is awaited in the end
     * @param awaitKind how the tail is awaited
     */
    record ExitWith(ExitKind kind, @Nullable Target target, Expr operand, Type type, AwaitKind awaitKind, int line)
            implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exit(this);
        }
    }

    record Throw(Expr operand, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /**
     * @param enabled code that says whether assertions are enabled for the user's class
     * @param detail the expression after the colon
     */
    record Assert(Code enabled, Expr condition, @Nullable Expr detail, int line) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }
}
