package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

class LocalRecords {
    @Case("the constructor of a local record takes a variable number of arguments")
    @Async
    static Coroutine<String> variableArity() {
        record Tags(int id, String... names) {
            Tags {
                if (id < 0) throw new IllegalArgumentException("negative");
            }

            @SafeVarargs
            <T extends CharSequence> Tags(List<T> first, T... more) {
                this(first.size(), Arrays.toString(more));
            }

            @Async
            static Coroutine<Tags> of(int id) {
                return done(new Tags(await(leaf("of", id)), "of"));
            }
        }
        var some = new Tags(await(leaf("some", 1)), await(leaf("a", "a")), "b");
        var none = new Tags(await(leaf("none", 2)));
        var array = new Tags(3, await(leaf("array", new String[] {"c"})));
        var generic = new Tags(List.of("d"), await(leaf("generic", "e")), "f");
        BiFunction<Integer, String, Tags> make = Tags::new;
        String text = "";
        for (Tags each : List.of(some, none, array, generic, make.apply(4, "g"), await(Tags.of(5)))) {
            text += each.id() + Arrays.toString(each.names()) + " ";
        }
        return done(text);
    }
}
