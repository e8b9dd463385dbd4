import static dev.javait.Javait.*;

import dev.javait.*;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

@SuppressWarnings("try")
public class Program {
    static final Duration AT_ONCE = Duration.ZERO;
    static final Duration FOREVER = Duration.ofSeconds(1000);

    static void print(Object... words) {
        System.out.println(Arrays.stream(words)
                .map(word -> word instanceof Boolean yes ? yes ? "True" : "False" : word + "")
                .collect(Collectors.joining(" ")));
    }

    static String kind(Throwable error) {
        return error == null ? "None" : error instanceof CancelledError ? "cancelled" : error.getMessage();
    }

    /** Says what it sees. How it exits is said by the rest: swallow, replace, or wait. */
    record Scope(String name, String how, Duration waits) implements AsyncScope {
        Scope {
            print("open", name);
        }

        Scope(String name, String how) {
            this(name, how, AT_ONCE);
        }

        Scope(String name) {
            this(name, "");
        }

        @Override
        @Async
        public Coroutine<Boolean> exit(Throwable error) {
            print(name, "sees", kind(error));
            try {
                await(sleep(waits));
            } catch (CancelledError e) {
                print(name, "was cancelled");
                throw e;
            }
            if (how.equals("replace")) throw new IllegalArgumentException("of " + name);
            print(name, "is over");
            return done(how.equals("swallow"));
        }
    }

    @Async
    static Coroutine<Scope> opened(String name) {
        await(yieldNow());
        return done(new Scope(name));
    }

    @Async
    static Coroutine<String> waysOut(String how) {
        for (int turn = 1; turn <= 2; turn++) {
            try (var a = new Scope("a");
                    var b = new Scope("b")) {
                await(yieldNow());
                print("body", how);
                if (how.equals("return")) return done("returned");
                if (how.equals("continue")) continue;
                if (how.equals("break")) break;
                if (how.equals("raise")) throw new IllegalArgumentException("raised");
            }
            print("after the block");
            if (how.equals("fall")) return done("fell");
        }
        return done("ended");
    }

    @Async
    static Coroutine<Void> everyWayOut() {
        print("# every way out, in the opposite order");
        for (String how : new String[] {"fall", "return", "continue", "break"}) print(await(waysOut(how)));
        try {
            await(waysOut("raise"));
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    @Async
    static Coroutine<Scope> fails() {
        await(yieldNow());
        throw new IllegalArgumentException("not opened");
    }

    @Async
    static Coroutine<Void> opening() {
        print("# what cannot be opened");
        try (var c = await(opened("c"));
                var failing = await(fails());
                var never = await(opened("never"))) {
            print("never");
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    /** Is what it is called, for javac does not know that a scope may swallow an exception, and so that what follows can be reached. */
    static void raise(String message) {
        throw new IllegalArgumentException(message);
    }

    @Async
    static Coroutine<Void> swallowing() {
        print("# swallowed, replaced");
        try (var outer = new Scope("outer")) {
            try (var middle = new Scope("middle", "swallow")) {
                try (var inner = new Scope("inner")) {
                    raise("first");
                }
            }
            print("after middle");
        }
        try (var outer = new Scope("outer");
                var middle = new Scope("middle", "replace");
                var inner = new Scope("inner")) {
            raise("first");
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        try (var outer = new Scope("outer", "swallow");
                var inner = new Scope("inner", "replace")) {
            print("body");
        }
        print("after outer");
        try (var outer = new Scope("outer", "replace");
                var inner = new Scope("inner", "swallow")) {
            raise("first");
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        return done();
    }

    @Async
    static Coroutine<String> returning(String how) {
        try (var s = new Scope("s", how)) {
            return done("returned");
        }
    }

    @Async
    static Coroutine<Integer> looping() {
        for (int n = 1; n <= 3; n++) {
            try (var scope = new Scope(n + "", "swallow")) {
                if (n == 2) throw new IllegalArgumentException("second");
                if (n == 3) return done(n);
            }
        }
        return done(0);
    }

    @Async
    static Coroutine<Void> values() {
        print("# what is returned goes through exits");
        print(await(returning("swallow")));
        try {
            print(await(returning("replace")));
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        print(await(looping()));
        return done();
    }

    @Async
    static Coroutine<Void> withFinally() {
        print("# before the catch and the finally");
        try (var s = new Scope("s")) {
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
            await(yieldNow());
        } finally {
            print("finally");
        }
        return done();
    }

    @Async
    static Coroutine<String> sleeps(String innerHow, Duration waits) {
        try {
            try (var outer = new Scope("outer");
                    var inner = new Scope("inner", innerHow, waits)) {
                if (waits.isZero()) {
                    print("sleeps");
                    await(sleep(FOREVER));
                }
            }
            return done("went on");
        } finally {
            print("left");
        }
    }

    @Async
    static Coroutine<Void> cancelled(Task<String> task) {
        for (int i = 0; i < 3; i++) await(yieldNow());
        print("cancel");
        task.cancel();
        try {
            print(await(task), task.isCancelled());
        } catch (CancelledError e) {
            print("cancelled");
        } catch (IllegalArgumentException e) {
            print("failed", e.getMessage());
        }
        return done();
    }

    @Async
    static Coroutine<Void> cancelling() {
        print("# cancelled in the body");
        await(cancelled(createTask(sleeps("", AT_ONCE))));
        print("# cancelled in the body, and swallowed");
        await(cancelled(createTask(sleeps("swallow", AT_ONCE))));
        print("# cancelled in the body, and replaced");
        await(cancelled(createTask(sleeps("replace", AT_ONCE))));
        print("# cancelled in the exit");
        await(cancelled(createTask(sleeps("swallow", FOREVER))));
        return done();
    }

    @Async
    static Coroutine<String> quick(String name) {
        await(yieldNow());
        print(name);
        return done(name);
    }

    @Async
    static Coroutine<Void> groups() {
        print("# groups and time limits are such blocks");
        try (var limit = timeout(Duration.ofMillis(1))) {
            try (var within = new Scope("within")) {
                await(sleep(FOREVER));
            }
        } catch (AsyncTimeoutException e) {
            print("too late");
        }
        try (var around = new Scope("around")) {
            Task<String> one;
            Task<String> two;
            try (var group = TaskGroup.open()) {
                one = group.spawn(quick("one"));
                two = group.spawn(quick("two"));
                print("spawned");
            }
            print(one.result(), two.result());
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        await(everyWayOut());
        await(opening());
        await(swallowing());
        await(values());
        await(withFinally());
        await(cancelling());
        await(groups());
    }
}
