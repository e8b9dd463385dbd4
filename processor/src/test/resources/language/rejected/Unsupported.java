package language.rejected;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;

/** What Java can do and an async method cannot. */
class Unsupported {
    Coroutine<Integer> namesakes(int number) {
        class Outside {
            int number() {
                return number;
            }
        }
        return new Object() {
            Coroutine<Integer> make(int number) {
                class Inside extends Outside { // ERROR: [unsupported]
                    @Async
                    Coroutine<Integer> both() {
                        return done(await(leaf("both", number)) + number());
                    }
                }
                return new Inside().both();
            }
        }.make(2 * number);
    }
}
