package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Operands whose types name the same captured wildcard: what is awaited fits the very receiver that it is for. */
class SharedCaptures {
    record Box<A extends Comparable<A>>(A value) {
        <Z> Z map(Function<A, Z> function) {
            return function.apply(value);
        }

        <Z> Z map(Function<A, Z> first, BiFunction<A, Z, Z> second) {
            return second.apply(value, first.apply(value));
        }

        Box<A> larger(List<A> others) {
            A largest = value;
            for (A other : others) if (other.compareTo(largest) > 0) largest = other;
            return new Box<>(largest);
        }

        List<A> all() {
            return List.of(value);
        }
    }

    static class Cell<T> {
        private T value;

        Cell(T value) {
            this.value = value;
        }

        T get() {
            return value;
        }

        <Z> Z map(Function<? super T, ? extends Z> function) {
            return function.apply(value);
        }

        Cell<T> set(T value) {
            this.value = value;
            return this;
        }
    }

    static final class Counter<B extends Number> extends Cell<B> {
        Counter(B value) {
            super(value);
        }

        class Step {
            final B by = get();

            <Z> Z with(Function<B, Z> function) {
                return function.apply(by);
            }
        }
    }

    static Box<?> box() {
        return new Box<>(7);
    }

    static Cell<? extends Number> cell() {
        return new Cell<>(7);
    }

    static <A> Function<A, String> text(String prefix) {
        return a -> prefix + a;
    }

    static <T> List<T> swapped(List<T> list, Function<List<T>, List<T>> how) {
        return how.apply(list);
    }

    static <K, V> String both(Map<K, V> map, List<K> keys, Function<V, String> values) {
        StringBuilder out = new StringBuilder();
        for (K key : keys) out.append(key).append(values.apply(map.get(key)));
        return out.toString();
    }

    @Async
    static <A> Coroutine<Function<A, String>> later(String prefix) {
        return done(text(await(leaf("prefix", prefix))));
    }

    @Async
    static <T> Coroutine<T> same(T value) {
        await(leaf("same", 1));
        return done(value);
    }

    @Case("a method's result is the receiver")
    @Async
    static Coroutine<String> result() {
        return done(box().map(await(later("r"))));
    }

    @Case("a variable is the receiver")
    @Async
    static Coroutine<String> variable() {
        Box<?> box = box();
        Cell<? extends Number> cell = cell();
        String first = box.map(await(later("v")));
        box = new Box<>("s");
        return done(first + box.map(await(later("w"))) + cell.get().intValue());
    }

    @Case("a lambda is awaited")
    @Async
    static Coroutine<String> lambda() {
        return done(box().map(await(same(n -> "n" + n))));
    }

    @Case("a lambda before, and one behind")
    @Async
    static Coroutine<String> lambdas() {
        String before = box().map(n -> "a" + n, await(same((n, s) -> s + n)));
        String behind = box().map(await(later("c")), (n, s) -> n + s);
        return done(before + behind);
    }

    @Case("the result names it too")
    @Async
    static Coroutine<String> chain() {
        return done("" + box().larger(await(same(new ArrayList<>()))).map(await(later("x"))));
    }

    @Case("two arguments, and no receiver")
    @Async
    static Coroutine<String> arguments() {
        List<? extends Number> list = List.of(1, 2.5);
        return done("" + swapped(list, await(same(l -> l))) + swapped(await(same(list)), l -> l));
    }

    @Case("two captures, and one that is not shared")
    @Async
    static Coroutine<String> two() {
        Map<? extends CharSequence, ?> map = new TreeMap<>(Map.of("k", 1));
        return done(both(map, await(same(new ArrayList<>())), await(later("v"))));
    }

    @Case("a receiver that may take nothing but null")
    @Async
    static Coroutine<String> nothing() {
        return done("" + cell().set(await(same(null))).get());
    }

    @Case("wildcards of wildcards")
    @Async
    static Coroutine<String> chains() {
        Chain<Number> chain = new Chain<>("0");
        Chain<Number> one = new Chain<>("1");
        Chain<Number> two = new Chain<>("2");
        chain.above = one;
        chain.below = one;
        one.above = two;
        one.below = two;
        two.above = new Chain<Object>("3");
        return done(await(chain.climb()));
    }

    static final class Chain<T> {
        Chain<? super T> above;
        Chain<? extends T> below;
        final String name;

        Chain(String name) {
            this.name = name;
        }

        @Async
        Coroutine<String> climb() {
            above = await(done(above.above));
            below = await(done(below.below));
            Chain<? super T> chain = above;
            var last = await(same(chain.above));
            chain = last;
            return done(name + above.name + below.name + chain.name);
        }
    }

    @Case("methods that the receiver inherits")
    @Async
    static Coroutine<String> inherited() {
        List<Object> seen = new ArrayList<>();
        List<? extends Number> list = new ArrayList<>(List.of(1, 2, 3));
        list.forEach(await(same(seen::add)));
        list.removeIf(await(same(n -> n.intValue() == 2)));
        list.replaceAll(await(same(n -> n)));
        Map<? extends CharSequence, ? extends Number> map = new TreeMap<>(Map.of("k", 1));
        map.forEach(await(same((k, v) -> seen.add(k.length() + "=" + v))));
        Counter<?> counter = new Counter<>(4);
        return done("" + seen + list + counter.map(await(later("c"))));
    }

    @Case("a member class of a class with a wildcard")
    @Async
    static Coroutine<String> inner() {
        Counter<?>.Step step = new Counter<>(5).new Step();
        return done(step.with(await(later("s"))));
    }

    @Case("streams and optionals")
    @Async
    static Coroutine<String> streams() {
        Optional<?> optional = Optional.of("o");
        List<? extends Number> list = List.of(1, 2);
        String mapped = optional.map(await(later("m"))).orElse(await(leaf("no", "no")));
        return done(mapped + list.stream().map(await(later("n"))).collect(Collectors.joining()));
    }

    @Case("wildcards with a lower bound")
    @Async
    static Coroutine<String> lower() {
        Cell<? super Integer> cell = new Cell<>(1);
        cell.set(await(leaf("two", 2)));
        return done("" + cell.set(await(leaf("three", 3))).get());
    }

    @Case("in a generic method")
    @Async
    static Coroutine<String> generic() {
        return done(await(generic(new Cell<>("g"))));
    }

    @Async
    private static <A extends Comparable<A>> Coroutine<String> generic(Cell<? extends A> cell) {
        return done(cell.map(await(later("h"))) + box().map(await(later("i"))));
    }

    @Case("arguments with a wildcard that is bounded by another")
    @Async
    static Coroutine<String> bounded() {
        Matcher<?> matcher = new Matcher<String>() {};
        boolean matches = matcher.matches(await(same(nothingAtAll())));
        List<? extends Number> list = new ArrayList<>(List.of(2, 1));
        Comparator<? super Number> order = Comparator.comparing(Number::intValue);
        list.sort(await(same(order)));
        String sorted = list.toString();
        list.sort(await(same(order.reversed())));
        return done(matches + sorted + list);
    }

    interface Matcher<T> {
        default boolean matches(List<? extends T> list) {
            return list == null;
        }
    }

    static <T> T nothingAtAll() {
        return null;
    }

    @Case("classes are compared, of which only bounds are known")
    @Async
    static Coroutine<String> classes() {
        Object some = await(leaf("some", new Cell<>(1)));
        boolean isEnum = some.getClass().getSuperclass() == await(same(Enum.class));
        boolean isObject = await(same(some.getClass().getSuperclass())) == Object.class;
        return done(isEnum + " " + isObject);
    }
}
