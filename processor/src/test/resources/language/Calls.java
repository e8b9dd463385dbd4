package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.done;
import static dev.javait.Javait.yieldNow;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class Calls {
    @Case("E7: recursion makes one instance a call")
    @Async
    static Coroutine<Integer> recursion() {
        return done(await(fibonacci(9)));
    }

    @Async
    static Coroutine<Integer> fibonacci(int n) {
        if (n < 2) return done(await(leaf("f", n)));
        int left = await(fibonacci(n - 1));
        return done(left + await(fibonacci(n - 2)));
    }

    @Case("E7: mutual recursion")
    @Async
    static Coroutine<Boolean> mutual() {
        return done(await(even(20)) && !await(odd(6)));
    }

    @Async
    static Coroutine<Boolean> even(int n) {
        return n == 0 ? done(true) : odd(await(leaf("even", n)) - 1);
    }

    @Async
    static Coroutine<Boolean> odd(int n) {
        if (n == 0) return done(await(leaf("no", false)));
        return even(n - 1);
    }

    @Case("E7: a recursive async method with a try, a loop and state of its own")
    @Async
    static Coroutine<String> tree() {
        return done(await(walk("r", 3)));
    }

    @Async
    static Coroutine<String> walk(String name, int depth) {
        String s = name;
        try {
            for (int i = 0; i < 2; i++) {
                if (depth == 0) return done(s);
                s += await(walk(name + i, depth - 1)).length() + await(leaf(name, ","));
            }
        } finally {
            log("left " + await(leaf("leaving", name)));
        }
        return done(s);
    }

    @Case("F2: a hundred thousand awaits that are ready grow no stack")
    @Async
    static Coroutine<Long> manyAwaits() {
        long sum = 0;
        for (int i = 0; i < 100_000; i++) sum += await(small(i));
        return done(sum);
    }

    @Async
    static Coroutine<Integer> small(int x) {
        return done(x & 1);
    }

    @Case("F3: a hundred thousand nested awaits go in and come back")
    @Async
    static Coroutine<Integer> deep() {
        return done(await(nested(100_000)));
    }

    @Async
    static Coroutine<Integer> nested(int n) {
        if (n == 0) return done(await(leaf("bottom", 0)));
        return done(await(nested(n - 1)) + 1);
    }

    @Case("F3: a failure comes back through a hundred thousand awaits")
    @Async
    static Coroutine<String> deepFailure() {
        try {
            await(failsDeep(100_000));
        } catch (IllegalStateException e) {
            return done(e.getMessage());
        }
        return done("never");
    }

    @Async
    static Coroutine<Integer> failsDeep(int n) {
        if (n == 0) await(failing("bottom", new IllegalStateException("deep")));
        return done(await(failsDeep(n - 1)) + 1);
    }

    @Case("F3: a hundred thousand tail calls")
    @Async
    static Coroutine<Integer> tails() {
        return done(await(tail(100_000, 0)));
    }

    @Async
    static Coroutine<Integer> tail(int n, int sum) {
        if (n == 0) return done(sum + await(leaf("bottom", 1)));
        return tail(n - 1, sum + 1);
    }

    @Case("F4: tasks and yields in a loop")
    @Async
    static Coroutine<Integer> tasks() {
        int sum = 0;
        for (int i = 0; i < 1_000; i++) {
            await(yieldNow());
            var task = createTask(small(i));
            sum += await(task);
        }
        return done(sum);
    }

    @Case("F1: an eager method is done before it is awaited, or later")
    @Async
    static Coroutine<String> eager() {
        List<CompletionStage<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) all.add(eagerly(i));
        String s = "";
        for (CompletionStage<String> one : all) s += await(one);
        try {
            s += await(failsEagerly());
        } catch (IllegalStateException e) {
            s += e.getMessage();
        }
        return done(s);
    }

    @Async
    static CompletableFuture<String> eagerly(int i) {
        String s = "";
        for (int j = 0; j < i; j++) s += await(yieldNow()) == null ? j : "";
        return done(s + ";");
    }

    @Async
    static CompletableFuture<String> failsEagerly() {
        await(yieldNow());
        if (await(small(1)) == 1) return done(await(recovered()));
        return done("never");
    }

    @Async
    static Coroutine<String> recovered() {
        try {
            await(failing("inner", new IllegalStateException("inner")));
        } catch (IllegalStateException e) {
            return done("recovered " + e.getMessage());
        }
        return done("never");
    }

    @Case("C9: a tail call is made where it stands, and completes the method")
    @Async
    static Coroutine<String> tailCall() {
        String s = await(tailOf(1)) + await(tailOf(2));
        try {
            await(tailOf(3));
        } catch (IllegalStateException e) {
            s += e.getMessage();
        }
        return done(s);
    }

    @Async
    static Coroutine<String> tailOf(int way) {
        await(leaf("way", way));
        if (way == 1) return named("one");
        Coroutine<String> kept = way == 2 ? named("two") : fails();
        return kept;
    }

    @Async
    static Coroutine<String> named(String name) {
        return done(await(leaf("named", name)));
    }

    @Async
    static Coroutine<String> fails() {
        await(failing("tail", new IllegalStateException("tail failed")));
        return done("never");
    }

    @Case("F2: methods without any await, with nothing to return, with one statement")
    @Async
    static Coroutine<Object> small() {
        await(nothing());
        await(logs("x"));
        return done(await(small(3)) + await(constant()));
    }

    @Async
    static Coroutine<Void> nothing() {
        return done();
    }

    @Async
    static Coroutine<Void> logs(String s) {
        log(s);
        if (s == null) return done();
        return done(null);
    }

    @Async
    static Coroutine<String> constant() {
        return done("constant");
    }
}
