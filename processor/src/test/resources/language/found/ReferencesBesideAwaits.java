package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import dev.javait.processor.twin.support.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;

/** Method references before an await: their types are what Java infers from the arguments behind it. */
class ReferencesBesideAwaits {
    interface Named {
        default String name() {
            return "name";
        }
    }

    interface Coded {
        default int code() {
            return 7;
        }
    }

    record One() implements Named, Coded {}

    record Other() implements Named, Coded {}

    static <T, R> R apply(Function<T, R> function, T one, T other) {
        return function.apply(other);
    }

    static <T> T reduce(BinaryOperator<T> operator, T one, T other) {
        return operator.apply(one, other);
    }

    static <T> void each(Consumer<? super T> consumer, T one, T other) {
        consumer.accept(one);
        consumer.accept(other);
    }

    static String described(Coded coded) {
        return "code " + coded.code();
    }

    static <T> T second(T one, T other) {
        return other;
    }

    class Names {
        final List<Object> seen = new ArrayList<>();

        String of(Named named) {
            return named.name() + seen.size();
        }

        <T extends Coded> T last(T one, T other) {
            seen.add(one);
            return other;
        }
    }

    String here(Named named) {
        return "here " + named.name();
    }

    Names names(boolean some) {
        Trace.log("names");
        return some ? new Names() : null;
    }

    @Async
    Coroutine<String> ofTypes() {
        String text = apply(Named::name, new One(), await(leaf("named", new Other())));
        text += apply(ReferencesBesideAwaits::described, new One(), await(leaf("described", new Other())));
        text += reduce(ReferencesBesideAwaits::second, new One(), await(leaf("second", new Other()))).code();
        text += apply(this::here, new One(), await(leaf("here", new Other())));
        return done(text + apply(ReferencesBesideAwaits.this::here, new One(), await(leaf("there", new Other()))));
    }

    @Async
    Coroutine<String> ofObjects(Names names, StringBuilder built) {
        String text = apply(names::of, new One(), await(leaf("of", new Other())));
        text += reduce(names::last, new One(), await(leaf("last", new Other()))).code();
        text += apply(names(true)::of, new One(), await(leaf("made", new Other())));
        text += apply(await(leaf("names", names))::of, new One(), await(leaf("awaited", new Other())));
        each(names.seen::add, new One(), await(leaf("add", new Other())));
        each(built::append, "x", await(leaf("append", "y")));
        built = Optional.of("first").map(built::append).get().append(await(leaf("then", "then")));
        return done(text + names.seen + built);
    }

    @Async
    Coroutine<String> ofNothing(Names none) {
        String text = "";
        try {
            text += apply(none::of, new One(), await(leaf("of none", new Other())));
        } catch (NullPointerException e) {
            text += "none";
        }
        try {
            text += apply(names(false)::of, new One(), await(leaf("of null", new Other())));
        } catch (NullPointerException e) {
            text += "null";
        }
        return done(text);
    }

    @Case("to members of types")
    @Async
    static Coroutine<String> ofTypesOfAll() {
        return done(await(new ReferencesBesideAwaits().ofTypes()));
    }

    @Case("to methods of objects")
    @Async
    static Coroutine<String> ofObjectsInOrder() {
        var outer = new ReferencesBesideAwaits();
        return done(await(outer.ofObjects(outer.names(true), new StringBuilder())));
    }

    @Case("to methods of nothing, before the await")
    @Async
    static Coroutine<String> ofNothing() {
        return done(await(new ReferencesBesideAwaits().ofNothing(null)));
    }
}
