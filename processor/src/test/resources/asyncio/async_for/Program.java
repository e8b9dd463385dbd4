import static dev.javait.Javait.*;

import dev.javait.*;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

public class Program {
    static final Duration FOREVER = Duration.ofSeconds(1000);

    static void print(Object... words) {
        System.out.println(Arrays.stream(words)
                .map(word -> word instanceof Boolean yes ? yes ? "True" : "False" : word + "")
                .collect(Collectors.joining(" ")));
    }

    /** An iterator that is no generator. How it waits, and what fails, is said by the numbers. */
    static class Counting implements AsyncIterable<Integer>, AsyncIterator<Integer> {
        final String name;
        final int last;
        final int waits;
        final int failsAt;
        int at;

        Counting(String name, int last, int waits, int failsAt) {
            this.name = name;
            this.last = last;
            this.waits = waits;
            this.failsAt = failsAt;
        }

        Counting(String name, int last) {
            this(name, last, 1, -1);
        }

        @Override
        public AsyncIterator<Integer> iterator() {
            return this;
        }

        @Override
        @Async
        public Coroutine<Boolean> moveNext() {
            for (int i = 0; i < waits; i++) await(yieldNow());
            at++;
            if (at == failsAt) throw new IllegalArgumentException(name + " failed");
            if (at <= last) return done(true);
            print(name, "has no more");
            return done(false);
        }

        @Override
        public Integer current() {
            return at;
        }

        @Override
        @Async
        public Coroutine<Void> close() {
            print("closing", name);
            try {
                await(yieldNow());
                print("closed", name);
            } catch (CancelledError e) {
                print("closing", name, "was cancelled");
                throw e;
            }
            return done();
        }
    }

    @Async
    static Coroutine<Void> toTheEnd() {
        print("# to the end");
        int sum = 0;
        for (int n : awaitEach(new Counting("a", 3))) {
            sum += n;
            print("got", n);
        }
        print(sum);
        for (int n : awaitEach(new Counting("empty", 0))) print("never");
        return done();
    }

    @Async
    static Coroutine<String> leaving(String how) {
        for (var n : awaitEach(new Counting(how, 5))) {
            await(yieldNow());
            if (n == 1) continue;
            print("got", n);
            if (how.equals("break")) break;
            if (how.equals("return")) return done("returned");
            if (how.equals("raise")) throw new IllegalArgumentException("raised");
        }
        print("after the loop");
        return done("ended");
    }

    @Async
    static Coroutine<Void> leftEarly() {
        print("# it is closed before anything after it runs");
        print(await(leaving("break")));
        print(await(leaving("return")));
        try {
            print(await(leaving("raise")));
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    @Async
    static Coroutine<Void> nested() {
        print("# leaving two loops closes both, the inner one first");
        for (int turn = 1; turn <= 2; turn++) {
            outer:
            for (int a : awaitEach(new Counting("outer", 2))) {
                for (int b : awaitEach(new Counting("inner", 2))) {
                    print(turn, a, b);
                    if (turn == 1) break outer;
                    if (b == 1) continue outer;
                }
            }
        }
        return done();
    }

    @Async
    static Coroutine<Void> failingIterator() {
        print("# an iterator that fails");
        try {
            for (int n : awaitEach(new Counting("f", 5, 1, 2))) print("got", n);
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    @Async
    static Coroutine<Void> loops(String name, Counting numbers, Duration waits) {
        try {
            for (int n : awaitEach(numbers)) {
                print(name, "got", n);
                await(sleep(waits));
            }
            print(name, "ended");
        } finally {
            print(name, "is over");
        }
        return done();
    }

    @Async
    static Coroutine<Void> cancelled(Task<Void> task, int turns) {
        for (int i = 0; i < turns; i++) await(yieldNow());
        print("cancel", task.cancel());
        try {
            print(await(task));
        } catch (CancelledError e) {
            print("cancelled");
        }
        return done();
    }

    @Async
    static Coroutine<Void> cancelledInTheMiddle() {
        print("# cancelled in the body, the iterator is closed");
        await(cancelled(createTask(loops("body", new Counting("c", 5), FOREVER)), 3));
        print("# cancelled while it closes");
        var task = createTask(loops("twice", new Counting("d", 5), FOREVER));
        for (int i = 0; i < 3; i++) await(yieldNow());
        task.cancel();
        await(cancelled(task, 1));
        return done();
    }

    static class Stuck extends Counting {
        Stuck(String name, int last) {
            super(name, last);
        }

        @Override
        @Async
        public Coroutine<Boolean> moveNext() {
            if (at == 1) {
                try {
                    await(sleep(FOREVER));
                } finally {
                    print(name, "left its sleep");
                }
            }
            return super.moveNext();
        }
    }

    @Async
    static Coroutine<Void> cancelledInTheIterator() {
        print("# cancelled in the iterator");
        await(cancelled(createTask(loops("iterator", new Stuck("s", 5), Duration.ZERO)), 4));
        return done();
    }

    @Async
    static Coroutine<Void> sideBySide() {
        print("# two loops side by side");
        await(gather(
                loops("one", new Counting("x", 3, 0, -1), Duration.ZERO),
                loops("two", new Counting("y", 2, 2, -1), Duration.ZERO)));
        return done();
    }

    @Async
    public static void main(String[] args) {
        await(toTheEnd());
        await(leftEarly());
        await(nested());
        await(failingIterator());
        await(cancelledInTheMiddle());
        await(cancelledInTheIterator());
        await(sideBySide());
    }
}
