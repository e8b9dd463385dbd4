package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.Supplier;

class InstanceConstants {
    final int five = 5;
    final char letter = 'c';

    @Case("constants that are fields of the object: in case labels and narrow types")
    @Async
    static Coroutine<String> constants() {
        return done(await(new InstanceConstants().own()));
    }

    @Async
    Coroutine<String> own() {
        byte narrow = five;
        Byte boxed = five;
        char next = letter + 1;
        String text = "" + await(leaf("narrow", narrow)) + boxed + next;
        switch ((int) await(leaf("five", 5))) {
            case five:
                text += "five";
                break;
            case letter:
                text += await(leaf("letter", "letter"));
                break;
            default:
                text += "neither";
        }
        Supplier<Byte> lambda = () -> five;
        Object either = await(leaf("either", true)) ? five : 'c';
        do text += this.five;
        while (five == 5 && await(leaf("again", false)));
        return done(text + lambda.get() + either.getClass().getSimpleName());
    }
}
