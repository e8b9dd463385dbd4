package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.failingStage;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Leaf.stage;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.CancelledError;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

class Exceptions {
    static RuntimeException oops(String message) {
        return new IllegalStateException(message);
    }

    static <T> T boom(String message) throws IOException {
        log("boom " + message);
        throw new IOException(message);
    }

    @Case("C1: an awaited failure is thrown inside the try, and caught there")
    @Async
    static Coroutine<String> caught() {
        try {
            log("before");
            await(failing("a", oops("a")));
            log("never");
        } catch (IllegalStateException e) {
            return done("caught " + e.getMessage());
        }
        return done("never");
    }

    @Case("C1: a failure after a resumption is caught, and one behind the try is not")
    @Async
    static Coroutine<String> caughtAfterResumption() {
        try {
            await(leaf("a", 1));
            if (note("b", true)) throw oops("inside");
        } catch (IllegalStateException e) {
            log(e);
        }
        await(leaf("c", 2));
        throw oops("behind");
    }

    @Case("C1: the inner try around the await catches, not the outer one")
    @Async
    static Coroutine<String> innermost() {
        try {
            try {
                await(leaf("a", 1));
                await(failing("b", oops("b")));
            } catch (IllegalArgumentException e) {
                log("wrong type");
            } finally {
                log("inner finally");
            }
        } catch (IllegalStateException e) {
            try {
                await(failing("c", new IllegalArgumentException("c")));
            } catch (IllegalArgumentException f) {
                return done(e.getMessage() + f.getMessage());
            }
        }
        return done("never");
    }

    @Case("C1: a failure of another async method comes out of its await")
    @Async
    static Coroutine<String> fromCallee() {
        try {
            return done(await(fails(3)));
        } catch (IOException e) {
            return done(e.getMessage());
        }
    }

    @Async
    static Coroutine<String> fails(int depth) throws IOException {
        try {
            if (depth == 0) return done(await(failing("bottom", new IOException("bottom"))));
            return done(await(fails(depth - 1)));
        } finally {
            log("leaving " + depth);
        }
    }

    @Case("C1: a failed stage throws its own exception")
    @Async
    static Coroutine<String> stages() {
        String s = await(stage("a", "a"));
        try {
            await(failingStage("b", new IOException("b")));
        } catch (IOException e) {
            s += e.getMessage();
        }
        return done(s);
    }

