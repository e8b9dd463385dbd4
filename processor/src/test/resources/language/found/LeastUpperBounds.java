package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls for whose type parameters javac finds an intersection type, beside awaits; and functions in conditionals and switches whose types no source can write. */
class LeastUpperBounds {
    static <Q> String add(List<Q> list, Q more, String s) {
        List<Q> all = new ArrayList<>(list);
        all.add(more);
        return all + s;
    }

    static <Q> String surround(Q first, List<? extends Q> list, Q last, String s) {
        List<Q> all = new ArrayList<>(list);
        all.add(0, first);
        all.add(last);
        return all + s;
    }

    @SafeVarargs
    static <Q> String all(List<? extends Q> list, Q... more) {
        return list + Arrays.toString(more) + more.getClass().getComponentType();
    }

    @SafeVarargs
    static <Q> String lists(List<Q>... lists) {
        return Arrays.toString(lists);
    }

    static <Q> String sorted(List<Q> list, Comparator<? super Q> comparator, String s) {
        return list.stream().sorted(comparator).map(x -> x + "").collect(Collectors.joining()) + s;
    }

    static <Q> String apply(Q a, Q b, Function<? super Q, String> function, String s) {
        return function.apply(a) + function.apply(b) + s;
    }

    static class Kept<Q> {
        final String text;

