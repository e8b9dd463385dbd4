import static dev.javait.Javait.*;

import dev.javait.*;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

public class Program {
    static final ContextVar<String> VAR = new ContextVar<>("var");
    static Task<?> mainTask;

    static void print(Object... words) {
        System.out.println(String.join(" ", List.of(words).stream().map(Object::toString).toList()));
    }

    static String current() {
        Task<?> task = currentTask();
        return task == null ? "none" : task == mainTask ? "main" : "another";
    }

    static Object outcome(CompletableFuture<?> future) {
        try {
            return future.isDone() ? future.join() : "pending";
        } catch (CancellationException e) {
            return "cancelled";
        } catch (CompletionException e) {
            return "failed " + e.getCause().getMessage();
        }
    }

    @Async
    static CompletableFuture<String> threeSteps(String name) {
        print(name, 1, current());
        await(yieldNow());
        print(name, 2, current());
        await(yieldNow());
        print(name, 3, current());
        return done(name);
    }

    @Async
    static Coroutine<Void> firstStep() {
        print("# the first step is made during the call");
        var future = threeSteps("a");
        print("called", current(), outcome(future), allTasks().size());
        await(yieldNow());
        print("turned", outcome(future));
        print(await(future));
        print(allTasks().size());
        return done();
    }

    @Async
    static CompletionStage<String> atOnce(String error) {
        print("at once", allTasks().size());
        if (error != null) {
            throw new IllegalArgumentException(error);
        }
        return done("value");
    }

    @Async
    static Coroutine<Void> withoutWaiting() {
        print("# what does not wait is done when the call returns");
        EventLoop.current().execute(() -> print("a turn"));
        print(outcome(atOnce(null).toCompletableFuture()));
        print(outcome(atOnce("broken").toCompletableFuture()));
        print(await(atOnce(null)));
        try {
            await(atOnce("again"));
        } catch (IllegalArgumentException e) {
            print("caught", e.getMessage());
        }
        await(yieldNow());
        return done();
    }

    @Async
    static CompletableFuture<Integer> nested(int depth) {
        print("down", depth);
        CompletableFuture<Integer> inner = depth > 0 ? nested(depth - 1) : null;
        print("up", depth, current(), inner == null ? "None" : outcome(inner));
        await(yieldNow());
        print("turn", depth);
        return done(depth);
    }

    @Async
    static Coroutine<Void> eagerInEager() {
        print("# an eager call in an eager call");
        var future = nested(2);
        print("called", current());
        print(await(future));
        await(yieldNow());
        return done();
    }

    @Async
    static CompletableFuture<Void> sets() {
        print("sees", VAR.get());
        VAR.set("inner");
        await(yieldNow());
        print("keeps", VAR.get());
        VAR.set("later");
        return done();
    }

    @Async
    static Coroutine<Void> context() {
        print("# the context is a copy");
        VAR.set("outer");
        var future = sets();
        print("here", VAR.get());
        VAR.set("changed");
        await(future);
        print("here", VAR.get());
        return done();
    }

    @Async
    static CompletableFuture<Void> cancelsItself() {
        currentTask().cancel();
        print("goes on");
        try {
            await(sleep(Duration.ofSeconds(1000)));
            print("never");
        } finally {
            print("finally");
        }
        return done();
    }

    @Async
    static CompletableFuture<String> endsCancelled() {
        currentTask().cancel();
        return done("value");
    }

    @Async
    static CompletableFuture<Void> cancels(Task<?> task) {
        task.cancel();
        print("goes on");
        await(yieldNow());
        print("and on");
        return done();
    }

    @Async
    static Coroutine<Void> cancelling() {
        print("# cancelling during the first step");
        var one = cancelsItself();
        print("called", outcome(one));
        await(yieldNow());
        await(yieldNow());
        print("turned", outcome(one));
        print(outcome(endsCancelled()));
        var two = cancels(currentTask());
        print("called");
        try {
            await(yieldNow());
            print("never");
        } catch (CancelledError e) {
            print("cancelled", currentTask().uncancel());
        }
        await(two);
        return done();
    }

    @Async
    static CompletableFuture<Void> waits() {
        print("waits");
        try {
            await(sleep(Duration.ofSeconds(1000)));
        } catch (CancelledError e) {
            print("cleans up");
            await(yieldNow());
            throw e;
        }
        return done();
    }

    @Async
    static Coroutine<Void> cancelledLater() {
        print("# cancelled where it waits");
        var future = waits();
        EventLoop.current().execute(() -> print("a turn"));
        future.cancel(true);
        await(yieldNow());
        print("turned");
        try {
            await(future);
        } catch (CancelledError e) {
            print("cancelled");
        }
        return done();
    }

    @Async
    static Coroutine<Void> fromCallback() {
        print("# an eager call in a callback");
        var futures = new ArrayList<CompletableFuture<String>>();
        EventLoop.current().execute(() -> {
            print("callback", current());
            futures.add(threeSteps("cb"));
            print("callback", current());
        });
        await(yieldNow());
        print(await(futures.get(0)));
        return done();
    }

    @Async
    public static void main(String[] args) {
        mainTask = currentTask();
        await(firstStep());
        await(withoutWaiting());
        await(eagerInEager());
        await(context());
        await(cancelling());
        await(cancelledLater());
        await(fromCallback());
    }
}
