package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

class InterfaceStatics {
    interface Box<T> {
        static String of(Collection<String> all) {
            return "static " + all;
        }

        static String of(int one, int two) {
            return "static " + one + two;
        }

        default String of(List<T> all) {
            return "default " + all;
        }

        default String of(T one, T two, T three) {
            return "default " + one + two + three;
        }

        static <E> String both(E one, Object... two) {
            return "static " + one + List.of(two);
        }

        default String both(T one, Number two) {
            return "default " + one + two;
        }

        @Async
        static Coroutine<String> waiting(Object value, Object more) {
            return done("static " + value + await(leaf("more", more)));
        }

        @Async
        default Coroutine<String> waiting(T value, Integer more) {
            return done("default " + value + await(leaf("more", more)));
        }

        @Async
        default Coroutine<String> overshadowed(T value) {
            String s = both("x", 1) + both(value, 2) + both("y", await(leaf("three", 3)));
            Function<String, String> later = text -> both(text, 5) + both(value, 6);
            s += later.apply("z") + await(waiting("x", 1)) + await(waiting(value, 2));
            return done(s + await(new Nested<T>().all(value)));
        }

        class Nested<V> {
            @Async
            Coroutine<String> all(V value) {
                return done(both("x", 1) + both(value, await(leaf("two", 2))) + await(waiting(value, 3)));
            }
        }

        @Async
        default Coroutine<String> make(T value, Set<String> set) {
            String all = of(set) + of(await(leaf("one", 1)), 2) + of(List.of(value));
            return done(all + of(value, await(leaf("two", value)), value));
        }
    }

    /** Behind the bare name {@code of(List)}, the better one for a list, would take a list of strings. */
    interface Names<T> {
        static String of(Collection<String> all) {
            return "static " + all;
        }

        default String of(List<T> all) {
            return "default " + all;
        }

        @Async
        default Coroutine<String> make(T value, Set<String> set) {
            String allowed = of(set);
            return done(await(leaf("made", allowed)) + of(List.of("x")) + of(List.of(value)));
        }
    }

    @Case("static methods of generic interfaces with methods of objects of the same name")
    @Async
    static Coroutine<String> overloaded() {
        return done(await(new Box<Integer>() {}.make(5, Set.of("x"))) + await(new Box<Integer>() {}.overshadowed(6))
                + await(new Names<Integer>() {}.make(7, Set.of("y"))));
    }
}
