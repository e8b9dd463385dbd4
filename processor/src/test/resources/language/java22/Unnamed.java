package language.java22;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;
import java.util.function.BiFunction;

class Unnamed {
    record Pair(Object left, Object right) {}

    @Case("D6: unnamed variables, patterns, lambda parameters, resources and exceptions")
    @Async
    static Coroutine<String> unnamed() throws Exception {
        String s = "";
        for (var _ : List.of(1, 2)) s += await(leaf("each", "e"));
        for (int i = 0, _ = await(leaf("init", 1)); i < 2; i++) s += i;
        var _ = await(leaf("local", 1));
        int _ = 5;
        try (AutoCloseable _ = () -> log("closed")) {
            await(failing("x", new IllegalStateException("x")));
        } catch (IllegalStateException _) {
            s += await(leaf("caught", "c"));
        }
        BiFunction<Integer, Integer, Integer> f = (x, _) -> x;
        s += f.apply(await(leaf("f", 3)), 4);
        for (Object o : new Object[] {new Pair("a", 1), new Pair(2, "b"), 3}) {
            s += switch (o) {
                case Pair(String a, _) -> a + await(leaf("string", 1));
                case Pair(Integer _, Object r) -> await(leaf("right", r));
                case Integer _, Character _ -> await(leaf("either", "n"));
                default -> "?";
            };
            if (o instanceof Pair(_, String r) && await(leaf("r", true))) s += r;
        }
        return done(s);
    }

    @Case("D6: an unnamed variable that is nothing but an await, in async lambdas too")
    @Async
    static Coroutine<String> onlyOne() {
        int _ = await(leaf("first", 1));
        return done("" + await(async(() -> {
            int _ = await(leaf("in", 2));
            for (var _ : new int[2]) await(leaf("each", 0));
            return await(leaf("out", 3));
        })));
    }

    @Case("D6: an unnamed variable with a type that nobody can write")
    @Async
    static Coroutine<Integer> unwritable() {
        var _ = await(leaf("list", List.of(1, "a"))).get(0);
        var _ = await(leaf("condition", true)) ? 1 : "b";
        return done(await(leaf("end", 3)));
    }
}
