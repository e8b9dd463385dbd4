package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types that several others have in common, and wildcards deep within a type. */
class CommonTypes {
    interface Coded {
        int code();
    }

    interface Holder<T> {
        T held();
    }

    static class Failure extends RuntimeException {}

    static class Refused extends Failure implements Coded, AutoCloseable, Holder<String> {
        @Override
        public int code() {
            return 1;
        }

        @Override
        public String held() {
            return "refused";
        }

        @Override
        public void close() {}
    }

    static class Late extends Failure implements Coded, AutoCloseable, Holder<String> {
        @Override
        public int code() {
            return 2;
        }

        @Override
        public String held() {
            return "late";
        }

        @Override
        public void close() {}
    }

    static <T extends Exception & Coded> int codeOf(T failure) {
        return 10 * failure.code();
    }

    @Async
    static Coroutine<String> caught(boolean late) {
        String text = "";
        try {
            if (await(leaf("late", late))) throw new Late();
            throw new Refused();
        } catch (Refused | Late e) {
            Class<? extends Failure> type = e.getClass();
            text += type.getSimpleName() + await(leaf("code", e.code()));
            Coded coded = e;
            var same = e;
            try (AutoCloseable closed = e) {
                text += same.held().length() + await(leaf("held", e.held())).length() + codeOf(e);
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
            Holder<String> holder = await(leaf("holder", e));
            return done(text + coded.code() + holder.held() + await(leaf("same", same)).code());
        }
    }

    @Async
    static Coroutine<String> numbers(boolean yes, Integer whole, Double broken) {
        var either = yes ? whole : "none";
        int number = (int) await(leaf("number", either)) + (int) (await(leaf("yes", yes)) ? either : "some");
        var other = yes ? broken : "none";
        IntSupplier function = () -> (int) either;
        int[] array = {(int) either + (int) (either), function.getAsInt()};
        number += array[0] + (int) (yes ? either : other) + array[await(leaf("index", 1))];
        return done(number + (double) await(leaf("other", other)) + " " + (1 + (int) await(leaf("either", either))));
    }

    static class Box<T> {
        T value;

        Box<Box<? extends T>> boxed() {
            Box<Box<? extends T>> box = new Box<>();
            box.value = this;
            return box;
        }

        Map<T, List<T>> lists() {
            Map<T, List<T>> lists = new HashMap<>();
            lists.put(value, new ArrayList<>(List.of(value)));
            return lists;
        }

        Map<T, T> twice() {
            Map<T, T> twice = new HashMap<>();
            twice.put(value, value);
            return twice;
        }
    }

    static <S> String open(Box<Box<? extends S>> box) {
        return "box of " + box.value.value;
    }

    static <S> String both(Box<Box<? extends S>> one, Box<Box<? extends S>> other) {
        return open(one) + open(other);
    }

    static <K> int swapped(Map<K, K> map) {
        map.replaceAll((key, value) -> key);
        return map.size();
    }

    static <K> K first(Map<K, List<K>> lists) {
        return lists.values().iterator().next().get(0);
    }

    @Async
    static Coroutine<String> wildcards(Box<?> any, Box<? extends Number> number) {
        String text = open(await(leaf("any", any.boxed()))) + open(number.boxed()) + await(leaf("one", 1));
        text += swapped(any.twice()) + swapped(await(leaf("twice", number.twice())));
        double value = first(number.lists()).doubleValue() + first(await(leaf("lists", number.lists()))).intValue();
        return done(text + value + first(any.lists()) + await(leaf("first", first(any.lists()))));
    }

    static class Sizes<Z> {
        Stream<Z> stream(Iterable<Z> all) {
            List<Z> list = new ArrayList<>();
            all.forEach(list::add);
            return list.stream();
        }

        Z any(List<Z> list) {
            return list.get(0);
        }

        <Q> Q same(Q one) {
            return one;
        }

        int size(List<? extends Z> list) {
            return list.size();
        }
    }

    interface First<E> {
        default E first(List<E> list) {
            return list.get(0);
        }
    }

    static class Special<X> extends Sizes<X> implements First<X> {
        @Override
        Stream<X> stream(Iterable<X> all) {
            throw new IllegalStateException();
        }

        @Async
        Coroutine<String> functions(Iterable<X> all, List<X> list) {
            Spliterator<X> split =
                    Stream.generate(() -> all).limit(2).flatMap(super::stream).spliterator();
            List<X> found = new ArrayList<>();
            split.forEachRemaining(found::add);
            int limit = await(leaf("limit", 1));
            String text = Stream.generate(() -> all)
                    .limit(limit)
                    .flatMap(super::stream)
                    .map(Object::toString)
                    .collect(Collectors.joining());
            X one = Stream.of(list).map(super::any).findFirst().get();
            X other = Stream.of(list).map(First.super::first).findFirst().get();
            X same = list.stream().map(super::same).findFirst().get();
            Function<List<X>, Object> function = super::any;
            Consumer<List<X>> dropped = super::any;
            dropped.accept(await(leaf("list", list)));
            int size = Stream.of(list).map(super::size).reduce(0, Integer::sum);
            return done(text + found + one + other + same + function.apply(list) + size);
        }
    }

    @Case("alternatives of a catch")
    @Async
    static Coroutine<String> alternatives() {
        return done(await(caught(false)) + await(caught(true)));
    }

    @Case("numbers among others")
    @Async
    static Coroutine<String> numbers() {
        String text = await(numbers(true, 1, 2.5));
        try {
            return done(text + await(numbers(false, 1, 2.5)));
        } catch (ClassCastException e) {
            return done(text + " no number");
        }
    }

    @Case("wildcards")
    @Async
    static Coroutine<String> wildcards() {
        Box<String> string = new Box<>();
        string.value = "s";
        Box<Integer> number = new Box<>();
        number.value = 7;
        return done(await(wildcards(string, number)));
    }

    @Case("functions of the superclass")
    @Async
    static Coroutine<String> functions() {
        return done(await(new Special<String>().functions(List.of("a", "b"), List.of("c"))));
    }
}
