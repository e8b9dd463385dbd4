package language.found;

import static dev.javait.Javait.*;
import static dev.javait.processor.twin.support.Leaf.*;
import static dev.javait.processor.twin.support.Trace.*;

import dev.javait.*;
import dev.javait.processor.twin.support.*;
import java.util.function.*;

/** Constants that a class reads in a lambda: javac lets the class capture them there, and nowhere else. */
class ConstantsInLambdas {
    @Case("an anonymous class in a lambda")
    @Async
    static Coroutine<String> anonymous() {
        String before = await(leaf("a", "1"));
        Function<String, Supplier<String>> make = text -> {
            final long wide = 7L;
            final char letter = 'c';
            final boolean yes = true;
            final byte small = -3;
            final double real = 0.5;
            final float shorter = 1.5f;
            final String word = "w";
            return new Supplier<String>() {
                public String get() {
                    return text + before + wide + letter + yes + small + real + shorter + word;
                }
            };
        };
        return done(make.apply(await(leaf("b", "x"))).get());
    }

    @Case("a local class in a lambda")
    @Async
    static Coroutine<String> local() {
        int n = await(leaf("a", 4));
        IntFunction<String> make = factor -> {
            final int constant = 300;
            class Product {
                final int times;

                Product(int times) {
                    this.times = times;
                }

                class Part {
                    int value() {
                        return factor * times * constant + n;
                    }
                }

                int value() {
                    return new Part().value();
                }
            }
            return "" + new Product(2).value() + new Product(3).new Part().value();
        };
        return done(make.apply(await(leaf("b", 5))));
    }

    @Case("in an async lambda")
    @Async
    static Coroutine<String> asynchronous() {
        return done(await(async(() -> {
            final long constant = 0L;
            String mine = await(leaf("a", "m"));
            Supplier<String> supplier = new Supplier<>() {
                public String get() {
                    return mine + constant;
                }
            };
            return supplier.get() + await(leaf("b", "n"));
        })));
    }

    @Case("around a lambda")
    @Async
    static Coroutine<String> around() {
        final int constant = 12;
        Supplier<Supplier<String>> make = () -> new Supplier<String>() {
            public String get() {
                return "" + constant;
            }
        };
        return done(await(leaf("a", make.get().get())));
    }
}
