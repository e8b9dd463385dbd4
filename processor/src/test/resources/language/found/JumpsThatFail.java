package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Jumps out of code without awaits, which fail, or do not happen, because of what they leave. */
class JumpsThatFail {
    record Door(String name) implements AutoCloseable {
        @Override
        public void close() {
            throw new IllegalStateException("close " + name);
        }
    }

    @Case("a continue fails in a finally")
    @Async
    static Coroutine<String> continues() {
        for (int i = 0; i < 3; i++) {
            try {
                await(leaf("a", i));
                try {
                    if (i == 1) continue;
                } finally {
                    if (i == 1) throw new IllegalStateException("left");
                }
                await(leaf("b", i));
            } catch (IllegalStateException e) {
                return done("caught " + e.getMessage() + " at " + i);
            }
        }
        return done("end");
    }

    @Case("a return fails when a resource is closed, and finally blocks with awaits run")
    @Async
    static Coroutine<String> returns() {
        String end = "end";
        try {
            await(leaf("a", 1));
            synchronized (JumpsThatFail.class) {
                try (Door door = new Door("front")) {
                    if (end.length() == 3) return done("returned");
                }
            }
            await(leaf("b", 1));
        } catch (IllegalStateException e) {
            await(leaf("c", 1));
            end = e.getMessage();
        } finally {
            await(leaf("d", 1));
            log("finally");
        }
        return done(end);
    }

    @Case("a break is caught on its way, and what follows is in the same try")
    @Async
    static Coroutine<String> caughtOnTheWay() {
        String seen = "";
        loop:
        while (true) {
            try {
                await(leaf("a", 1));
                try {
                    try (Door door = new Door("back")) {
                        if (seen.isEmpty()) break loop;
                    }
                } catch (IllegalStateException e) {
                    seen += e.getMessage();
                }
                if (seen.length() > 20) return done(seen);
                Object nothing = null;
                await(leaf("b", nothing.hashCode()));
            } catch (NullPointerException e) {
                seen += ", then null";
            } catch (IllegalStateException e) {
                seen += ", then again";
            }
        }
        return done("broken");
    }

    @Case("a finally replaces the jump by another one")
    @Async
    static Coroutine<String> replaced() {
        int rounds = 0;
        try {
            while (true) {
                await(leaf("a", 1));
                for (int i = 0; i < 2; i++) {
                    try {
                        if (rounds < 3) return done("returned");
                    } finally {
                        rounds++;
                        if (rounds < 3) continue;
                        if (rounds == 3) break;
                    }
                }
                if (rounds > 3) throw new IllegalStateException("after " + rounds);
            }
        } catch (IllegalStateException e) {
            return done(e.getMessage());
        }
    }

    @Case("a pattern variable flows out of a statement that a finally may stop a jump out of")
    @Async
    static Coroutine<String> bindingFlowsOut() {
        return done(await(lengths("abc")) + await(lengths(1)));
    }

    @Async
    static Coroutine<String> lengths(Object o) {
        int n = 0;
        while (true) {
            if (!(o instanceof String s)) {
                try {
                    break;
                } finally {
                    n++;
                }
            }
            n += s.length() + await(leaf("a", 1));
            if (n > 5) return done("long " + n);
        }
        return done("none " + n);
    }

    @Case("a finally changes what is read behind the jump out of it")
    @Async
    static Coroutine<String> changes() {
        String s = "";
        int n = 0;
        for (int i = 0; i < 4; i++) {
            try {
                s += await(leaf("a", "a"));
                try {
                    if (i == 1) continue;
                    if (i == 3) break;
                    s += "b";
                } finally {
                    s += "f";
                    n++;
                }
                s += "c";
            } finally {
                s += await(leaf("b", n));
            }
        }
        return done(s + n);
    }

    @Case("a block with a finally in it that always ends by a jump")
    @Async
    static Coroutine<String> alwaysJumps() {
        return done(await(rounds("a")) + await(rounds("b")));
    }

    @Async
    static Coroutine<String> rounds(String letter) {
        int rounds = 0;
        String text = switch (await(leaf(letter, letter))) {
            case "a" -> "none";
            default -> {
                while (rounds < 2) {
                    try {
                        log("round " + rounds);
                    } finally {
                        rounds++;
                    }
                }
                yield "rounds ";
            }
        };
        return done(text + rounds);
    }
}
