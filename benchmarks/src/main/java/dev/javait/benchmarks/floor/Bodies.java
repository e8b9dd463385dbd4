package dev.javait.benchmarks.floor;

import dev.javait.benchmarks.Peer;

/** Bodies with loops: each is entered anew after it has waited, with its variables taken out of the frame and the loop whole. */
final class Bodies {
    private Bodies() {}

    static final class Ready extends Frame {
        private final int n;

        Ready(int n) {
            this.n = n;
        }

        @Override
        boolean resume(Loop loop) {
            long x = 0;
            for (int i = 0; i < n; i++) {
                x = Calls.increment(x);
            }
            loop.result = x;
            return true;
        }
    }

    /** W1n and W1m. */
    static final class Calling extends Frame {
        private final boolean seldom;
        private final int n;
        private int i = -1;

        Calling(int n, boolean seldom) {
            this.n = n;
            this.seldom = seldom;
        }

        @Override
        boolean resume(Loop loop) {
            return seldom ? seldom(loop) : never(loop);
        }

        private boolean never(Loop loop) {
            long x = i < 0 ? 0 : loop.result;
            for (int at = i + 1; at < n; at++) {
                x = Calls.callee(loop, x);
                if (loop.unwinding != null) {
                    i = at;
                    loop.link(this);
                    return false;
                }
            }
            loop.result = x;
            return true;
        }

        private boolean seldom(Loop loop) {
            long x = i < 0 ? 0 : loop.result;
            for (int at = i + 1; at < n; at++) {
                x = Calls.calleeSeldom(loop, x);
                if (loop.unwinding != null) {
                    i = at;
                    loop.link(this);
                    return false;
                }
            }
            loop.result = x;
            return true;
        }
    }

    static final class Yields extends Frame {
        private final int n;
        private int i = -1;

        Yields(int n) {
            this.n = n;
        }

        @Override
        boolean resume(Loop loop) {
            int next = i + 1;
            if (next < n) {
                i = next;
                loop.ready(this);
                return false;
            }
            loop.result = next;
            return true;
        }
    }

    static final class Deep extends Frame {
        private final int depth;
        private final int times;
        private long sum;
        private int i;

        Deep(int depth, int times) {
            this.depth = depth;
            this.times = times;
        }

        @Override
        boolean resume(Loop loop) {
            if (i > 0) {
                sum += loop.result;
            }
            if (i < times) {
                i++;
                Calls.down(loop, depth);
                loop.link(this);
                return false;
            }
            loop.result = sum;
            return true;
        }
    }

    static final class FibMain extends Frame {
        private final int n;

        FibMain(int n) {
            this.n = n;
        }

        @Override
        boolean resume(Loop loop) {
            loop.result = Calls.fib(loop, n);
            return true;
        }
    }

    static final class Hash extends Frame {
        private final int elements;
        private long hash = 1;
        private int i;

        Hash(int elements) {
            this.elements = elements;
        }

        @Override
        boolean resume(Loop loop) {
            long h = hash;
            for (int at = i; at < elements; at++) {
                h = h * 31 + at;
                if (at % Peer.BLOCK == 0) {
                    hash = h;
                    i = at + 1;
                    loop.ready(this);
                    return false;
                }
            }
            loop.result = h;
            return true;
        }
    }

    static final class Inner extends Frame {
        private final int blocks;
        private final int[] from;
        private final int[] into;
        private int block;

        Inner(int blocks, int[] from, int[] into) {
            this.blocks = blocks;
            this.from = from;
            this.into = into;
        }

        @Override
        boolean resume(Loop loop) {
            int[] a = from;
            int[] b = into;
            if (block++ < blocks) {
                for (int i = 0; i < b.length; i++) {
                    b[i] += a[i] * 3;
                }
                loop.ready(this);
                return false;
            }
            loop.result = b[b.length - 1];
            return true;
        }
    }
}
