package dev.javait.benchmarks.floor;

/** The parent of a task's outermost frame, so that ending needs no callback. Who awaits the task is its own parent. */
final class Task extends Frame {
    long result;
    boolean done;

    /** Counts down when it is done. */
    final Gather gather;

    Task(Gather gather) {
        this.gather = gather;
    }

    @Override
    boolean resume(Loop loop) {
        done = true;
        result = loop.result;
        if (gather != null && --gather.left == 0) {
            loop.ready(gather.waiting);
        }
        return false;
    }

    /** Begins with {@code body}, in a turn to come. */
    static Task spawn(Loop loop, Frame body, Gather gather) {
        Task task = new Task(gather);
        body.parent = task;
        loop.ready(body);
        return task;
    }

    /** Those who wait for many tasks. */
    static final class Gather {
        int left;
        Frame waiting;
    }
}
