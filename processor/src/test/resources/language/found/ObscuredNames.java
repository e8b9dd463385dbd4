package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.IntUnaryOperator;

class ObscuredNames {
    static int number = 5;

    static int twice(int x) {
        return 2 * x + number;
    }

    @Case("variables named like classes that the code calls by less than their name")
    @Async
    static Coroutine<String> variables() {
        int Await = await(leaf("Await", 1)), Leaf = 2, ObscuredNames = 3, dev = 4, language = 5;
        int sum = twice(await(leaf("ObscuredNames", ObscuredNames))) + number;
        for (int Coroutine = 0; Coroutine < 2; Coroutine++) sum += await(leaf("Coroutine", Coroutine));
        return done("" + Await + Leaf + ObscuredNames + dev + language + sum);
    }

    @Case("parameters of lambdas named like them")
    @Async
    static Coroutine<Integer> lambdas() {
        int one = await(leaf("one", 1));
        IntUnaryOperator own = ObscuredNames -> twice(ObscuredNames) + number + one;
        IntUnaryOperator other = Leaf -> leaf("lambda", Leaf) == null ? 0 : Leaf;
        Coroutine<Integer> later = async(() -> {
            int Await = await(leaf("later", 3));
            return Await + twice(await(leaf("Await", Await)));
        });
        int sum = other.applyAsInt(2) + await(leaf("own", own.applyAsInt(4)));
        while (sum < 30) {
            int Await = twice(sum), Leaf = Await;
            sum += Leaf;
        }
        return done(sum + await(later));
    }

    @Case("classes named like generated variables")
    @Async
    static Coroutine<Integer> classes() {
        driver.count = 3;
        return done(await(driver.frame()));
    }

    static class driver {
        static int count = 3;

        static int more() {
            return ++count;
        }

        @Async
        static Coroutine<Integer> frame() {
            count = await(leaf("count", count)) + more();
            return done(count + await(leaf("more", more())));
        }
    }

    @Case("a class with the name that the class to generate would have")
    @Async
    static Coroutine<String> classNames() {
        return done(await(Clash.method()) + await(Clash$method.value()));
    }

    static class Clash {
        @Async
        static Coroutine<String> method() {
            return done(await(leaf("method", "method")));
        }
    }

    static class Clash$method {
        @Async
        static Coroutine<String> value() {
            return done(await(leaf("value", "value")));
        }
    }

    @Case("a method whose class would be named like that of an async lambda")
    @Async
    static Coroutine<Integer> lambdaNames() {
        return done(await(inner()) + await(inner$async1()));
    }

    @Async
    static Coroutine<Integer> inner() {
        return done(await(async(() -> await(leaf("lambda", 1)))));
    }

    @Async
    static Coroutine<Integer> inner$async1() {
        return done(await(leaf("method", 2)));
    }
}
