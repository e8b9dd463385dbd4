package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** In a large method, the branches of an {@code if} may go on in another section together. */
class Branches {
    @Case("a chain of conditionals, the last of which awaits")
    @Async
    static Coroutine<String> conditionals() {
        String s = "";
        for (int i = 0; i < 9; i++) {
            Object one = i == 0
                    ? "zero"
                    : i == 1
                            ? "one"
                            : i == 2
                                    ? "two"
                                    : i == 3
                                            ? "three"
                                            : i == 4 ? "four" : i == 5 ? "five" : i == 6 ? "six" : await(leaf("more", i));
            s += one + " ";
        }
        return done(s);
    }

    @Case("a chain of ifs, the last of which awaits")
    @Async
    static Coroutine<String> ifs() {
        String s = "";
        for (int i = 0; i < 9; i++) {
            String one;
            if (i == 0) one = "zero";
            else if (i == 1) one = "one";
            else if (i == 2) one = "two";
            else if (i == 3) one = "three";
            else if (i == 4) one = "four";
            else if (i == 5) one = "five";
            else if (i == 6) one = "six";
            else one = await(leaf("more", "more"));
            s += one + " ";
        }
        return done(s);
    }
}
