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
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

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
}