    @Case("C2: awaits in a catch block, its parameter live across them")
    @Async
    static Coroutine<String> awaitInCatch() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                if (i == 0) throw oops("zero");
                if (i == 1) await(failing("one", new IllegalArgumentException("one")));
                s += "no failure ";
            } catch (IllegalStateException e) {
                s += await(leaf("state", "S")) + e.getMessage() + " ";
            } catch (IllegalArgumentException e) {
                await(leaf("argument", 0));
                s += e.getMessage() + await(leaf("more", "!")) + " ";
                continue;
            }
            s += "end" + i + " ";
        }
        return done(s);
    }

    @Case("C2: a failure in a catch block with awaits is not caught by its sisters, but by the try around it")
    @Async
    static Coroutine<String> failureInCatch() {
        try {
            try {
                throw oops("first");
            } catch (IllegalStateException e) {
                await(failing("second", new IllegalArgumentException("second")));
            } catch (IllegalArgumentException e) {
                log("sister");
            } finally {
                log("finally");
            }
        } catch (IllegalArgumentException e) {
            return done("outer " + e.getMessage());
        }
        return done("never");
    }

    @Case("C3: rethrowing in nested catch blocks throws the exception of the block that says so")
    @Async
    static Coroutine<String> rethrow() {
        String s = "";
        try {
            try {
                throw oops("outer");
            } catch (IllegalStateException outer) {
                await(leaf("a", 1));
                try {
                    throw new IllegalArgumentException("inner");
                } catch (IllegalArgumentException inner) {
                    await(leaf("b", 2));
                    s += inner.getMessage() + " ";
                    try {
                        throw inner;
                    } catch (RuntimeException same) {
                        await(leaf("c", 3));
                        s += (same == inner) + " ";
                    }
                }
                s += outer.getMessage() + " ";
                throw outer;
            }
        } catch (RuntimeException e) {
            return done(s + e.getMessage());
        }
    }

    @Case("C3: a catch parameter that is assigned")
    @Async
    static Coroutine<String> assignedCatchParameter() {
        try {
            await(failing("a", oops("a")));
        } catch (RuntimeException e) {
            e = await(leaf("b", new IllegalArgumentException("replaced")));
            await(leaf("c", 0));
            throw e;
        }
        return done("never");
    }

    @Case("C3: a precise rethrow of a final Exception needs only what the body throws")
    @Async
    static Coroutine<String> preciseRethrow() {
        try {
            return done(await(precise(true)));
        } catch (IOException | TimeoutException e) {
            return done(e.getClass().getSimpleName());
        }
    }

    @Async
    static Coroutine<String> precise(boolean io) throws IOException, TimeoutException {
        try {
            if (io) await(failing("io", new IOException("io")));
            await(failing("timeout", new TimeoutException("timeout")));
        } catch (final Exception e) {
            log(await(leaf("cleaning", e.getMessage())));
            throw e;
        }
        return done("never");
    }

    @Case("C4: catch clauses with and without awaits keep their order and their types")
    @Async
    static Coroutine<String> mixedCatches() {
        String s = "";
        Throwable[] failures = {
            new FileNotFoundException("f"),
            new IOException("i"),
            new IllegalArgumentException("a"),
            new NumberFormatException("n"),
            new TimeoutException("t"),
            new UnsupportedOperationException("u"),
            new StackOverflowError("so"),
            new AssertionError("e"),
        };
        for (Throwable failure : failures) {
            try {
                s += await(failing("x", failure));
            } catch (FileNotFoundException e) {
                s += "file ";
            } catch (IOException e) {
                s += await(leaf("io", "io "));
            } catch (NumberFormatException | TimeoutException e) {
                s += await(leaf("multi", "multi ")) + e.getMessage() + " ";
            } catch (RuntimeException e) {
                s += e instanceof IllegalArgumentException ? "argument " : "runtime ";
            } catch (VirtualMachineError e) {
                s += "vm ";
            } catch (Throwable e) {
                s += await(leaf("other", "other "));
            }
        }
        return done(s);
    }

    @Case("C4: a catch without await around an await, in code that fails before the await")
    @Async
    static Coroutine<String> failsBeforeAwait() {
        try {
            Object o = "text";
            Integer i = (Integer) o;
            log(await(leaf("never", i)));
        } catch (ClassCastException e) {
            return done("cast");
        }
        return done("never");
    }

    @Case("C5: awaits in finally, on every way out of the try")
    @Async
    static Coroutine<String> awaitInFinally() {
        String s = "";
        for (int i = 0; i < 6; i++) {
            try {
                s += await(finallyWays(i)) + " ";
            } catch (RuntimeException e) {
                s += "!" + e.getMessage() + " ";
            }
        }
        return done(s);
    }

    @Async
    static Coroutine<String> finallyWays(int way) {
        int x = 0;
        while (x < 2) {
            x++;
            try {
                log("body");
                if (way == 0) return done("return" + await(leaf("r", x)));
                if (way == 1) break;
                if (way == 2) continue;
                if (way == 3) throw oops("throw");
                if (way == 4) await(failing("f", oops("awaited")));
                log("end of body");
            } finally {
                x += await(leaf("finally", 10));
                log("finally " + x);
            }
            log("behind");
        }
        return done("end" + x);
    }

    @Case("C5: a finally that changes the returned local does not change the result")
    @Async
    static Coroutine<Integer> returnedLocal() {
        int x = 1;
        try {
            return done(x);
        } finally {
            x = await(leaf("x", 100));
            log(x);
        }
    }

    @Case("C5: return and throw in a finally override what was pending")
    @Async
    static Coroutine<String> overriding() {
        String s = "";
        for (int i = 0; i < 6; i++) {
            try {
                s += await(overrides(i)) + " ";
            } catch (IllegalStateException e) {
                s += "!" + e.getMessage() + " ";
            }
        }
        return done(s);
    }

    @Async
    @SuppressWarnings("finally")
    static Coroutine<String> overrides(int way) {
        outer:
        for (int i = 0; ; i++) {
            if (i == 2) return done("twice");
            try {
                if (way % 2 == 0) throw oops("body");
                return done("body");
            } finally {
                await(leaf("finally", way));
                if (way < 2) return done("finally");
                if (way < 4) throw oops("finally");
                if (way == 4) continue outer;
                break;
            }
        }
        return done("end");
    }

    @Case("C5: finally blocks nest: what is pending in one waits for the other")
    @Async
    static Coroutine<String> nestedFinally() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    try {
                        if (i == 0) throw oops("a");
                        if (i == 1) continue;
                        if (i == 2) break;
                        s += "body ";
                    } finally {
                        try {
                            s += await(leaf("f1", "f1 "));
                            if (i == 3) throw oops("b");
                        } finally {
                            s += await(leaf("f2", "f2 "));
                        }
                    }
                } finally {
                    s += await(leaf("f3", "f3 "));
                }
            } catch (IllegalStateException e) {
                s += e.getMessage() + " ";
            }
        }
        return done(s);
    }

    @Case("C5: a try in a finally that catches its own failure leaves the pending one alone")
    @Async
    static Coroutine<String> tryInFinally() {
        try {
            try {
                throw oops("pending");
            } finally {
                try {
                    await(failing("own", oops("own")));
                } catch (IllegalStateException e) {
                    log("caught " + e.getMessage());
                }
                log(await(leaf("x", "still pending")));
            }
        } catch (IllegalStateException e) {
            return done(e.getMessage());
        }
    }

    @Case("C5: a jump pending in one finally is not taken by a loop inside another")
    @Async
    static Coroutine<String> loopInFinally() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                if (i == 1) continue;
                s += "b" + i;
            } finally {
                for (int j = 0; ; j++) {
                    if (j == 1) continue;
                    if (await(leaf("j", j)) == 2) break;
                    s += "j";
                }
            }
            s += ".";
        }
        return done(s);
    }

    @Case("C5: finally without await around awaits runs once")
    @Async
    static Coroutine<Integer> plainFinally() {
        int runs = 0;
        for (int i = 0; i < 3; i++) {
            try {
                await(leaf("a", 0));
                await(leaf("b", 0));
                if (i == 1) continue;
                await(leaf("c", 0));
            } finally {
                runs++;
            }
        }
        return done(runs);
    }

    @Case("C6: catch and finally together: a failure in the catch still runs the finally once")
    @Async
    static Coroutine<String> catchAndFinally() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    events.add("try");
                    if (i > 0) await(failing("a", oops("a")));
                } catch (IllegalStateException e) {
                    events.add("catch");
                    if (i == 2) throw oops("from catch");
                    if (i == 3) return done(String.join(" ", events) + await(leaf("last", ".")));
                    await(leaf("b", 1));
                } finally {
                    events.add("finally" + i);
                    log(events);
                }
            } catch (IllegalStateException e) {
                events.add(e.getMessage());
            }
        }
        return done("never");
    }

    @Case("C7: the exception that comes out is the object that was thrown, with the causes and suppressed it had")
    @Async
    static Coroutine<String> sameObject() throws IOException {
        var original = new IOException("original", new TimeoutException("cause"));
        original.addSuppressed(oops("suppressed"));
        try {
            await(failing("a", original));
        } catch (IOException e) {
            await(leaf("b", 0));
            log(e == original);
            throw e;
        }
        return done("never");
    }

    @Case("C9: nothing is thrown before the coroutine is awaited")
    @Async
    static Coroutine<String> throwsAtOnce() {
        throw oops("at once");
    }

    @Case("C10: checked exceptions around states that cannot throw them")
    @Async
    static Coroutine<String> checked() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                log("nothing throws here");
                await(leaf("a", 1));
                if (i == 1) Exceptions.<String>boom("now");
                if (i == 2) await(fails(0));
                await(leaf("b", 2));
            } catch (FileNotFoundException e) {
                s += "never";
            } catch (IOException e) {
                s += e.getMessage() + " ";
            }
        }
        return done(s);
    }

    @Case("C10: a generic exception type")
    @Async
    static Coroutine<String> genericThrow() {
        try {
            await(raise(new TimeoutException("generic")));
        } catch (TimeoutException e) {
            return done(e.getMessage());
        }
        return done("never");
    }

    @Async
    static <X extends Exception> Coroutine<Void> raise(X e) throws X {
        await(leaf("a", 1));
        if (e != null) throw e;
        return done();
    }

    @Case("C11: a cancellation passes catch (Exception) and runs finally")
    @Async
    static Coroutine<String> cancelled() {
        try {
            try {
                await(failing("a", new CancelledError("stop")));
            } catch (Exception e) {
                log("swallowed");
            } finally {
                log(await(leaf("f", "finally")));
            }
        } catch (CancelledError e) {
            return done("cancelled " + e.getMessage());
        }
        return done("never");
    }

    @Case("C12: an Error goes through as it is")
    @Async
    static Coroutine<Integer> stackOverflow() {
        try {
            await(leaf("a", 1));
            return done(deep(0));
        } catch (StackOverflowError e) {
            return done(await(leaf("b", -1)));
        }
    }

    static int deep(int n) {
        return deep(n + 1) + 1;
    }

    @Case("C13: wrapping a caught failure keeps a chain without cycles")
    @Async
    static Coroutine<String> wrapping() {
        try {
            try {
                await(failing("a", new IOException("inner")));
            } catch (IOException e) {
                await(leaf("b", 0));
                throw new UncheckedIOException("outer", e);
            }
        } catch (UncheckedIOException e) {
            await(leaf("c", 0));
            e.addSuppressed(oops("more"));
            throw e;
        }
        return done("never");
    }
}
