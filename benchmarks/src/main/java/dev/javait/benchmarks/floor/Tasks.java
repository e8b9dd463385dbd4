package dev.javait.benchmarks.floor;

/** Bodies that make tasks: W4 to W7. */
final class Tasks {
    private Tasks() {}

    /** W4: the tasks, and then who waits for them. */
    static final class Spawn extends Frame {
        private final int n;
        private Task.Gather gather;

        Spawn(int n) {
            this.n = n;
        }

        @Override
        boolean resume(Loop loop) {
            if (gather != null) {
                loop.result = n;
                return true;
            }
            gather = new Task.Gather();
            gather.left = n;
            gather.waiting = this;
            for (int i = 0; i < n; i++) {
                Task.spawn(loop, new YieldOnce(), gather);
            }
            return false;
        }
    }

    static final class YieldOnce extends Frame {
        private int state;

        @Override
        boolean resume(Loop loop) {
            if (state == 0) {
                state = 1;
                loop.ready(this);
                return false;
            }
            return true;
        }
    }

    static final class Produce extends Frame {
        private final int items;
        private final Channel channel;
        private int i;
        private Integer pending;

        Produce(int items, Channel channel) {
            this.items = items;
            this.channel = channel;
        }

        @Override
        boolean resume(Loop loop) {
            int at = i;
            Integer item = pending;
            for (; at < items; at++) {
                if (item == null) {
                    item = at;
                }
                if (!channel.offer(loop, item)) {
                    i = at;
                    pending = item;
                    channel.putters.add(this);
                    return false;
                }
                item = null;
            }
            return true;
        }
    }

    static final class Consume extends Frame {
        private final int items;
        private final Channel channel;
        private int i;
        private long sum;

        Consume(int items, Channel channel) {
            this.items = items;
            this.channel = channel;
        }

        @Override
        boolean resume(Loop loop) {
            int at = i;
            long total = sum;
            for (; at < items; at++) {
                Integer item = channel.poll(loop);
                if (item == null) {
                    i = at;
                    sum = total;
                    channel.getters.add(this);
                    return false;
                }
                total += item;
            }
            loop.result = total;
            return true;
        }
    }

    /** W6. */
    static final class Sleepers extends Frame {
        private final int[] millis;
        private Task.Gather gather;

        Sleepers(int[] millis) {
            this.millis = millis;
        }

        @Override
        boolean resume(Loop loop) {
            if (gather != null) {
                loop.result = millis.length;
                return true;
            }
            gather = new Task.Gather();
            gather.left = millis.length;
            gather.waiting = this;
            for (int each : millis) {
                Task.spawn(loop, new SleepOnce(each), gather);
            }
            return false;
        }
    }

    private static final class SleepOnce extends Frame {
        private final int millis;
        private boolean slept;

        SleepOnce(int millis) {
            this.millis = millis;
        }

        @Override
        boolean resume(Loop loop) {
            if (slept) {
                return true;
            }
            slept = true;
            Sleeper sleeper = new Sleeper(System.nanoTime() + millis * 1_000_000L);
            sleeper.parent = this;
            loop.sleep(sleeper);
            return false;
        }
    }

    /** W7. */
    static final class Suspend extends Frame {
        private final int n;
        private final int depth;
        private final Runnable measure;
        private final Task[] tasks;
        private final Event event = new Event();
        private int state;

        Suspend(int n, int depth, Runnable measure) {
            this.n = n;
            this.depth = depth;
            this.measure = measure;
            tasks = new Task[n];
        }

        @Override
        boolean resume(Loop loop) {
            switch (state++) {
                case 0 -> {
                    Task.Gather gather = new Task.Gather();
                    gather.left = n;
                    gather.waiting = this;
                    for (int i = 0; i < n; i++) {
                        tasks[i] = Task.spawn(loop, new WaitRoot(event, depth), gather);
                    }
                    loop.ready(this);
                    return false;
                }
                case 1 -> {
                    measure.run();
                    event.set(loop);
                    return false;
                }
                default -> {
                    long sum = 0;
                    for (Task task : tasks) {
                        sum += task.result;
                    }
                    loop.result = sum;
                    return true;
                }
            }
        }
    }

    /** The outermost activation of {@link Calls#waitBelow}, which exists before it runs. */
    private static final class WaitRoot extends Frame {
        private Event event;

        /** The depth before it has run, then 0 or less. */
        private int state;

        WaitRoot(Event event, int depth) {
            this.event = event;
            this.state = depth;
        }

        @Override
        boolean resume(Loop loop) {
            if (state > 0) {
                Event mine = event;
                event = null;
                int depth = state;
                if (depth > 1) {
                    state = -1;
                    Calls.waitBelow(loop, mine, depth - 1);
                    loop.link(this);
                } else {
                    state = 0;
                    mine.join(this);
                }
                return false;
            }
            loop.result = state == 0 ? 1 : loop.result + 1;
            return true;
        }
    }
}
