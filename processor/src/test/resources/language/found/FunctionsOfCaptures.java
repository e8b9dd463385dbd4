package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Generic calls with lambdas, which take their types from where they stand, beside awaits: there a captured wildcard is what the lambdas are given. */
class FunctionsOfCaptures {
    static final Map<Integer, ? extends List<String>> NAMED =
            new TreeMap<>(Map.of(1, List.of("one"), 2, List.of("two", "too"), 3, List.of("3")));

    static class Box<A> {
        final A kept;

        Box(A kept) {
            this.kept = kept;
        }

        <B> B map(Function<? super A, ? extends B> function) {
            return function.apply(kept);
        }

        Box<A> with(Function<? super A, String> function) {
            return this;
        }

        String compare(Comparator<? super A> comparator, String text) {
            return comparator.compare(kept, kept) + text;
        }
    }

    static class By<T> implements Comparator<T> {
        final Function<T, Integer> key;

        By(Function<T, Integer> key) {
            this.key = key;
        }

        @Override
        public int compare(T a, T b) {
            return key.apply(a) - key.apply(b);
        }
    }

    static <X, Y> Function<X, Y> function(Function<? super X, ? extends Y> function) {
        return function::apply;
    }

    static Box<? extends List<? extends CharSequence>> box() {
        return new Box<>(List.of("abc", "de"));
    }

    @Case("a comparator by a lambda, for entries of what a supplier with a wildcard makes")
    @Async
    static Coroutine<String> grouped() {
        List<String> names = List.of("aaa", "b", "d");
        return done("" + await(grouped(names, ArrayList::new)) + await(groupedLate(names, ArrayList::new)));
    }

    @Async
    static <K extends Collection<String>> Coroutine<List<K>> grouped(List<String> all, Supplier<? extends K> maker) {
        return done(await(leaf("all", all)).stream()
                .collect(Collectors.groupingBy(name -> name.length(), Collectors.toCollection(maker)))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(e -> e.getKey().toString()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList()));
    }