        Kept(List<? extends Q> list, Q more) {
            text = list + "" + more;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static <K, V> Map<K, V> mapped(List<? extends K> keys, Function<? super K, ? extends V> function) {
        Map<K, V> all = new LinkedHashMap<>();
        for (K key : keys) all.put(key, function.apply(key));
        return all;
    }

    static <Q, R extends Collection<? super Q>> R into(List<? extends Q> list, Supplier<R> make) {
        R made = make.get();
        made.addAll(list);
        return made;
    }

    interface Box<T> {
        T get();

        default Box<T> each(Consumer<? super T> consumer) {
            consumer.accept(get());
            return this;
        }

        default <R> R map(Function<? super T, ? extends R> function, R other) {
            R mapped = function.apply(get());
            return mapped == null ? other : mapped;
        }

        default <R> R two(Function<? super T, ? extends R> one, Function<? super T, ? extends R> other) {
            return get().hashCode() > 0 ? one.apply(get()) : other.apply(get());
        }

        default T merge(BinaryOperator<T> merging, T other) {
            return merging.apply(get(), other);
        }
    }

    static class Shown {
        final StringBuilder seen = new StringBuilder();

        void number(Number n) {
            seen.append("number").append(n);
        }

        void any(Object n) {
            seen.append("any").append(n);
        }

        String show(Object o) {
            return "shown" + o;
        }
    }

    @Case("arguments of calls beside what a type parameter stands for")
    @Async
    static Coroutine<String> arguments() {
        String s = add(await(leaf("a", Arrays.asList(1, 2.5))), 3, "d");
        s += add(Arrays.asList(1, 2.5), 3, await(leaf("a", "d")));
        s += add(Arrays.asList(1, "b"), await(leaf("a", 3)), await(leaf("a", "d")));
        s += surround(3, Arrays.asList(1, "b"), 4, await(leaf("a", "d")));
        s += surround("c", Arrays.asList(1, 2), await(leaf("a", 4)), "x");
        s += surround(await(leaf("a", 'c')), await(leaf("a", Arrays.asList(1, 2))), 4L, "x");
        s += all(await(leaf("a", Arrays.asList(1, 2.5))), 3, 4L);
        s += all(Arrays.asList(1, "b"), 3, await(leaf("a", "c")));
        s += all(await(leaf("a", Arrays.asList(1, "b"))));
        s += lists(await(leaf("a", Arrays.asList(1, "b"))), Arrays.asList(3));
        s += new Kept<>(await(leaf("a", Arrays.asList(1, "b"))), 3);
        s += new Kept<>(Arrays.asList(1, "b"), await(leaf("a", 3)));
        return done(s);
    }

    @Case("calls on it")
    @Async
    static Coroutine<String> receivers() {
        String s = "" + await(leaf("a", Stream.of(1, 2.5))).reduce(3, (a, b) -> b.intValue() > 1 ? b : a);
        s += Stream.of(1, 2.5).reduce(3, await(leaf("a", true)) ? (a, b) -> b.intValue() > 1 ? b : a : (a, b) -> a);
        s += Stream.of(1, 2.5).skip(2).findFirst().orElse(await(leaf("a", 3)));
        s += await(leaf("a", Optional.of(s.isEmpty() ? 1 : "b"))).orElse("c");
        s += Stream.concat(Stream.of(1, 2.5), await(leaf("a", Stream.of("x", 1)))).collect(Collectors.toList());
        s += Stream.of(1, 2.5)
                .collect(Collectors.groupingBy(
                        x -> x.intValue(), TreeMap::new, Collectors.mapping(x -> x.doubleValue(), Collectors.toList())))
                .get(await(leaf("a", 1)));
        s += new TreeMap<>(Map.of(1, List.of(1, "s"), 2, List.of(await(leaf("a", 2.5)))));
        return done(s);
    }

    @Case("functions of it, in conditionals")
    @Async
    static Coroutine<String> functions() {
        String s = apply(1, 2.5, x -> x.intValue() + "", await(leaf("a", "d")));
        s += apply(1, 2.5, await(leaf("a", true)) ? x -> x.intValue() + "" : x -> "" + x.doubleValue(), "d");
        s += apply(1, 2.5, await(leaf("a", false)) ? x -> x.intValue() + "" : x -> "" + x.doubleValue(), await(leaf("a", "d")));
        s += apply(1, 2.5, s.isEmpty() ? x -> "" : await(leaf("a", new Shown()))::show, await(leaf("a", "d")));
        return done(s);
    }

    @Case("calls that take their types from where they stand")
    @Async
    static Coroutine<String> comparators() {
        String s = sorted(Arrays.asList(2.5, 1), Comparator.comparing(x -> x.intValue()), await(leaf("a", "d")));
        s += sorted(
                Arrays.asList(2.5, 1),
                await(leaf("a", true))
                        ? Comparator.comparing(x -> x.intValue())
                        : Comparator.comparing(x -> x.doubleValue()),
                await(leaf("a", "d")));
        s += sorted(
                Arrays.asList(2.5, 1),
                s.isEmpty() ? Comparator.comparing(x -> x.intValue()) : await(leaf("a", Comparator.comparing(x -> x + ""))),
                await(leaf("a", "d")));
        s += sorted(
                Arrays.asList(2, "b"),
                switch (await(leaf("a", 1))) {
                    case 1 -> Comparator.comparing(x -> x.hashCode());
                    default -> {
                        await(leaf("a", 2));
                        yield Comparator.comparing(x -> x.toString());
                    }
                },
                await(leaf("a", "d")));
        return done(s);
    }

    @Case("variables of it, and what is added to them")
    @Async
    static Coroutine<String> variables() {
        var numbers = new ArrayList<>(Arrays.asList(2.5, 1));
        numbers.set(0, 7);
        numbers.add(1, await(leaf("a", 3)) > 3 ? 1 : 2.5);
        numbers.add(await(leaf("b", 3)));
        numbers.add(4.5f);
        String s = "";
        for (var number : numbers) s += number.intValue() + await(leaf("c", "-"));
        for (var number : numbers) s += number.doubleValue();
        s += numbers.stream().mapToInt(number -> number.intValue()).sum()
                + await(leaf("d", numbers)).get(0).intValue();
        numbers.removeIf(number -> number.intValue() > 6);
        numbers.replaceAll(number -> number.intValue() > 2 ? 8L : 9);
        Collections.addAll(numbers, 5, 6L);
        var others = numbers;
        others.add(10);
        {
            var more = others;
            more.add('c' + 1);
            numbers = more;
        }
        numbers = new ArrayList<>(Arrays.asList(1, 2.5));
        numbers.add(await(leaf("e", true)) ? 11L : 12);
        return done(s + numbers + others);
    }

    @Case("functions that are given such variables")
    @Async
    static Coroutine<String> functionsOfVariables() {
        var numbers = await(leaf("a", Arrays.asList(2.5, 1)));
        String s = mapped(numbers, x -> x.intValue())
                + sorted(numbers, Comparator.comparing(x -> x.intValue()), await(leaf("b", "v")));
        s += sorted(numbers, Comparator.comparing(x -> x.intValue()), "d");
        s += sorted(await(leaf("c", numbers)), Comparator.comparing(x -> x.doubleValue()), "d");
        s += sorted(await(leaf("d", numbers)), (a, b) -> a.intValue() - b.intValue(), await(leaf("e", "e")));
        s += into(numbers, ArrayList::new);
        s += into(await(leaf("f", Arrays.asList(2.5, 1))), ArrayList::new);
        s += mapped(Arrays.asList(2.5, 1), await(leaf("g", true)) ? x -> x.intValue() : x -> x.byteValue());
        s += mapped(Arrays.asList(2.5, 1), x -> Stream.of(x, 3)
                        .map(y -> y.intValue())
                        .collect(Collectors.toList()))
                .get(await(leaf("h", 1)));
        s += numbers.stream().reduce(0, (a, b) -> a.intValue() > b.intValue() ? a : 4);
        s += numbers.stream().reduce(0, (a, b) -> {
            if (a.intValue() > 1) return 5.5;
            return b;
        });
        s += Optional.of(numbers.get(0)).or(() -> Optional.of(3)).map(x -> x.intValue()).orElse(await(leaf("i", 4)));
        s += numbers.stream().filter(x -> x.intValue() > 7).findFirst().or(() -> Optional.of(3)).get();
        s += await(leaf("j", numbers)).stream().filter(x -> x.intValue() > 7).findFirst().orElseGet(() -> 4L);
        s += Stream.concat(numbers.stream(), Stream.of(3, 4L)).map(x -> Optional.of(x).orElse(5)).collect(Collectors.toList());
        s += Stream.of(numbers).map(l -> { var c = new ArrayList<>(l); c.add(6); return c; }).findFirst().get();
        return done(s);
    }

    @Case("collections of it, within others too")
    @Async
    static Coroutine<String> collections() {
        var map = new TreeMap<>(Map.of("a", 1, "b", 2.5));
        map.put("c", await(leaf("a", 3L)));
        map.merge("a", 5, (p, q) -> p.intValue() > q.intValue() ? p : q);
        map.computeIfAbsent("d", k -> 7f);
        map.compute("e", (k, v) -> v == null ? 1 : v);
        map.replaceAll((k, v) -> v.intValue());
        var texts = await(leaf("b", new ArrayList<>(Arrays.asList(1, "x"))));
        texts.addAll(List.of(2, "y"));
        texts.addAll(await(leaf("c", List.of(3, "z"))));
        texts.sort(Comparator.comparing(x -> x.toString()));
        Runnable more = () -> texts.add(9);
        more.run();
        var each = texts.listIterator();
        while (each.hasNext()) {
            var text = each.next();
            if (text.equals(2)) each.set("two");
            text = await(leaf("d", "n"));
            if (text.equals(each.nextIndex())) each.set(4);
        }
        var collections = new ArrayList<>(Arrays.asList(List.of(1), Set.of("s")));
        collections.add(await(leaf("e", List.of(2))));
        collections.add(new TreeSet<>(Set.of(4)));
        var nested = new ArrayList<>(Arrays.asList(Arrays.asList(1, "a"), Arrays.asList(2.5, 'c')));
        nested.add(await(leaf("f", nested.get(0))));
        return done("" + map + texts + collections + nested);
    }

    @Case("references in conditionals for a captured wildcard")
    @Async
    static Coroutine<String> referencesInConditionals() {
        String s = "";
        for (int k = 0; k < 5; k++) {
            int n = k - 2;
            Box<? extends Number> box = () -> n;
            var shown = new Shown();
            box.each(k > 1 ? await(leaf("a", shown))::number : shown::any);
            box.each(await(leaf("a", k > 0)) ? shown::number : shown::any);
            await(leaf("a", box)).each(k > 0 ? shown::number : await(leaf("a", shown))::any);
            s += box.map(k > 0 ? x -> x.intValue() + "" : await(leaf("a", shown))::show, await(leaf("a", "z")));
            s += box.map(await(leaf("a", k > 0)) ? x -> x.intValue() + "" : shown::show, await(leaf("a", "z")));
            s += "" + box.merge(await(leaf("a", k > 2)) ? (a, b) -> a : (a, b) -> b, null) + shown.seen;
        }
        return done(s);
    }

    @Case("functions in switches for a captured wildcard")
    @Async
    static Coroutine<String> functionsInSwitches() {
        String s = "";
        for (int k = 0; k < 6; k++) {
            int n = k - 2;
            Box<? extends Number> box = () -> n;
            var shown = new Shown();
            s += box.<String>two(
                    switch (k) {
                        case 1 -> x -> x.intValue() + "a";
                        case 2 -> await(leaf("a", shown))::show;
                        default -> {
                            await(leaf("a", 1));
                            yield x -> x.doubleValue() + "d";
                        }
                    },
                    await(leaf("a", k > 0)) ? x -> "n" + x.intValue() : x -> "m" + x.intValue());
            s += box.<String>two(
                    switch (await(leaf("a", k))) {
                        case 1 -> x -> x.intValue() + "a";
                        case 2 -> shown::show;
                        default -> {
                            yield k > 4
                                    ? x -> x.doubleValue() + "d"
                                    : await(leaf("a", k > 3)) ? x -> x.byteValue() + "b" : x -> x.longValue() + "";
                        }
                    },
                    x -> x.floatValue() + "f");
        }
        return done(s);
    }
}
