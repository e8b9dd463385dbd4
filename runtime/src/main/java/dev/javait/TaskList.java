package dev.javait;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done, linked through the tasks themselves. Holds them strongly: a task that nobody else knows runs to its end. */
final class TaskList {
    private @Nullable Task<?> newest;
    private int made;

    /** The number of the next task. */
    int nextNumber() {
        return ++made;
    }

    void add(Task<?> task) {
        Task<?> first = newest;
        if (first != null) {
            first.newer = task;
            task.older = first;
        }
        newest = task;
    }

    void remove(Task<?> task) {
        Task<?> newer = task.newer;
        Task<?> older = task.older;
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
        if (older != null) {
            older.newer = newer;
        }
        task.newer = null;
        task.older = null;
    }

    /** All of them, in the order in which they were made. */
    List<Task<?>> all() {
        List<Task<?>> all = new ArrayList<>();
        for (Task<?> task = newest; task != null; task = task.older) {
            all.add(task);
        }
        Collections.reverse(all);
        return all;
    }
}
