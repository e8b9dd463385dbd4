import static dev.javait.Javait.*;

import dev.javait.*;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

public class Program {
    static final Duration AT_ONCE = Duration.ZERO;
    static final Duration FOREVER = Duration.ofSeconds(1000);
    static final ContextVar<String> VAR = new ContextVar<>("var");

    static void print(Object... words) {
        System.out.println(Arrays.stream(words).map(Object::toString).collect(Collectors.joining(" ")));
    }

    @Async
    static AsyncIterable<Integer> numbers(String name, int last, Duration waits) {
        print(name, "begins");
        try {
            for (int n = 1; n <= last; n++) {
                await(sleep(waits));
                print(name, "gives", n);
                emit(n);
            }
            print(name, "ends");
        } finally {
            print(name, "cleans up");
            await(yieldNow());
            print(name, "is clean");
        }
        return end();
    }

    static AsyncIterable<Integer> numbers(String name, int last) {
        return numbers(name, last, AT_ONCE);
    }

    @Async
    static <T> Coroutine<T> next(AsyncIterator<T> it) {
        if (await(it.moveNext())) return done(it.current());
        throw new IllegalStateException("no more");
    }

    @Async
    static Coroutine<Void> lazy() {
        print("# nothing runs before it is asked");
        var it = numbers("a", 2);
        print("made");
        for (int n : awaitEach(it)) print("got", n);
        for (int n : awaitEach(it)) print("never");
        print("over");
        return done();
    }

    @Async
    static Coroutine<Void> closed() {
        print("# closing");
        var it = numbers("b", 3).iterator();
        print("got", await(next(it)));
        EventLoop.current().execute(() -> print("a turn"));
        await(it.close());
        print("closed");
        await(it.close());
        print("again");
        for (int n : awaitEach(() -> it)) print("never");
        var fresh = numbers("fresh", 3);
        await(fresh.iterator().close());
        for (int n : awaitEach(fresh)) print("never");
        for (int n : awaitEach(numbers("c", 3))) {
            print("got", n);
            if (n == 2) break;
        }
        print("after the loop");
        return done();
    }

    @Async
    static AsyncIterable<String> layered() {
        try {
            try {
                emit("one");
                print("never");
            } finally {
                print("inner");
                await(yieldNow());
                print("inner is done");
            }
        } finally {
            print("outer");
            await(yieldNow());
            print("outer is done");
        }
        return end();
    }

    @Async
    static AsyncIterable<Integer> emitsWhileClosing() {
        try {
            emit(1);
        } finally {
            await(yieldNow());
            emit(2);
        }
        return end();
    }

    @Async
    static Coroutine<Void> oddClosings() {
        print("# finally blocks of a generator that is closed");
        for (String word : awaitEach(layered())) {
            print("got", word);
            break;
        }
        var it = emitsWhileClosing().iterator();
        await(it.moveNext());
        try {
            await(it.close());
        } catch (IllegalStateException e) {
            print("an error");
        }
        return done();
    }

    @Async
    static AsyncIterable<Integer> failing(int at) {
        if (at == 0) throw new IllegalArgumentException("at once");
        emit(1);
        await(yieldNow());
        if (at == 1) throw new IllegalArgumentException("later");
        try {
            emit(2);
        } finally {
            throwClosing();
        }
        return end();
    }

    static void throwClosing() {
        throw new IllegalArgumentException("closing");
    }

    @Async
    static Coroutine<Void> failures() {
        print("# failures come out where it is asked, and end it");
        for (int at = 0; at <= 1; at++) {
            var it = failing(at);
            try {
                for (int n : awaitEach(it)) print("got", n);
            } catch (IllegalArgumentException e) {
                print("caught", e.getMessage());
            }
            for (int n : awaitEach(it)) print("never");
        }
        try {
            for (int n : awaitEach(failing(2))) {
                print("got", n);
                if (n == 2) break;
            }
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    @Async
    static AsyncIterable<Integer> pairs(AsyncIterable<Integer> source) {
        try {
            Integer before = null;
            for (Integer n : awaitEach(source)) {
                if (before != null) emit(before + n);
                before = n;
            }
        } finally {
            print("pairs are over");
        }
        return end();
    }

    @Async
    static Coroutine<Void> pipelines() {
        print("# a generator of a generator");
        for (int n : awaitEach(pairs(numbers("d", 3)))) print("got", n);
        for (int n : awaitEach(pairs(numbers("e", 3)))) {
            print("got", n);
            break;
        }
        print("after");
        return done();
    }

    @Async
    static Coroutine<Void> consume(String name, AsyncIterable<Integer> source) {
        try {
            for (int n : awaitEach(source)) print(name, "got", n);
            print(name, "ended");
        } finally {
            print(name, "is over");
        }
        return done();
    }

    @Async
    static AsyncIterable<String> stubborn() {
        while (true) {
            try {
                await(sleep(FOREVER));
            } catch (CancelledError e) {
                print("does not mind");
                emit("more");
            }
        }
    }

    @Async
    static Coroutine<Void> cancelled(Task<?> task, int turns) {
        for (int i = 0; i < turns; i++) await(yieldNow());
        task.cancel();
        try {
            print(await(task));
        } catch (CancelledError e) {
            print("cancelled");
        }
        return done();
    }

    @Async
    static <T> Coroutine<T> first(AsyncIterable<T> source) {
        for (T x : awaitEach(source)) return done(x);
        return done(null);
    }

    @Async
    static Coroutine<Void> cancelling() {
        print("# cancelled in the middle of the generator");
        var it = numbers("f", 3, FOREVER);
        await(cancelled(createTask(consume("consumer", it)), 2));
        for (int n : awaitEach(it)) print("never");
        print("# a generator that catches it goes on");
        await(cancelled(createTask(first(stubborn())), 2));
        return done();
    }

    @Async
    static Coroutine<Void> oneStep(String name, AsyncIterator<Integer> it) {
        try {
            print(name, "got", await(next(it)));
        } catch (IllegalStateException e) {
            print(name, "is an error");
        }
        return done();
    }

    @Async
    static Coroutine<Void> twoConsumers() {
        print("# two consumers at once");
        var it = numbers("g", 2).iterator();
        await(gather(oneStep("one", it), oneStep("two", it)));
        await(oneStep("three", it));
        await(it.close());
        return done();
    }

    @Async
    static Coroutine<Void> sideBySide() {
        print("# two generators side by side");
        await(gather(consume("one", numbers("h", 2)), consume("two", numbers("i", 3))));
        return done();
    }

    @Async
    static AsyncIterable<Integer> remembers() {
        print("sees", VAR.get());
        VAR.set("set in the generator");
        emit(1);
        print("sees", VAR.get());
        VAR.set("set again");
        return end();
    }

    @Async
    static Coroutine<Void> context() {
        print("# it runs in the context of who asks");
        VAR.set("before");
        var it = remembers().iterator();
        await(it.moveNext());
        print("sees", VAR.get());
        VAR.set("between");
        for (int n : awaitEach(() -> it)) {}
        print("sees", VAR.get());
        return done();
    }

    static final List<Object> KEPT = new ArrayList<>();

    @Async
    static Coroutine<Void> leftOpen() {
        print("# what is left open is closed at the end");
        var it = numbers("x", 9).iterator();
        await(it.moveNext());
        KEPT.add(it);
        return done();
    }

    @Async
    public static void main(String[] args) {
        await(lazy());
        await(closed());
        await(oddClosings());
        await(failures());
        await(pipelines());
        await(cancelling());
        await(twoConsumers());
        await(sideBySide());
        await(context());
        await(leftOpen());
    }
}
