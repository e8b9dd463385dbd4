package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What javac infers from async lambdas is about coroutines, not about the classes that stand for the lambdas. */
class AsyncLambdas {
    @Case("functions that give async lambdas")
    @Async
    static Coroutine<String> functions() {
        int factor = await(leaf("a", 10));
        List<Coroutine<Integer>> products = List.of(1, 2).stream()
                .map(n -> async(() -> n * await(leaf("n" + n, factor))))
                .toList();
        Supplier<Coroutine<Void>> nothing = () -> async(() -> log("ran"));
        Runnable dropped = () -> async(() -> log("never"));
        dropped.run();
        int sum = 0;
        for (Coroutine<Integer> product : products) sum += await(product);
        return done(sum + " " + await(nothing.get()));
    }

    @Case("lists and variables of several async lambdas")
    @Async
    static Coroutine<String> several() {
        var all = new ArrayList<>(List.of(async(() -> await(leaf("a", 1)))));
        all.add(async(() -> await(leaf("b", 2))));
        for (int i = 0; i < 2; i++) {
            int number = i;
            var one = async(() -> number);
            one = async(() -> await(leaf("c", number)));
            all.add(one);
            one = number == 0 ? async(() -> 7) : one;
            log(one == null);
        }
        Map<String, Coroutine<Integer>> byName = Map.of("d", async(() -> 4));
        int sum = await(byName.get("d"));
        for (var one : all) sum += await(one);
        return done("" + sum + await(Optional.of(async(() -> 5)).orElse(async(() -> 6))));
    }

    @Case("async lambdas in a generic method")
    @Async
    static Coroutine<String> inGenericMethods() {
        return done(await(generic(List.of("a", "b"))) + "" + await(AsyncLambdas.<Number>generic(List.of(1, 2.0))));
    }

    @Async
    private static <T> Coroutine<List<T>> generic(List<? extends T> given) {
        var each = given.stream()
                .map(one -> async(() -> {
                    T none = null;
                    T same = await(leaf("same", one));
                    return same == null ? none : same;
                }))
                .toList();
        List<T> all = new ArrayList<>();
        for (var one : each) all.add(await(one));
        return done(all);
    }
}
