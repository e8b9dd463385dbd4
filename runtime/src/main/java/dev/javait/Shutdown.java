package dev.javait;

import java.util.ArrayList;
import java.util.List;

/**
 * How a loop ends; asyncio's order: every task is cancelled and waited for; what they fail with is reported; then the async generators that are still suspended are
 * closed, in the order in which they began to run; then the loop goes on turning until no thread works for it any more.
 *
 * <p>Tasks that others make while they end are cancelled too. asyncio leaves those to the garbage collector, which closes their coroutines; Java has no such
 * thing, and their {@code finally} blocks would be lost.
 */
final class Shutdown {
    /** After so many rounds, code that answers every cancellation with another task is not waited for any more. */
    private static final int ROUNDS = 16;

    private final EventLoop loop;
    private int left;

    Shutdown(EventLoop loop) {
        this.loop = loop;
    }

    void run() {
        cancelTasks();
        closeGenerators();
        while (loop.busy > 0) {
            loop.turns().turn(null);
        }
    }

    private void cancelTasks() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Task<?>> tasks = loop.tasks();
            CancelAll.of(tasks, null);
            if (!finish(tasks, "a task failed when the event loop was closed")) {
                return;
            }
        }
        for (Task<?> task : loop.tasks()) {
            IllegalStateException lost = new IllegalStateException(task + " was made while its event loop was closed");
            loop.unhandled("a task is lost: tasks go on making tasks when they are cancelled", lost, task);
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

    /** Waits for tasks; false if there were none, or they can never be done. */
    private boolean finish(List<Task<?>> tasks, String message) {
        if (tasks.isEmpty()) {
            return false;
        }
        boolean ended = true;
        left = tasks.size();
        Promise<Object> allDone = new Promise<>(loop);
        for (Task<?> task : tasks) {
            task.whenDone(Handle.of(Context.EMPTY, () -> {
                if (--left == 0) {
                    allDone.complete(allDone);
                }
            }));
        }
        loop.turns().stopAfter(allDone);
        try {
            loop.turns().runUntilStopped(null);
        } catch (DeadlockError stuck) {
            loop.unhandled("tasks did not end when the event loop was closed", stuck, null);
            ended = false;
        }
        for (Task<?> task : tasks) {
            if (task.isDone() && !task.isCancelled() && task.exception() != null) {
                loop.unhandled(message, task.exception(), task);
            }
        }
        return ended;
    }
}
