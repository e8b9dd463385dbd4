package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.Supplier;

class Monitors {
    @Case("F6: the lock of a synchronized block is awaited before its monitor is entered")
    @Async
    static Coroutine<String> awaitedLock() {
        Object lock = new Object();
        String s = "";
        synchronized (await(leaf("lock", lock))) {
            s += Thread.holdsLock(lock);
        }
        return done(s + Thread.holdsLock(lock));
    }

    @Case("F6: an awaited lock that is null")
    @Async
    static Coroutine<String> awaitedNull() {
        try {
            synchronized (await(leaf("lock", (Object) null))) {
                log("inside");
            }
        } catch (NullPointerException e) {
            return done("null");
        }
        return done("?");
    }

    @Case("F6: jumps, returns and exceptions out of a block whose lock was awaited leave its monitor")
    @Async
    static Coroutine<String> waysOut() {
        Object lock = new Object();
        String s = "";
        for (int i = 0; i < 3; i++) {
            synchronized (await(leaf("lock " + i, lock))) {
                if (i == 0) continue;
                s += i;
                if (i == 1) break;
            }
            s += "not reached";
        }
        s += Thread.holdsLock(lock);
        try {
            synchronized (await(leaf("lock", lock))) {
                throw new IllegalStateException(s);
            }
        } catch (IllegalStateException e) {
            s += "caught" + Thread.holdsLock(lock);
        }
        synchronized (await(leaf("last", lock))) {
            return done(s);
        }
    }

    @Case("F6: what is declared in a block whose lock was awaited may be captured")
    @Async
    static Coroutine<String> captures() {
        Supplier<String> later = () -> "";
        int before = await(leaf("before", 1));
        synchronized (await(leaf("lock", Monitors.class))) {
            int inside = before + 1;
            if ((Object) inside instanceof Integer n) later = () -> before + "," + inside + "," + n;
        }
        await(leaf("after", 0));
        return done(later.get());
    }

    @Case("F6: a block without an await keeps its monitor, jumps and all")
    @Async
    static Coroutine<String> plainBlock() {
        Object lock = new Object();
        String s = "";
        for (int i = await(leaf("i", 0)); ; i++) {
            synchronized (lock) {
                s += i + "" + Thread.holdsLock(lock);
                if (i == 2) return done(s);
                continue;
            }
        }
    }
}
