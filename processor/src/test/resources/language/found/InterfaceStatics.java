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

        @Async
        default Coroutine<String> make(T value, Set<String> set) {
            String all = of(set) + of(await(leaf("one", 1)), 2) + of(List.of(value));
            return done(all + of(value, await(leaf("two", value)), value));
        }
    }

    @Case("static methods of generic interfaces with methods of objects of the same name")
    @Async
    static Coroutine<String> overloaded() {
        return done(await(new Box<Integer>() {}.make(5, Set.of("x"))));
    }
}
