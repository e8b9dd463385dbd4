package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Type parameters whose bounds name them: Java infers little for them. */
class InferredTypes {
    static class Node<T extends Node<T>> {
        String name = "node";

        @Async
        Coroutine<String> lower(Node<? super T> other) {
            return done(await(leaf("lower", "lower ")) + other.name + name);
        }

        @Async
        Coroutine<String> upper(Node<? extends T> other) {
            return done(await(leaf("upper", "upper ")) + other.name + name);
        }

        @Async
        Coroutine<String> lambda(Node<? super T> other) {
            var within = async(() -> await(leaf("lambda", other.name)) + name);
            return done(await(within));
        }
    }

    static class Leafs extends Node<Leafs> {}

    static class Self<T extends Self<T>> {}

    static class Super extends Self<Super> {
        @Override
        public String toString() {
            return "super";
        }
    }

    static class Lower extends Super {}

    @Async
    static <T extends Self<T>, S extends T> Coroutine<List<T>> list(S s) {
        List<T> all = new ArrayList<>();
        all.add(await(leaf("s", s)));
        return done(all);
    }

    @Async
    static <S extends Comparable<? super S>, L extends List<? extends S>> Coroutine<S> max(
            L list, Comparator<? super S> by) {
        S max = list.get(0);
        for (S s : list) if (by.compare(s, max) > 0 && s.compareTo(max) > 0) max = await(leaf("larger", s));
        return done(max);
    }

    interface Bound<T extends Bound<T>> {}

    static class Called<T extends Bound<T>, D> {
        final BiConsumer<T, D> function;

        Called(BiConsumer<T, D> function) {
            this.function = function;
        }

        void call() {
            function.accept(null, null);
        }
    }

    static <T> long length(T any) {
        return any.toString().length();
    }

    static <T extends Comparable<? super T>> Comparator<T> natural() {
        return Comparator.naturalOrder();
    }

    static <B extends Comparable<B>> Collection<? extends B> bounded() {
        return List.of();
    }

    static <B extends Comparable<B>> Iterable<? extends Collection<? super B>> nested() {
        return List.of(new ArrayList<B>());
    }

    @SuppressWarnings("unchecked")
    @Async
    static <U> Coroutine<Integer> compared(U first, U second) {
        Comparator<U> order = (Comparator<U>) await(leaf("natural", natural()));
        return done(order.compare(first, second));
    }

    @Case("a parameter with a wildcard")
    @Async
    static Coroutine<String> wildcards() {
        Leafs leafs = new Leafs();
        return done(await(leafs.lower(leafs)) + await(leafs.upper(leafs)) + await(leafs.lambda(leafs)));
    }

    @Case("a type parameter that extends another")
    @Async
    static Coroutine<String> extending() {
        return done("" + await(list(new Lower())) + await(max(List.of(1, 4, 2), Comparator.naturalOrder())));
    }

    @Case("nothing tells the type argument")
    @Async
    static Coroutine<String> unknown() {
        List<Object> seen = new ArrayList<>();
        await(leaf("called", new Called<>((x, y) -> seen.add("called " + x)))).call();
        var then = Comparator.reverseOrder().thenComparingLong(await(leaf("length", InferredTypes::length)));
        var bounded = await(leaf("bounded", bounded()));
        int size = await(leaf("again", bounded)).size();
        for (var each : await(leaf("nested", nested()))) size += each.size() + await(leaf("one", 1));
        return done("" + seen + (then != null) + size + await(compared("a", "b")));
    }

    @Async
    static <T> Coroutine<T> same(T value) {
        await(leaf("same", 1));
        return done(value);
    }

    static <A, B> List<B> each(Function<? super A, ? extends B> function, List<A> list) {
        List<B> all = new ArrayList<>();
        for (A a : list) all.add(function.apply(a));
        return all;
    }

    static class Holder<A, B> {
        final Function<? super A, ? extends B> function;
        final B value;

        Holder(Function<? super A, ? extends B> function, B value) {
            this.function = function;
            this.value = value;
        }

        class Inner<C> {
            final C given;

            Inner(Supplier<? extends C> given, C other) {
                this.given = given == null ? other : given.get();
            }
        }

        <C> C own(Supplier<? extends C> given, C other) {
            return given == null ? other : given.get();
        }

        @Async
        Coroutine<String> inner(Holder<A, B> other) {
            Object one = own(await(same(() -> 1)), (Object) "1");
            Object two = other.own(await(same(() -> 2)), (Object) await(leaf("2", "2")));
            Object three = new Inner<>(await(same(() -> 3)), (Object) "3").given;
            Object four = other.new Inner<>(await(same(() -> 4)), (Object) "4").given;
            return done("" + one + two + three + four);
        }
    }

    @Case("functions are awaited that tell type arguments of the call")
    @Async
    static Coroutine<String> functions() {
        Object length = Optional.of("x").map(await(same(String::length))).orElse(0);
        Object none = Optional.of("x").map(await(same(s -> null))).orElse(await(leaf("none", 3)));
        Optional<Object> any = Stream.generate(await(same(() -> 5))).map(x -> x == null ? 1 : x).findAny();
        List<Object> flat = Stream.of("a").flatMap(await(same(s -> Stream.of(s, 1)))).toList();
        List<Object> each = each(await(same(s -> s + "!")), await(same(List.<Object>of(1, 2))));
        Holder<Object, Object> holder = new Holder<>(await(same(s -> "h" + s)), await(leaf("v", "v")));
        String held = "" + holder.function.apply(1) + holder.value + await(holder.inner(holder));
        return done("" + length + none + any + flat + each + held);
    }

    @Case("functions, and what is awaited behind them")
    @Async
    static Coroutine<String> before() {
        String prefix = await(leaf("prefix", "p"));
        List<String> each = each(prefix::concat, await(same(List.of("1", "2"))));
        Map<String, String> map = Stream.of("q").collect(Collectors.toMap(prefix::concat, await(same(s -> s))));
        List<String> list = new ArrayList<>(List.of("a", "b"));
        String max = Collections.max(list, await(same((x, y) -> y.compareTo(x)))).trim();
        return done("" + each + map + max);
    }
}
