package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.Supplier;

class BeforeSuper {
    int number = 5;

    String name() {
        return "outer" + number;
    }

    static class Base {
        final Supplier<Coroutine<String>> later;

        Base(Supplier<Coroutine<String>> later) {
            this.later = later;
        }
    }

    class Inner extends Base {
        final int own = 3;

        Inner(int argument) {
            super(new Supplier<>() {
                @Override
                @Async
                public Coroutine<String> get() {
                    number += await(leaf("number", argument));
                    return done(name() + BeforeSuper.this.number + await(leaf("argument", argument)));
                }
            });
        }

        Inner(String text) {
            this(text.length());
        }
    }

    @Case("classes in the call of another constructor belong to the object around the one that is made")
    @Async
    static Coroutine<String> calls() {
        var outer = new BeforeSuper();
        return done(await(outer.new Inner(4).later.get()) + await(outer.new Inner("abc").later.get()));
    }
}
