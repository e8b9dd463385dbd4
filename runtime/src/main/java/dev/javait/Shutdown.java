package dev.javait;

import java.util.List;

/**
 * How a loop ends; asyncio's order: every task is cancelled and waited for; what they fail with is reported; then the loop goes on turning until no thread
 * works for it any more.
 */
final class Shutdown {
    private final EventLoop loop;
    private int left;

    Shutdown(EventLoop loop) {
        this.loop = loop;
    }

    void run() {
        cancelTasks();
        while (loop.busy > 0) {
            loop.turn(null);
        }
    }

    private void cancelTasks() {
        List<Task<?>> tasks = loop.tasks();
        if (tasks.isEmpty()) {
            return;
        }
        left = tasks.size();
        Promise<Object> allDone = new Promise<>(loop);
        for (Task<?> task : tasks) {
            task.cancel();
            task.whenDone(Handle.of(Context.EMPTY, () -> {
                if (--left == 0) {
                    allDone.complete(allDone);
                }
            }));
        }
        loop.stopAfter(allDone);
        try {
            loop.runUntilStopped(null);
        } catch (DeadlockError stuck) {
            loop.unhandled("tasks did not end when the event loop was closed", stuck, null);
        }
        for (Task<?> task : tasks) {
            if (task.isDone() && !task.isCancelled() && task.exception() != null) {
                loop.unhandled("a task failed when the event loop was closed", task.exception(), task);
            }
        }
    }
}
