package dev.javait.benchmarks.floor;

import dev.javait.benchmarks.Peer;

/** Calls that may wait: W1, W1n, W1m, W3, W3f and the callees of W7. */
final class Calls {
    private Calls() {}

    static long increment(long x) {
        return x + 1;
    }

    static long callee(Loop loop, long x) {
        if (x < 0) {
            After frame = new After(x);
            loop.ready(frame);
            loop.suspend(frame);
            return 0;
        }
        return x + 1;
    }

    static long calleeSeldom(Loop loop, long x) {
        if (x % Peer.SELDOM == 0) {
            After frame = new After(x);
            loop.ready(frame);
            loop.suspend(frame);
            return 0;
        }
        return x + 1;
    }

    private static final class After extends Frame {
        private final long x;

        After(long x) {
            this.x = x;
        }

        @Override
        boolean resume(Loop loop) {
            loop.result = x + 1;
            return true;
        }
    }

    static long down(Loop loop, int n) {
        if (n == 0) {
            Leaf leaf = new Leaf();
            loop.ready(leaf);
            loop.suspend(leaf);
            return 0;
        }
        long below = down(loop, n - 1);
        if (loop.unwinding != null) {
            loop.link(new Plus());
            return 0;
        }
        return below + 1;
    }

    static final class Leaf extends Frame {
        /** As a compiler would: it cannot know that there is only one place to wait at. */
        int state = 1;

        @Override
        boolean resume(Loop loop) {
            loop.result = 0;
            return true;
        }
    }

    private static final class Waited extends Frame {
        @SuppressWarnings("UnusedVariable") // takes its place in memory
        int state = 1;

        @Override
        boolean resume(Loop loop) {
            loop.result = 1;
            return true;
        }
    }

    static final class Plus extends Frame {
        int state = 1;

        @Override
        boolean resume(Loop loop) {
            loop.result++;
            return true;
        }
    }

    static long fib(Loop loop, int n) {
        if (n < 2) {
            return leaf(loop, n);
        }
        long first = fib(loop, n - 1);
        if (loop.unwinding != null) {
            loop.link(new Fib(n, 0, 1));
            return 0;
        }
        long second = fib(loop, n - 2);
        if (loop.unwinding != null) {
            loop.link(new Fib(n, first, 2));
            return 0;
        }
        return first + second;
    }

    /** Could wait, as far as its callers know. */
    private static long leaf(Loop loop, int n) {
        if (n < 0) {
            Leaf leaf = new Leaf();
            loop.ready(leaf);
            loop.suspend(leaf);
            return 0;
        }
        return n;
    }

    private static final class Fib extends Frame {
        private final int n;
        private long first;
        private int state;

        Fib(int n, long first, int state) {
            this.n = n;
            this.first = first;
            this.state = state;
        }

        @Override
        boolean resume(Loop loop) {
            if (state == 1) {
                first = loop.result;
                state = 2;
                long second = fib(loop, n - 2);
                if (loop.unwinding != null) {
                    loop.link(this);
                    return false;
                }
                loop.result = second;
            }
            loop.result += first;
            return true;
        }
    }

    static int waitBelow(Loop loop, Event event, int depth) {
        if (depth > 1) {
            int below = waitBelow(loop, event, depth - 1);
            if (loop.unwinding != null) {
                loop.link(new Plus());
                return 0;
            }
            return below + 1;
        }
        Waited waited = new Waited();
        event.join(waited);
        loop.suspend(waited);
        return 0;
    }
}
