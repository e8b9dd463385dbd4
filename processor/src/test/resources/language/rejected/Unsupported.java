package language.rejected;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;

/** What Java can do and an async method cannot. */
class Unsupported implements Cloneable {
    class Inner {
        @Async
        Coroutine<Object> copyOfTheOuter() throws CloneNotSupportedException {
            await(leaf("first", 1));
            return done(Unsupported.this.clone()); // ERROR: [unsupported]
        }
    }

    @Async
    Coroutine<Object> copies(Unsupported other, int[] numbers) throws CloneNotSupportedException {
        await(leaf("first", 1));
        Object[] allowed = {other.clone(), this.clone(), super.clone(), clone(), numbers.clone()};
        return done(allowed);
    }

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
