package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.done;
import static dev.javait.Javait.gather;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Leaf.stage;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Awaitable;
import dev.javait.Coroutine;
import dev.javait.Task;
import dev.javait.processor.twin.support.Case;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What an awaited expression gets its type from is where the result goes. */
class Targets {
    static <T> Coroutine<T> made(T value) {
        return leaf("made", value).toCoroutine();
    }

    static class Box<T> implements Awaitable<T> {
        final T value;

        Box(T value) {
            this.value = value;
        }

        @Override
        public Coroutine<T> toCoroutine() {
            return made(value);
        }
    }

    @Case("E3: functions in an awaited call get the type that the result is wanted in")
    @Async
    static Coroutine<String> functions() {
        Function<Integer, String> f = await(leaf("f", i -> "f" + i));
        Supplier<String> g = await(made(() -> "g"));
        Supplier<Function<Integer, String>> h = await(new Box<>(() -> Integer::toHexString));
        Function<Integer, String> k = await(f.apply(1).isEmpty() ? leaf("x", i -> "x") : made(i -> "k" + i));
        Function<Integer, String> l = await(
                switch (f.apply(1)) {
                    case "" -> leaf("x", i -> "x");
                    default -> {
                        yield made(i -> "l" + i);
                    }
                });
        Function<Integer, String> m = await(stage("m", String::valueOf));
        return done(f.apply(1) + g.get() + h.get().apply(2) + k.apply(3) + l.apply(4) + m.apply(5));
    }

    @Case("E3: functions in an awaited call with further awaits in it")
    @Async
    static Coroutine<String> nested() {
        Function<Integer, String> f = await(await(leaf("outer", made(i -> "f" + i))));
        BiFunction<Integer, Integer, String> g =
                await(made(await(leaf("choose", true)) ? (a, b) -> "" + a + b : (a, b) -> "no"));
        return done(f.apply(1) + g.apply(await(leaf("one", 1)), 2));
    }

    @Case("E3: functions in a tail call")
    @Async
    static Coroutine<String> tailCalls() {
        return done(await(tail(1)).apply(await(leaf("x", 3))) + await(tail(2)).apply(5) + await(tail(3)).apply(6));
    }

    @Async
    static Coroutine<Function<Integer, String>> tail(int kind) {
        if (kind == 1) return made(i -> "tail" + i);
        if (kind == 2) return done(i -> "done" + i + kind);
        try {
            return await(leaf("t", kind == 4)) ? made(i -> "never") : made(String::valueOf);
        } finally {
            log("left " + await(leaf("finally", 1)));
        }
    }

    @Case("E3: functions in the tail call of a method that returns a stage")
    @Async
    static Coroutine<String> stages() {
        return done(await(eager(0)).apply(1) + await(eager(1)).apply(2) + await(eager(2)).apply(3));
    }

    @Async
    static CompletionStage<Function<Integer, String>> eager(int kind) {
        if (kind == 0) return CompletableFuture.completedFuture(i -> "completed" + i);
        if (kind == 1) return stage("s", await(leaf("choose", true)) ? i -> "stage" + i : null);
        return CompletableFuture.completedFuture(await(leaf("value", String::valueOf)));
    }

    @Case("E3: functions that async lambdas give, and functions in what is gathered")
    @Async
    static Coroutine<String> lambdas() {
        Coroutine<Function<Integer, String>> f = async(() -> {
            await(leaf("x", 1));
            return i -> "f" + i;
        });
        Function<Integer, String> g = await(async(() -> i -> "g" + i));
        List<Supplier<String>> all = await(gather(made(() -> "1"), leaf("2", () -> "2")));
        Task<Supplier<String>> task = createTask(made(() -> "task"));
        return done(await(f).apply(1)
                + g.apply(2)
                + all.get(0).get()
                + all.get(1).get()
                + await(task).get());
    }

    static <A, B> B apply(Function<A, B> function, A argument) {
        return function.apply(argument);
    }

    @Case("A13: the receiver of a method reference is awaited")
    @Async
    static Coroutine<String> receivers() {
        Supplier<Integer> length = await(leaf("s", "abc"))::length;
        Function<String, String> concat = await(leaf("p", "x")).concat(await(leaf("q", "y")))::concat;
        String text = "" + apply(await(leaf("one", 1))::compareTo, await(leaf("two", 2)));
        text += apply(((CharSequence) await(leaf("cs", "cs")))::equals, "cs");
        Function<Object, Boolean> element = new Object[] {await(leaf("element", "e"))}[0]::equals;
        Supplier<? extends Number> number =
                await(leaf("choose", true)) ? await(leaf("n", 5))::longValue : await(leaf("n", 5))::doubleValue;
        return done(text + length.get() + concat.apply("c") + element.apply("e") + number.get());
    }

