package dev.javait.frame;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Debug mode's memory of coroutines that were made and not yet started, with the place where each was made. */
final class Made {
    /** Whether coroutines are remembered at all; plain, for it is read at every call, and being late by a few calls does no harm. */
    static boolean watching;

    /** Loops in debug mode. */
    private static int watchers;

    private static final Set<Entry> UNSTARTED = ConcurrentHashMap.newKeySet();
    private static final ReferenceQueue<Frame<?>> DROPPED = new ReferenceQueue<>();

    /** At most: it can be switched off. */
    private static final long MILLIS_FOR_COLLECTOR = 1_000;

    private Made() {}

    static synchronized void watch(boolean begin) {
        watchers += begin ? 1 : -1;
        watching = watchers > 0;
        if (!watching) {
            UNSTARTED.clear();
        }
    }

    static void made(Frame<?> frame) {
        UNSTARTED.add(new Entry(frame, place()));
    }

    /** The user's methods on the stack and those that wait for them, without the constructors of the frame. */
    private static Throwable place() {
        Throwable place = new Throwable("it was made here");
        StackTraceElement[] raw = place.getStackTrace();
        int caller = 0;
        while (caller < raw.length && isMaking(raw[caller])) {
            caller++;
        }
        Traces.set(place, Arrays.copyOfRange(raw, caller, raw.length));
        Driver driver = Driver.current();
        Traces.complete(place, driver == null ? null : driver.outer());
        return place;
    }

    private static boolean isMaking(StackTraceElement element) {
        return element.getClassName().equals(Made.class.getName())
                || element.getMethodName().equals("<init>");
    }

    static void started(Frame<?> frame) {
        UNSTARTED.remove(new Entry(frame, null));
    }

    /** Hands over each coroutine that was dropped since the last time: what it was, and where it was made. */
    static void forEachDropped(BiConsumer<String, Throwable> report) {
        for (Object dropped = DROPPED.poll(); dropped != null; dropped = DROPPED.poll()) {
            report((Entry) dropped, report);
        }
    }

    /** As {@link #forEachDropped}, but has the garbage collector look for them first. */
    static void forEachDroppedNow(BiConsumer<String, Throwable> report) {
        try {
            // What the first collection finds is handed over when the second one is through, however slow the machine
            // is.
            for (int times = 0; times < 2 && !UNSTARTED.isEmpty(); times++) {
                collect();
                forEachDropped(report);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the collector has handed over something that is garbage: then it is done with all that it found before. */
    private static void collect() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
        try {
            System.gc();
            collected.remove(MILLIS_FOR_COLLECTOR);
        } finally {
            Reference.reachabilityFence(garbage);
        }
    }

    private static void report(Entry entry, BiConsumer<String, Throwable> report) {
        if (UNSTARTED.remove(entry) && entry.place != null) {
            report.accept(entry.name, entry.place);
        }
    }

    private static final class Entry extends WeakReference<Frame<?>> {
        private final int hash;
        private final String name;
        private final @Nullable Throwable place;

        Entry(Frame<?> frame, @Nullable Throwable place) {
            super(frame, place == null ? null : DROPPED);
            this.hash = System.identityHashCode(frame);
            this.name = place == null ? "" : frame.toString();
            this.place = place;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (other == this) {
                return true;
            }
            Frame<?> frame = get();
            return frame != null && other instanceof Entry that && that.refersTo(frame);
        }
    }
}
