package dev.javait;

import java.util.List;
import java.util.function.Consumer;

/** What Javait has to say when nobody asked: failures that nobody caught, and descriptions of tasks that wait. */
final class Reports {
    private static final System.Logger LOG = System.getLogger("dev.javait");

    private Reports() {}

    /** Tells the loop's handler, and the log if that fails. */
    static void tell(Consumer<? super Unhandled> handler, Unhandled what) {
        try {
            handler.accept(what);
        } catch (Throwable failing) {
            log(what);
            log(new Unhandled("the handler of unhandled failures failed", failing, handler));
        }
    }

    static void log(Unhandled what) {
        String source = what.source() == null ? "" : " (" + what.source() + ")";
        LOG.log(System.Logger.Level.ERROR, what.message() + source, what.error());
    }

    static void warn(String message) {
        LOG.log(System.Logger.Level.WARNING, message);
    }

    static void debug(String message, Throwable reason) {
        LOG.log(System.Logger.Level.DEBUG, message, reason);
    }

    static void neverAwaited(String coroutine, Throwable place) {
        LOG.log(System.Logger.Level.WARNING, coroutine + " was never awaited", place);
    }

    static String deadlock(List<Task<?>> tasks) {
        return "every task waits, and nothing is left that could wake one:" + Dump.of(tasks);
    }
}