    @Case("A13: an awaited receiver that is null fails before the await behind it")
    @Async
    static Coroutine<String> nullReceiver() {
        return done("" + apply(await(leaf("null", (Integer) null))::compareTo, await(leaf("never", 2))));
    }

    @Case("E2: a wildcard in what is awaited for a generic call within another one")
    @Async
    static Coroutine<String> collectorsWithin() {
        String joined = await(made(List.of("a", "b").stream().collect(Collectors.joining(await(leaf("comma", ","))))));
        joined += await(made(List.of("c").stream().collect(await(leaf("joining", Collectors.joining("-"))))));
        List<String> list = await(made(List.of("d").stream().collect(await(leaf("list", Collectors.toList())))));
        return done(joined + list + await(again(List.of(1), 2)));
    }

    @Async
    static <A> Coroutine<List<A>> again(List<? extends A> list, int times) {
        List<? extends A> same = await(leaf("list", list));
        if (times == 0) return done(new ArrayList<>(same));
        return done(await(made(await(again(await(leaf("same", same)), times - 1)))));
    }

    record Named<T>(T name) {
        Named<T> self() {
            return this;
        }
    }

    static String joined(List<? extends Named<?>> list) {
        return list.stream().map(named -> "" + named.name()).collect(Collectors.joining());
    }

    @Case("E2: what is captured in an awaited call is captured in it alone")
    @Async
    static Coroutine<String> capturedAnew() {
        List<Named<?>> names = List.of(new Named<>("a"), new Named<>(1));
        String s = joined(await(leaf("reference", names.stream().map(Named::self))).collect(Collectors.toList()));
        s += joined(await(leaf("lambda", names.stream().map(named -> named.self()))).collect(Collectors.toList()));
        s += joined(await(leaf("types", names.stream().map(Named::self))).collect(Collectors.<Named<?>>toList()));
        return done(s);
    }

    @SuppressWarnings("unchecked")
    static <T> T any(String name, Object value) {
        log(name);
        return (T) value;
    }

    @SuppressWarnings("unchecked")
    static <T extends Comparable<T> & Serializable> T anyOrdered(String name, Object value) {
        log(name);
        return (T) value;
    }

    static <T> T called(Supplier<T> supplier) {
        return supplier.get();
    }

    @Case("E3: a condition gives its type to a generic call in it")
    @Async
    static Coroutine<String> conditions() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            boolean even = i % 2 == 0;
            if (any("if", even)) s += await(leaf("then", "a" + i));
            if (((Targets.any("else", even)))) s += "b";
            else s += await(leaf("or", "c"));
            if (any("of an await", await(leaf("given", !even)))) s += await(leaf("then", "d"));
            if (i > 0 ? any("one", even) : anyOrdered("other", even)) s += await(leaf("then", "e"));
            if (await(leaf("choice", i)) > 0 ? any("one", even) : anyOrdered("other", even)) s += "f";
            if (switch (i) {
                case 0 -> any("case", even);
                default -> {
                    yield anyOrdered("default", even);
                }
            }) s += await(leaf("then", "g"));
            if (called(() -> any("lambda", even))) s += await(leaf("then", "h"));
            s += any("chosen", even) ? await(leaf("yes", "y")) : "n";
            s += (any("chosen", even)) ? "y" : await(leaf("no", "n"));
            int turns = 0;
            while (any("while", turns++ < 2)) {
                if (anyOrdered("skip", turns == 1)) continue;
                s += await(leaf("turn", turns));
            }
            do s += await(leaf("again", turns--));
            while (any("do", turns > 0));
            for (int k = 0; any("for", k < 2); k++) s += await(leaf("k", k));
            int[] elements = {1, 2, 3};
            elements[Targets.<Integer>any("index", i)] += await(leaf("element", 10));
            elements[any("index", i)] += await(leaf("element", 100));
            s += Arrays.toString(elements) + new int[any("length", i)].length;
        }
        return done(s);
    }

    @Case("E3: a condition that a generic call gives what is none")
    @Async
    static Coroutine<String> notACondition() {
        if (any("if", await(leaf("text", "text")))) return done("then");
        return done(await(leaf("else", "else")));
    }

    @Case("E3: a condition that a generic call gives null")
    @Async
    static Coroutine<String> noCondition() {
        while (any("while", null)) await(leaf("turn", 1));
        return done("done");
    }
}
