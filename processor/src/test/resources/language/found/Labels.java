package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Labels of cases in whose text colons and arrows stand. */
class Labels {
    static final int J = 5;
    static final boolean LARGE = true;
    static final String NAME = "n->";

    enum Kind {
        A,
        B
    }

    @Async
    static Coroutine<String> rules(int k) {
        switch (k) {
            case J != 1 ? 2 : 3 -> {
                return done("two" + await(leaf("two", 2)));
            }
            case ':', '\'' /* -> : */, LARGE ? 7 : 8 // : ->
                    -> {
                return done("some" + await(leaf("some", 1)));
            }
            case (LARGE ? 9 : 10), // : ->
                    ((J == 5 ? 11 : 12)) -> {
                return done("nested" + await(leaf("nested", 3)));
            }
            default /* : -> */ -> {
                return done("none" + await(leaf("none", 4)));
            }
        }
    }

    @Async
    static Coroutine<String> statements(int k) {
        String s = "";
        switch (k) {
            case J != 1 ? 2 : 3: // : a comment
                s += await(leaf("two", 2));
            case ':' /* : */:
            case LARGE ? J == 5 ? 7 : 8 : 9:
                s += "x";
                break;
            case J > 5 ? 1 : J > 4 ? 13 : 14:
            default /* : */:
                s += await(leaf("none", 4));
        }
        return done(s);
    }

    @Async
    static Coroutine<String> texts(String text) {
        return done(
                switch (text) {
                    case "a:b", "->" -> "A" + await(leaf("A", 1));
                    case NAME + (LARGE ? ":" : "->"), "\"->:" -> "N" + await(leaf("N", 2));
                    case LARGE ? "large:" : "small->" -> {
                        int n = await(leaf("L", 3));
                        yield "L" + n;
                    }
                    default -> await(leaf("D", "D"));
                });
    }

    @Async
    static Coroutine<String> empty(Kind kind) {
        int n = await(leaf("n", 1));
        switch (kind) {
            case A:
            case B:
        }
        switch (kind) {
            case A:
                n += await(leaf("m", 1));
            case B:
        }
        return done("" + n);
    }

    @Case("F88: labels whose text has colons and arrows in it")
    @Async
    static Coroutine<String> labels() {
        String s = "";
        for (int k = 0; k < 60; k++) s += await(rules(k)) + await(statements(k));
        for (String text : new String[] {"a:b", "->", "n->:", "\"->:", "large:", "small->"}) s += await(texts(text));
        return done(s + await(empty(Kind.A)) + await(empty(Kind.B)));
    }
}
