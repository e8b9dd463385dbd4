package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Fields whose type is a type variable, which stands for a box. */
class GenericFields {
    static class Box<T> {
        T value;

        Box(T value) {
            this.value = value;
        }
    }

    static class Counter extends Box<Integer> {
        Counter(int start) {
            super(start);
        }

        @Async
        Coroutine<Double> add(int n) {
            return done((value += await(leaf("own", n))) + (super.value *= await(leaf("super", n))) / 2.0);
        }
    }

    @Case("the value of a compound assignment to a box is a number of another type")
    @Async
    static Coroutine<String> compound() {
        var number = new Box<>(3);
        var share = new Box<>(1.5f);
        var truth = new Box<>(true);
        long sum = 5L + (number.value += await(leaf("a", 4)));
        double quotient = (number.value -= await(leaf("b", 1))) / 4.0;
        double half = share.value /= await(leaf("c", 2));
        boolean both = (truth.value &= await(leaf("d", true))) && sum > 0;
        long chosen = both ? (number.value <<= await(leaf("e", 2))) : 0L;
        return done(sum + " " + quotient + " " + half + " " + both + " " + chosen + " " + await(new Counter(1).add(2)));
    }

    @Case("the value of a compound assignment to a box is the box")
    @Async
    static Coroutine<Boolean> same() {
        var number = new Box<>(1000);
        Object value = number.value += await(leaf("a", 4));
        return done(value == number.value);
    }
}
