package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Jumps that a {@code finally} which never completes stops, in statements without awaits: nothing follows them. */
class StoppedJumps {
    @Async
    static Coroutine<Integer> breaks(int x) {
        final int i;
        found:
        {
            if (x == await(leaf("x", 0))) break found;
            try {
                i = 3;
                break found;
            } finally {
                return done(x);
            }
        }
        i = 2;
        return done(i);
    }

    @Async
    static Coroutine<Integer> loops(int x) {
        int turns = 0;
        outer:
        while (true) {
            turns += await(leaf("turn", 1));
            if (turns > 3) break;
            again:
            for (; ; ) {
                try {
                    if (x + turns > 2) break again;
                    continue outer;
                } finally {
                    if (turns == 2) throw new IllegalStateException("turn " + turns);
                    if (x > 1) continue outer;
                }
            }
            while (true) {
                try {
                    if (x == 0) continue outer;
                    break;
                } finally {
                    break outer;
                }
            }
        }
        return done(turns);
    }

    @Async
    static Coroutine<String> withinATry(int x) {
        String text = "";
        try {
            while (true) {
                text += await(leaf("turn", "t"));
                try {
                    if (x == 0) break;
                    if (x == 1) return done(text + "returned");
                    if (x == 2) continue;
                } finally {
                    throw new IllegalStateException(text);
                }
            }
        } catch (IllegalStateException e) {
            text += "caught " + e.getMessage();
        } finally {
            text += await(leaf("finally", "f"));
        }
        return done(text);
    }

    @Async
    static Coroutine<String> allOfThem(int x) {
        try {
            do {
                await(leaf("turn", x));
                try {
                    if (x == 0) return done("returned");
                    synchronized (StoppedJumps.class) {
                        break;
                    }
                } finally {
                    for (; ; ) {
                        if (x < 2) throw new IllegalStateException("thrown");
                        return done("from finally");
                    }
                }
            } while (true);
        } finally {
            await(leaf("finally", "f"));
        }
    }

    @Case("breaks")
    @Async
    static Coroutine<Integer> breaks() {
        return done(await(breaks(0)) * 10 + await(breaks(1)));
    }

    @Case("loops")
    @Async
    static Coroutine<String> loops() {
        String text = "";
        for (int x = 0; x < 4; x++) {
            try {
                text += await(loops(x)) + " ";
            } catch (IllegalStateException e) {
                text += e.getMessage() + " ";
            }
        }
        return done(text);
    }

    @Case("within a try")
    @Async
    static Coroutine<String> withinATry() {
        String text = "";
        for (int x = 0; x < 4; x++) {
            try {
                text += await(withinATry(x)) + " " + await(allOfThem(x)) + " ";
            } catch (IllegalStateException e) {
                text += e.getMessage() + " ";
            }
        }
        return done(text);
    }
}
