package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

class SwitchStatements {
    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Case("B4: a switch statement falls through")
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> fallThrough() {
        String s = "";
        for (int i = 0; i < 6; i++) {
            switch (await(leaf("i", i))) {
                case 0:
                    s += "zero ";
                case 1:
                    s += await(leaf("one", "one "));
                    break;
                default:
                    s += "default ";
                case 2:
                case 3:
                    s += await(leaf("two", "two-three "));
                    if (i == 3) break;
                    s += "not3 ";
                case 4:
                    s += "four ";
            }
            s += "| ";
        }
        return done(s);
    }

    @Case("B4: a variable declared in one case is assigned and used in another")
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> caseLocals() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    int x;
                    String t = "t";
                    x = await(leaf("x", 5));
                    s += x + t;
                    break;
                case 1:
                    x = 7;
                    await(leaf("y", 0));
                    t = "u";
                    s += x + t;
                default:
                    x = await(leaf("z", 9));
                    s += x;
            }
        }
        return done(s);
    }

    @Case("B4: switches over strings, enums, characters and boxes")
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> selectors() {
        String s = "";
        for (String t : new String[] {"Aa", "BB", "C", ""}) {
            switch (await(leaf("t", t))) {
                case "Aa":
                    s += "Aa" + await(leaf("x", 1));
                    break;
                case "BB":
                    s += "BB" + await(leaf("y", 2));
                case "":
                    s += "empty";
                    break;
                default:
                    s += await(leaf("z", "other"));
            }
        }
        for (Colour c : Colour.values()) {
            switch (c) {
                case BLUE:
                    s += await(leaf("b", "blue"));
                    break;
                case RED:
                    s += "red";
            }
            switch (await(leaf("c", c))) {
                case RED, GREEN -> s += await(leaf("rg", "r/g"));
                case BLUE -> {
                    s += "b";
                    await(leaf("b", 0));
                    s += "!";
                }
            }
        }
        switch (await(leaf("char", 'x'))) {
            case 'x' -> s += await(leaf("is x", "x"));
            default -> s += "?";
        }
        Integer boxed = 3;
        switch (boxed) {
            case 3:
                s += await(leaf("three", "3"));
        }
        return done(s);
    }

    @Case("B4: a switch over null fails before any case")
    @Async
    static Coroutine<String> switchNull() {
        String s = null;
        try {
            switch (await(leaf("s", s))) {
                default:
                    log(await(leaf("never", 0)));
            }
        } catch (NullPointerException e) {
            log("string");
        }
        Colour c = null;
        switch (c) {
            case RED -> log(await(leaf("never", 0)));
            default -> log("never");
        }
        return done(s);
    }

    @Case("B4: an empty switch, a switch without match, a switch with only default")
    @Async
    static Coroutine<String> oddSwitches() {
        switch (await(leaf("a", 1))) {
        }
        switch (await(leaf("b", 2))) {
            case 1 -> log(await(leaf("never", 0)));
        }
        switch (await(leaf("c", 3))) {
            default -> log(await(leaf("d", 4)));
        }
        switch (note("e", 5)) {
            case 5 -> throw new IllegalStateException(await(leaf("f", "arrow throw")));
            default -> {}
        }
        return done("end");
    }

    @Case("B5: break in a switch in a try in a loop leaves the switch, continue the round")
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> breakInSwitch() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try {
                switch (i) {
                    case 0:
                        await(leaf("0", 0));
                        break;
                    case 1:
                        await(leaf("1", 0));
                        continue;
                    case 2:
                        try {
                            break;
                        } finally {
                            s += await(leaf("2", "inner "));
                        }
                    default:
                        s += "default ";
                }
                s += "after" + i + " ";
            } finally {
                s += await(leaf("f", "f" + i + " "));
            }
        }
        return done(s);
    }
}
