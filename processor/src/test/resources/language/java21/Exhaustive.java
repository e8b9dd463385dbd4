package language.java21;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Switches that javac knows to be exhaustive though they have neither a default nor a pattern. */
class Exhaustive {
    sealed interface Command permits Stop {}

    enum Stop implements Command {
        NOW,
        LATER
    }

    @Async
    static Coroutine<String> old(Command command) {
        switch (command) {
            case Stop.NOW:
                return done("now" + await(leaf("now", 1)));
            case Stop.LATER:
                return done("later" + await(leaf("later", 2)));
        }
    }

    @Async
    static Coroutine<String> withNull(Stop stop) {
        switch (stop) {
            case null -> {
                return done("null" + await(leaf("null", 1)));
            }
            case NOW -> {
                return done("now" + await(leaf("now", 1)));
            }
            case LATER -> throw new IllegalStateException(await(leaf("later", "later")));
        }
    }

    @Async
    static Coroutine<String> assigning(Command command) {
        String s;
        switch (command) {
            case Stop.NOW -> s = await(leaf("s", "s"));
            case Stop.LATER -> s = "later";
        }
        int k = switch (command) {
            case Stop.NOW -> 1;
            case Stop.LATER -> await(leaf("k", 2));
        };
        return done(s + k);
    }

    @Case("B6: nothing stands behind an exhaustive switch over constants of an enum in a sealed interface")
    @Async
    static Coroutine<String> constants() {
        String s = "";
        for (Stop stop : Stop.values()) s += await(old(stop)) + await(assigning(stop));
        try {
            await(old(null));
        } catch (NullPointerException e) {
            s += "null";
        }
        return done(s);
    }

    @Case("B6: nothing stands behind an exhaustive switch with a case for null")
    @Async
    static Coroutine<String> nulls() {
        String s = await(withNull(null)) + await(withNull(Stop.NOW));
        try {
            return done(s + await(withNull(Stop.LATER)));
        } catch (IllegalStateException e) {
            return done(s + e.getMessage());
        }
    }
}
