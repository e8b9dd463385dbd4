package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.Driver;
import dev.javait.frame.Frame;
import dev.javait.frame.GeneratorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A coroutine as a list of instructions, for tests that must do without the transformer. A failure skips instructions up to the next {@link #recover} that
 * takes it, running each {@link #always} on its way.
 */
final class Script<T> extends Frame<T> {
    interface Action {
        void run() throws Throwable;
    }

    private interface Op {
        /** Runs, with the failure that is under way or null; gives the failure that is under way afterwards. */
        Throwable run(Throwable pending) throws Throwable;
    }

    private record Wait(Callable<?> awaited, Consumer<Object> then) {}

    private record Jump(String label, BooleanSupplier condition) {}

    private record Final(Callable<?> awaited, Throwable[] pending) {}

    private record Emit(Callable<?> value) {}

    private record Tail(Callable<? extends Awaitable<?>> awaited) {}

    private record Result(Callable<?> value) {}

    private final String name;
    private final List<Object> ops = new ArrayList<>();

    private Script(String name) {
        this.name = name;
    }

    static <T> Script<T> script(String name) {
        return new Script<>(name);
    }

    Script<T> run(Action action) {
        return op(pending -> {
            if (pending == null) {
                action.run();
            }
            return pending;
        });
    }

    /** Awaits {@code yieldNow()} so many times. */
    Script<T> turns(int turns) {
        for (int i = 0; i < turns; i++) {
            await(() -> Yield.NOW);
        }
        return this;
    }

    Script<T> always(Action action) {
        return op(pending -> {
            action.run();
            return pending;
        });
    }

    <E extends Throwable> Script<T> recover(Class<E> type, Consumer<E> action) {
        return op(pending -> {
            if (!type.isInstance(pending)) {
                return pending;
            }
            action.accept(type.cast(pending));
            return null;
        });
    }

    /** Awaits an Awaitable or a CompletionStage. */
    Script<T> await(Callable<?> awaited) {
        return await(awaited, value -> {});
    }

    <V> Script<T> await(Callable<?> awaited, Consumer<V> then) {
        @SuppressWarnings("unchecked")
        Consumer<Object> unchecked = value -> then.accept((V) value);
        return op(new Wait(awaited, unchecked));
    }

    /** Awaits with a failure under way too, which goes on afterwards. */
    Script<T> awaitAlways(Callable<?> awaited) {
        return op(new Final(awaited, new Throwable[1]));
    }

    Script<T> label(String label) {
        return op(label);
    }

    Script<T> jumpIf(String label, BooleanSupplier condition) {
        return op(new Jump(label, condition));
    }

    Script<T> tail(Callable<? extends Awaitable<?>> awaited) {
        return op(new Tail(awaited));
    }

    Script<T> returns(Callable<? extends T> value) {
        return op(new Result(value));
    }

    Script<T> raises(Callable<? extends Throwable> failure) {
        return run(() -> {
            throw failure.call();
        });
    }

    /** For {@link #generator}. */
    Script<T> emit(Callable<?> value) {
        return op(new Emit(value));
    }

    /** A call of an async generator with these instructions. */
    <E> AsyncIterator<E> generator() {
        return new Generator<E>(this).iterator();
    }

    private Script<T> op(Object op) {
        ops.add(op);
        return this;
    }

    private Script<T> op(Op op) {
        return op((Object) op);
    }

    @Override
    public Object resume(Driver driver, int state, Object value, Throwable error) throws Throwable {
        return resume(this, driver, state, Await.value(driver, value), error);
    }

    private Object resume(Frame<?> frame, Driver driver, int state, Object value, Throwable error) throws Throwable {
        Throwable pending = error;
        int at = state;
        Object waiting = state == 0 || error != null ? null : ops.get(state - 1);
        if (waiting instanceof Wait wait) {
            try {
                wait.then.accept(value);
            } catch (Throwable failure) {
                pending = failure;
            }
        } else if (waiting instanceof Final last) {
            pending = last.pending[0];
        }
        while (at < ops.size()) {
            Object op = ops.get(at++);
            try {
                if (op instanceof Op plain) {
                    pending = plain.run(pending);
                } else if (op instanceof Final last) {
                    last.pending[0] = pending;
                    if (await(last.awaited.call()) == Await.SUSPENDED) {
                        return frame.suspend(driver, at);
                    }
                } else if (pending != null) {
                    continue;
                } else if (op instanceof Wait wait) {
                    Object got = await(wait.awaited.call());
                    if (got == Await.SUSPENDED) {
                        return frame.suspend(driver, at);
                    }
                    wait.then.accept(got);
                } else if (op instanceof Emit emit) {
                    return ((GeneratorFrame<?>) frame).emit(at, emit.value.call());
                } else if (op instanceof Jump jump) {
                    if (jump.condition.getAsBoolean()) {
                        at = ops.indexOf(jump.label);
                    }
                } else if (op instanceof Tail tail) {
                    return Await.of(tail.awaited.call());
                } else if (op instanceof Result result) {
                    return result.value.call();
                }
            } catch (Throwable failure) {
                pending = failure;
            }
        }
        if (pending != null) {
            throw pending;
        }
        return null;
    }

    private static Object await(Object awaited) throws Throwable {
        return awaited instanceof CompletionStage<?> stage && !(awaited instanceof Awaitable<?>)
                ? Await.ofStage(stage)
                : Await.of((Awaitable<?>) awaited);
    }

    @Override
    public StackTraceElement location(int state) {
        return new StackTraceElement("app.Script", name + "$async", "Script.java", state);
    }

    private static final class Generator<E> extends GeneratorFrame<E> {
        private final Script<?> script;

        Generator(Script<?> script) {
            this.script = script;
        }

        @Override
        public Object resume(Driver driver, int state, Object value, Throwable error) throws Throwable {
            return script.resume(this, driver, state, Await.value(driver, value), error);
        }

        @Override
        public StackTraceElement location(int state) {
            return script.location(state);
        }
    }
}
