package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.collected;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

class Liveness {
    static WeakReference<Object> last;

    static class Big {
        final int[] data = new int[1000];

        int size() {
            return data.length;
        }
    }

    static Big track(Big big) {
        last = new WeakReference<>(big);
        return big;
    }

    @Case("D8: a suspended frame does not keep a local behind its last use")
    @Async
    static Coroutine<Boolean> deadLocal() {
        Big big = track(new Big());
        await(leaf("a", 1));
        log(big.size());
        return done(await(collected("big", last)));
    }

    @Case("D8: a suspended frame does not keep a dead parameter")
    @Async
    static Coroutine<Boolean> deadParameter() {
        return done(await(parameter(track(new Big()))));
    }

    @Async
    static Coroutine<Boolean> parameter(Big big) {
        log(big.size());
        await(leaf("a", 1));
        return done(await(collected("parameter", last)));
    }

    @Case("D8: a suspended frame does not keep what it overwrites before reading it again")
    @Async
    static Coroutine<Boolean> overwritten() {
        Big big = track(new Big());
        await(leaf("a", big.size()));
        boolean free = await(collected("big", last));
        big = new Big();
        return done(free && big.size() == 1000);
    }

    @Case("D8: a suspended frame keeps what it will still read")
    @Async
    static Coroutine<Integer> alive() {
        Big big = track(new Big());
        Big captured = new Big();
        Supplier<Integer> size = () -> captured.size();
        var tracked = new WeakReference<Object>(captured);
        await(collected("alive", new WeakReference<>(new Object())));
        return done(big.size() + size.get() + (last.get() == null || tracked.get() == null ? 1 : 0));
    }

    @Case("D8: a variable of a scope that was left is not kept")
    @Async
    static Coroutine<Boolean> leftScope() {
        {
            Big big = track(new Big());
            await(leaf("a", 1));
            log(big.size());
        }
        for (int i = 0; i < 2; i++) {
            Big big = i == 0 ? track(new Big()) : new Big();
            await(leaf("b", 1));
            log(big.size());
        }
        return done(await(collected("scope", last)));
    }

    @Case("D8: what only the other arm would read is not kept")
    @Async
    static Coroutine<Boolean> otherArm() {
        Big big = track(new Big());
        int one = await(leaf("a", 1));
        if (one > 1) {
            await(leaf("b", 1));
            log(big.size());
        } else {
            await(leaf("c", 1));
        }
        return done(await(collected("arm", last)));
    }

    @Case("D8: what only a loop would read that is left at once is not kept")
    @Async
    static Coroutine<Boolean> loopLeft() {
        Big big = track(new Big());
        int times = await(leaf("a", 0));
        while (await(leaf("more", times)) > 0) {
            times = await(leaf("b", times - 1));
            log(big.size());
        }
        await(leaf("c", 1));
        return done(await(collected("loop", last)));
    }

    @Case("D8: temporaries of an expression are not kept behind it")
    @Async
    static Coroutine<Boolean> temporaries() {
        log(both(track(new Big()), await(leaf("a", 1))));
        return done(await(collected("temporary", last)));
    }

    static int both(Big big, int x) {
        return big.size() + x;
    }

    @Case("D8: an iterator and an array of a loop that was left are not kept")
    @Async
    static Coroutine<Boolean> loops() {
        for (Big big : java.util.List.of(track(new Big()))) log(big.size() + await(leaf("a", 1)));
        boolean first = await(collected("iterator", last));
        for (Big big : new Big[] {track(new Big())}) log(big.size() + await(leaf("b", 1)));
        return done(first && await(collected("array", last)));
    }

    @Case("D10: an awaited result that nobody reads is not kept")
    @Async
    static Coroutine<Boolean> awaitedResult() {
        await(leaf("a", track(new Big())));
        boolean first = await(collected("dropped", last));
        log(await(leaf("b", track(new Big()))).size());
        return done(first && await(collected("used", last)));
    }

    @Case("D10: a caught exception is not kept behind its catch block")
    @Async
    static Coroutine<Boolean> caughtException() {
        WeakReference<Object> reference = null;
        try {
            var e = new IllegalStateException("caught");
            reference = new WeakReference<>(e);
            throw e;
        } catch (IllegalStateException e) {
            await(leaf("a", 1));
            log(e.getMessage());
        } finally {
            await(leaf("b", 1));
        }
        return done(await(collected("exception", reference)));
    }
}
