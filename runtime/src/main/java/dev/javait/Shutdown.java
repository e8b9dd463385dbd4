package dev.javait;

import java.util.ArrayList;
import java.util.List;

/**
 * How a loop ends; asyncio's order: every task is cancelled and waited for; what they fail with is reported; then the async generators that are still suspended are
 * closed, in the order in which they began to run; then the loop goes on turning until no thread works for it any more.
 */
final class Shutdown {
    private final EventLoop loop;
    private int left;

    Shutdown(EventLoop loop) {
        this.loop = loop;
    }

    void run() {
        List<Task<?>> tasks = loop.tasks();
        tasks.forEach(Task::cancel);
        finish(tasks, "a task failed when the event loop was closed");
        closeGenerators();
        while (loop.busy > 0) {
            loop.turn(null);
        }
    }

    /** Until there are none: closing one may begin another. */
    private void closeGenerators() {
        for (; ; ) {
            List<Task<?>> closing = new ArrayList<>();
            loop.closesOfGenerators().forEach(close -> closing.add(loop.spawn(close, null)));
            if (closing.isEmpty()) {
                return;
            }
            finish(closing, "an async generator failed when the event loop was closed");
        }
    }

    private void finish(List<Task<?>> tasks, String message) {
        if (tasks.isEmpty()) {
            return;
        }
        left = tasks.size();
        Promise<Object> allDone = new Promise<>(loop);
        for (Task<?> task : tasks) {
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
                loop.unhandled(message, task.exception(), task);
            }
        }
    }
}
