package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What two types have in common, where that is several types with wildcards in them. */
class IntersectionBounds {
    interface Sized {
        default int nine() {
            return 9;
        }
    }

    enum Color implements Sized {
        RED
    }

    enum Size implements Sized {
        BIG
    }

    static class Texts extends ArrayList<String> implements Sized {}

    static class Numbers extends LinkedList<Integer> implements Sized {}

    interface Gives<T> {
        T give();
    }

    interface First<T> extends Gives<T> {}

    interface Second<T> extends Gives<T> {
        T second();
    }

    record Text(String give) implements First<String>, Second<String>, Comparable<Text> {
        @Override
        public String second() {
            return give + give;
        }

        @Override
        public int compareTo(Text other) {
            return 0;
        }
    }

    record Number(Integer give) implements First<Integer>, Second<Integer>, Comparable<Number> {
        @Override
        public Integer second() {
            return 2 * give;
        }

        @Override
        public int compareTo(Number other) {
            return 0;
        }
    }

    static class Many implements Supplier<String>, Iterable<String> {
        @Override
        public String get() {
            return "get";
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("one").iterator();
        }
    }

    static class Few implements Supplier<Integer>, Iterable<Integer> {
        @Override
        public Integer get() {
            return 1;
        }

        @Override
        public Iterator<Integer> iterator() {
            return List.of(1).iterator();
        }
    }

    static <T extends Collection<?>> T longer(T a, T b) {
        return a.size() > b.size() ? a : b;
    }

    @Async
    static Coroutine<String> longest(HashSet<?> set, ArrayList<?> list) {
        var longer = longer(set, await(leaf("list", list)));
        int size = await(leaf("size", longer.size()));
        return done(size + "" + longer.iterator().next() + longer(await(leaf("set", set)), list));
    }

    @Async
    static Coroutine<String> either(HashSet<? extends java.lang.Number> set, ArrayList<? super Integer> list) {
        var either = await(leaf("yes", true)) ? set : list;
        StringBuilder out = new StringBuilder();
        for (var each : either) out.append(each).append(await(leaf("each", ",")));
        return done(out + "" + either.size());
    }

    @Case("classes with any type arguments")
    @Async
    static Coroutine<String> any() {
        HashSet<Integer> one = new HashSet<>(Set.of(1));
        return done(await(longest(one, new ArrayList<>(List.of(1, 2)))) + await(either(one, new ArrayList<>())));
    }

    @Case("classes with different type arguments")
    @Async
    static Coroutine<String> different() {
        var list = await(leaf("yes", true)) ? new Texts() : new Numbers();
        int nine = await(leaf("nine", list.nine()));
        return done("" + nine + list.size() + list.toString());
    }

    @Case("interfaces that inherit from the same one")
    @Async
    static Coroutine<String> interfaces() {
        var gives = await(leaf("no", false)) ? new Text("t") : new Number(2);
        Object second = await(leaf("second", gives.second()));
        return done("" + gives.give() + second);
    }

    @Case("interfaces that have nothing to do with each other")
    @Async
    static Coroutine<String> unrelated() {
        var some = await(leaf("yes", true)) ? new Many() : new Few();
        StringBuilder out = new StringBuilder().append(some.get());
        for (var each : some) out.append(each).append(await(leaf("each", ",")));
        return done(out.toString());
    }

    @Case("enums")
    @Async
    static Coroutine<String> enums() {
        var constant = await(leaf("yes", true)) ? Color.RED : Size.BIG;
        String text = await(leaf("name", constant.name())) + constant.ordinal() + constant.nine();
        for (var each : List.of(Color.RED, Size.BIG)) text += each.nine() + await(leaf("each", each.name()));
        return done(text);
    }

    @Async
    static <T> Coroutine<T> same(T value) {
        await(leaf("same", 1));
        return done(value);
    }

    @Async
    static <T> Coroutine<T> made(Supplier<T> maker) {
        await(leaf("made", 1));
        return done(maker.get());
    }

    interface Named {
        String name();
    }

    interface Mailed {
        String mail();
    }

    record Person(String name, String mail) implements Named, Mailed {}

    @SuppressWarnings("unchecked")
    static <C extends Named & Mailed> List<? extends C> people() {
        return (List<? extends C>) List.of(new Person("n", "m"));
    }

    @Case("lambdas and references that take them are awaited")
    @Async
    static Coroutine<String> functions() {
        List<String> out = new ArrayList<>();
        people().stream().forEach(await(same(p -> out.add(p.name() + p.mail()))));
        people().forEach(await(same(p -> out.add(p.mail() + p.name()))));
        var list = List.of(1, "s");
        list.forEach(await(same(x -> out.add("" + x))));
        long some = list.stream().filter(await(same(Objects::nonNull))).count();
        list.stream().map(await(same(x -> x))).forEach(x -> out.add("" + x));
        return done("" + out + some);
    }

    @Case("lambdas that give them are awaited")
    @Async
    static Coroutine<String> given() {
        List<String> out = new ArrayList<>();
        var given = await(made(() -> out.isEmpty() ? 1 : "s"));
        return done("" + given + await(out.isEmpty() ? same(1) : same("s")));
    }

    @Case("a reference behind what is awaited, of a type that an intersection is in")
    @Async
    static Coroutine<String> behind() {
        var list = List.of(Optional.of(1), Optional.of("s"));
        List<Object> out = new ArrayList<>();
        list.stream().filter(await(same(Optional::isPresent))).map(Optional::get).forEach(out::add);
        return done("" + out);
    }
}