    @Async
    static <K extends Collection<String>> Coroutine<List<K>> groupedLate(List<String> all, Supplier<? extends K> maker) {
        return done(await(leaf("set", all.stream()
                        .collect(Collectors.groupingBy(
                                name -> name.length(), Collectors.toCollection(await(leaf("maker", maker)))))
                        .entrySet()))
                .stream()
                .sorted(Comparator.comparing(e -> e.getKey().toString()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList()));
    }

    @Case("functions for what is in a box of a wildcard, before a later await")
    @Async
    static Coroutine<String> boxed() {
        var box = box();
        boolean first = await(leaf("first", true));
        String s = await(leaf("box", box)).map(function(l -> l.get(0).length())) + "";
        s += box.compare(Comparator.comparing(l -> l.size()), await(leaf("a", "a")));
        s += box.compare(
                first ? Comparator.comparing(l -> l.size()) : Comparator.comparing(l -> l.get(0).length()),
                await(leaf("b", "b")));
        s += box.compare(new By<>(l -> l.size()), await(leaf("c", "c")));
        s += box.compare(
                Comparator.comparing(l -> l.get(0) + "", Comparator.comparing(text -> text.length())),
                await(leaf("d", "d")));
        return done(s
                + box.with(function(l -> l.get(0) + ""))
                        .with(await(leaf("e", "e")) == null ? null : function(l -> "x" + l.size()))
                        .map(l -> l.get(0).charAt(0)));
    }

    @Case("streams over a map to a wildcard, with lambdas in their collectors")
    @Async
    static Coroutine<String> collected() {
        String s = "" + await(leaf("entries", NAMED.entrySet())).stream()
                .collect(Collectors.groupingBy(e -> e.getValue().size()));
        s += NAMED.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey()))
                .map(e -> e.getValue().get(0))
                .collect(Collectors.joining(await(leaf(",", ","))));
        s += NAMED.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue(), (x, y) -> x, TreeMap::new))
                .compute(await(leaf("1", 1)), (key, value) -> value);
        s += NAMED.values().stream()
                .collect(Collectors.partitioningBy(
                        l -> l.size() > 1, Collectors.mapping(l -> l.get(0), Collectors.joining())))
                .get(await(leaf("true", true)));
        s += NAMED.values().stream()
                .collect(Collectors.collectingAndThen(Collectors.toList(), l -> l.get(0)))
                .get(await(leaf("0", 0)));
        return done(s);
    }

    @Case("the least of entries of a map to a wildcard, by lambdas")
    @Async
    static Coroutine<String> least() {
        String s = "" + NAMED.entrySet().stream()
                .min(await(leaf("key", true))
                        ? Comparator.comparing(e -> e.getKey())
                        : Comparator.comparing(e -> e.getValue().size()))
                .get()
                .getKey();
        s += NAMED.entrySet().stream()
                .min(s.isEmpty()
                        ? Comparator.comparing(e -> e.getKey())
                        : Comparator.comparing(e -> e.getValue().size()))
                .map(e -> e.getValue())
                .orElse(await(leaf("else", null)));
        s += NAMED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(key -> -key)))
                .map(e -> e.getKey())
                .collect(Collectors.toList())
                .get(await(leaf("0", 0)));
        s += NAMED.entrySet().stream()
                .reduce(BinaryOperator.minBy(Comparator.comparing(e -> e.getKey())))
                .get()
                .getValue()
                .get(await(leaf("0", 0)));
        return done(s);
    }

    @Async
    static <T> Coroutine<T> handled(
            CompletionStage<T> stage, Function<Throwable, ? extends CompletionStage<T>> function, Executor executor) {
        return done(await(stage.handleAsync((r, e) -> function.apply(e), await(leaf("executor", executor)))
                .thenCompose(Function.identity())));
    }

    @Async
    static <T> Coroutine<T> referred(
            CompletionStage<T> stage, Function<Throwable, ? extends CompletionStage<T>> function, Executor executor) {
        var handled = await(leaf("stage", stage))
                .exceptionally(e -> null)
                .thenApply(r -> new RuntimeException())
                .thenApplyAsync(function::apply, await(leaf("executor", executor)));
        return done(await(await(handled)));
    }

    @Async
    static <T> Coroutine<String> mapped(
            List<T> all, Function<T, ? extends List<? extends CharSequence>> function, Map<T, ? extends List<String>> named) {
        String s = all.stream()
                .map(x -> function.apply(x))
                .collect(Collectors.reducing(null, x -> x, (a, b) -> b))
                .get(await(leaf("0", 0)))
                .toString();
        s += all.stream().map(x -> function.apply(x)).map(y -> y.size()).reduce(await(leaf("1", 1)), (a, b) -> a + b);
        return done(s
                + all.stream()
                        .map(x -> named.get(x))
                        .filter(await(leaf("true", true)) ? y -> !y.isEmpty() : y -> false)
                        .findFirst()
                        .get()
                        .get(0));
    }

    @Case("lambdas that give what they capture themselves, before a later await")
    @Async
    static Coroutine<String> given() {
        CompletableFuture<String> failed = new CompletableFuture<>();
        failed.completeExceptionally(new IllegalStateException());
        String s = await(handled(failed, e -> CompletableFuture.completedFuture("handled"), Runnable::run));
        s += await(referred(failed, e -> CompletableFuture.completedFuture("referred"), Runnable::run));
        return done(s + await(mapped(List.of("one"), x -> List.of(x, "u"), Map.of("one", List.of("two")))));
    }

    record Two<A, B>(A first, B second) {
        Two<B, A> swap() {
            return new Two<>(second, first);
        }
    }

    interface First<A> {
        A get();

        static <T, U> First<U> unfold(T seed, Function<? super T, Optional<Two<? extends U, ? extends T>>> function) {
            return () -> function.apply(seed).get().first();
        }
    }

    @Async
    static <T, V> Coroutine<String> swapped(
            T seed, Function<? super T, Optional<Two<? extends T, ? extends V>>> function) {
        var first = await(leaf(
                "first",
                First.unfold(await(leaf("seed", seed)), await(leaf("function", function)).andThen(o -> o.map(Two::swap)))));
        var second = First.unfold(seed, await(leaf("function", function)).andThen(o -> o.map(two -> two.swap())));
        var third = First.unfold(seed, function.andThen(o -> o.map(Two::swap)));
        return done("" + first.get() + await(leaf("get", second.get())) + third.get());
    }

    static class Groups<K, V> {
        final Map<K, V> all = new TreeMap<>();

        <W> Groups<K, W> mapValues(Function<? super V, ? extends W> function) {
            var mapped = new Groups<K, W>();
            all.forEach((key, value) -> mapped.all.put(key, function.apply(value)));
            return mapped;
        }
    }

    static class Several<T> {
        final List<T> all = new ArrayList<>();

        Optional<T> single() {
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }

        <C> Groups<C, ? extends Several<T>> groupBy(Function<? super T, ? extends C> function) {
            var groups = new Groups<C, Several<T>>();
            for (T one : all)
                groups.all.computeIfAbsent(function.apply(one), key -> new Several<>()).all.add(one);
            return groups;
        }

        @Async
        <K> Coroutine<String> arranged(Function<? super T, ? extends K> key) {
            var some = await(leaf(
                    "some",
                    Optional.of(await(leaf("this", this))
                            .groupBy(await(leaf("key", key)))
                            .mapValues(Several<T>::single))));
            var others =
                    await(leaf("others", Optional.of(groupBy(await(leaf("key", key))).mapValues(Several<T>::single))));
            return done("" + some.get().all + others.get().all);
        }
    }

    @Case("functions that capture in a reference, and what javac captures each time that it looks")
    @Async
    static Coroutine<String> references() {
        var several = new Several<Integer>();
        several.all.addAll(List.of(1, 2, 3));
        String s = await(several.arranged(x -> x % 2));
        return done(s + await(swapped(3, x -> Optional.of(new Two<>(x + 1, "second")))));
    }
}
