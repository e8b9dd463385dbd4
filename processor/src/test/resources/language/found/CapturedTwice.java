package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.Supplier;

class CapturedTwice {
    @Case("in a lambda, an anonymous class captures what its local superclass captures too")
    @Async
    static Coroutine<String> inLambdas() {
        int captured = await(leaf("captured", 3));
        String tag = "t" + captured;
        class Local {
            final int sum;

            Local(int more) {
                sum = captured + more;
            }

            String text() {
                return tag + sum;
            }
        }
        Supplier<Local> one = () -> new Local(captured) {
            @Override
            String text() {
                return captured + super.text() + tag;
            }
        };
        Supplier<Supplier<Coroutine<String>>> two = () -> () -> new Local(4) {
            @Async
            Coroutine<String> later() {
                return done(tag + await(leaf("later", captured)) + text());
            }
        }.later();
        return done(await(leaf("one", one.get().text())) + await(two.get().get()));
    }
}
