package language.rejected;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.awaitEach;
import static dev.javait.Javait.done;
import static dev.javait.Javait.emit;
import static dev.javait.Javait.end;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.AsyncIterable;
import dev.javait.Awaitable;
import dev.javait.Coroutine;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;

class AwaitPlaces {
    int field = await(leaf("field", 1)); // ERROR: [await-in-initializer] await() cannot suspend in an initialiser; await in an @Async method and assign the result
    static int constant = 1 + await(leaf("constant", 1)); // ERROR: [await-in-initializer]
    Supplier<Integer> lambda = () -> await(leaf("lambda", 1)); // ERROR: [await-in-

    static {
        await(leaf("static", 1)); // ERROR: [await-in-initializer]
    }

    {
        await(leaf("instance", 1)); // ERROR: [await-in-initializer]
    }

    AwaitPlaces() {
        await(leaf("constructor", 1)); // ERROR: [await-in-constructor] await() cannot suspend in a constructor; await in an @Async factory method
    }

    AwaitPlaces(int x) {
        this();
        Runnable r = () -> field = await(leaf("lambda in a constructor", 1)); // ERROR: [await-in-
    }

    Coroutine<Integer> made = async(() -> await(leaf("field", 1))); // ERROR: [async-outside] async() is rewritten with the @Async method that it stands in, and an initialiser is none

    AwaitPlaces(Object x) {
        made = async(() -> await(leaf("constructor", 1))); // ERROR: [async-outside]
    }

    Coroutine<Integer> plainLambda() {
        return async(() -> await(leaf("plain", 1))); // ERROR: [async-outside] async() is rewritten with the @Async method that it stands in, and plainLambda() is none; annotate it with @Async
    }

    int plain() {
        return await(leaf("plain", 1)); // ERROR: [await-outside] await() cannot suspend in plain(), which is not @Async; annotate it with @Async and return a Coroutine<Integer>
    }

    @Async
    Coroutine<Integer> inLambda() {
        Supplier<Integer> s = () -> await(leaf("expression", 1)); // ERROR: [await-in-lambda] await() cannot suspend inside a lambda; use async(() ->
        Runnable r = () -> {
            int x = 1;
            if (x > 0) await(leaf("block", x)); // ERROR: [await-in-lambda]
        };
        Supplier<Supplier<Integer>> nested = () -> () -> await(leaf("nested", 1)); // ERROR: [await-in-lambda]
        int fine = await(leaf("fine", 1));
        return done(fine + await(async(() -> {
            Supplier<Integer> inner = () -> await(leaf("in an async lambda", 1)); // ERROR: [await-in-lambda]
            return inner.get() + await(leaf("fine", 2));
        })));
    }

    @Async
    Coroutine<Integer> inClasses() {
        class Local {
            int own = await(leaf("initialiser of a local class", 1)); // ERROR: [await-in-initializer]

            int get() {
                return await(leaf("method of a local class", 1)); // ERROR: [await-outside]
            }

            @Async
            Coroutine<Integer> fine() {
                return done(await(leaf("fine", 1)));
            }
        }
        Object o = new Object() {
            @Override
            public String toString() {
                return "" + await(leaf("method of an anonymous class", 1)); // ERROR: toString(), which is not @Async; its signature is that of Object.toString(); await in an @Async method of its own
            }
        };
        return done(await(new Local().fine()) + o.hashCode());
    }

    @Async
    Coroutine<Integer> inMonitor(Object lock) {
        synchronized (await(leaf("lock", lock))) {
            int x = await(leaf("monitor", 1)); // ERROR: [await-in-synchronized]
            for (int i = 0; i < x; i++) {
                try {
                    await(leaf("deep in a monitor", i)); // ERROR: [await-in-synchronized]
                } finally {
                    x--;
                }
            }
        }
        return done(1);
    }

    @Async
    Coroutine<Integer> references() {
        Function<Awaitable<Integer>, Integer> f = dev.javait.Javait::await; // ERROR: [await-reference]
        return done(f.apply(leaf("reference", 1)));
    }

    enum Constant {
        ONE(await(leaf("enum constant", 1))); // ERROR: [await-in-initializer]

        Constant(int x) {}
    }

    record Compact(int x) {
        Compact {
            await(leaf("compact constructor", x)); // ERROR: [await-in-constructor]
        }
    }

    @interface Callback {}

    @Callback
    void called() {
        await(leaf("void for a framework", 1)); // ERROR: [await-outside] await() cannot suspend in called(), which is not @Async; annotate it with @Async
    }

    @SuppressWarnings("unused")
    void unused() {
        await(leaf("void", 1)); // ERROR: annotate it with @Async and return a Coroutine<Void>
    }

    Runnable runnable = new Runnable() {
        @Override
        public void run() {
            await(leaf("run", 1)); // ERROR: its signature is that of Runnable.run(); await in an @Async method of its own, of which this one may make a task
        }
    };

    abstract static class Base<T> implements java.util.concurrent.Callable<T> {}

    static class Derived extends Base<Integer> {
        @Override
        public Integer call() {
            return await(leaf("call", 1)); // ERROR: its signature is that of Callable.call();
        }
    }

    interface Service {
        Coroutine<Integer> ask();
    }

    static class Answer implements Service {
        @Override
        public Coroutine<Integer> ask() {
            return done(await(leaf("ask", 1))); // ERROR: [await-outside] await() cannot suspend in ask(), which is not @Async; annotate it with @Async
        }
    }

    static class Generators implements Iterable<Integer> {
        {
            emit(1); // ERROR: [await-in-initializer] emit() cannot suspend in an initialiser; yield from an @Async method
        }

        Generators(AsyncIterable<Integer> source) {
            emit(2); // ERROR: [await-in-constructor] emit() cannot suspend in a constructor; yield from an @Async method
            for (int x : awaitEach(source)) runs(x); // ERROR: [await-in-constructor] awaitEach() cannot suspend in a constructor; loop in an @Async factory
        }

        static void runs(int x) {}

        AsyncIterable<Integer> forgotten() {
            emit(3); // ERROR: [await-outside] emit() cannot suspend in forgotten(), which is not @Async; annotate it with @Async
            return end();
        }

        void nothing() {
            emit(4); // ERROR: annotate it with @Async and return an AsyncIterable
        }

        @Override
        public java.util.Iterator<Integer> iterator() {
            emit(5); // ERROR: its signature is that of Iterable.iterator(); yield from an @Async method of its own that returns an AsyncIterable
            return null;
        }
    }

    interface WithDefault {
        default int get() {
            return await(leaf("default", 1)); // ERROR: [await-outside]
        }
    }
}
