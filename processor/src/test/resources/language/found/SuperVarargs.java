package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

class SuperVarargs {
    static class Base {
        @SafeVarargs
        final <T> String all(T... all) {
            return all.getClass().getSimpleName() + all.length + " ";
        }

        @SafeVarargs
        final <T extends Number> String numbers(T... all) {
            return all.getClass().getSimpleName() + all.length + " ";
        }
    }

    static class Derived extends Base {
        @Async
        Coroutine<String> references() {
            BiFunction<Integer, Double, String> mixed = super::all;
            BiFunction<Integer, Number, String> wider = super::all;
            BiFunction<Integer, Integer, String> same = super::all;
            BiFunction<Integer, Long, String> numbers = super::numbers;
            IntFunction<String> one = super::all;
            String text = mixed.apply(1, 2.0) + wider.apply(1, 2L) + same.apply(1, 2) + numbers.apply(1, 2L);
            return done(text + one.apply(1) + await(leaf("calls", super.all(1, 2.0) + super.numbers(1, 2L))));
        }
    }

    @Case("the array that variable arguments of a reference to super go into is of what they have in common")
    @Async
    static Coroutine<String> common() {
        return done(await(new Derived().references()));
    }
}
