package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.AwaitedTrace;
import dev.javait.frame.LibraryFrame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that belong together: a block that is not left before all of them are done; asyncio's {@code TaskGroup}.
 *
 * <pre>{@code
 * try (var group = TaskGroup.open()) {
 *   Task<A> a = group.spawn(fetchA());
 *   Task<B> b = group.spawn(fetchB());
 * }
 * }</pre>
 *
 * <pre>
 *   OPEN --------------&gt; EXITING ----------&gt; CLOSED
 *     | \   block left     |   all tasks are done
 *     |  `----------&gt; aborting (a flag): a task or the block failed, the block was cancelled, or cancel() was called
 * </pre>
 *
 * The first failure of a task cancels the others, and the block if that still runs. When all have ended, the block throws the first failure; the others are
 * suppressed in it. A block that is left because its task was cancelled cancels the group's tasks, and ends as cancelled when they
 * have ended, unless one of them failed. (asyncio throws an exception group; Java has none, and a {@code catch} of the first one's own type is what
 * code wants.) A task that ends as cancelled is no failure. Used on the loop's thread only; {@link IllegalStateException} otherwise.
 */
public final class TaskGroup implements AsyncScope {
    private final EventLoop loop;
    private final Task<?> parent;
    private final Set<Task<?>> tasks = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();

    /** Of what the first task failed with. */
    private @Nullable AwaitedTrace firstTrace;

    private boolean exiting;
    private boolean aborting;

    /** Whether the parent was cancelled by this group, which then has to take that back. */
    private boolean parentCancelled;

    /** Done when the last task is, while the parent waits for that. */
    private @Nullable Promise<@Nullable Void> allDone;

    private TaskGroup(EventLoop loop, Task<?> parent) {
        this.loop = loop;
        this.parent = parent;
    }

    /**
     * Opens a group for the running task; to be used in {@code try (…)}. Waits for nothing; asyncio's {@code async with TaskGroup()}.
     *
     * @throws IllegalStateException outside a task
     */
    public static TaskGroup open() {
        EventLoop loop = EventLoop.running("TaskGroup.open()");
        Task<?> parent = loop.stepping;
        if (parent == null) {
            throw new IllegalStateException(
                    "TaskGroup.open() in a callback: a group belongs to a task; use createTask(...) there");
        }
        return new TaskGroup(loop, parent);
    }

    /**
     * Makes a task of the group; asyncio's {@code create_task} of one. Its tasks may do that too, also while the block waits for them.
     *
     * @throws IllegalStateException if the group is closed or being cancelled; {@code body} is given up then, and not missed by debug mode
     */
    public <T extends @Nullable Object> Task<T> spawn(Awaitable<T> body) {
        return spawn(body, null);
    }

    /** As {@link #spawn(Awaitable)}, with a name for messages and dumps. */
    public <T extends @Nullable Object> Task<T> spawn(Awaitable<T> body, @Nullable String name) {
        loop.checkThread(this, "spawn");
        if (aborting || (exiting && tasks.isEmpty())) {
            loop.drop(body);
            throw new IllegalStateException(this + (aborting ? " is being cancelled" : " is closed")
                    + " and takes no more tasks; spawn inside its block");
        }
        Task<T> task = loop.spawn(body, name);
        tasks.add(task);
        task.whenDone(new Callback<Task<T>>(task, this::taskDone, loop.snapshot()));
        return task;
    }

    /** Cancels all tasks and the block. The block is then left without a failure, if that was all; once it is left, this does nothing. asyncio's
     * {@code cancel}, since Python 3.15. */
    public void cancel() {
        loop.checkThread(this, "cancel");
        if (!aborting && !(exiting && tasks.isEmpty())) {
            abort();
            cancelParent();
        }
    }

    private void abort() {
        aborting = true;
        CancelAll.of(tasks, null);
    }

    private void cancelParent() {
        if (!parentCancelled) {
            parentCancelled = true;
            parent.cancel();
        }
    }

    private void taskDone(Task<?> task) {
        tasks.remove(task);
        if (tasks.isEmpty() && allDone != null && !allDone.isDone()) {
            allDone.succeed(null);
        }
        if (task.hasSucceeded() || task.isCancelled()) {
            return;
        }
        Throwable failure = task.failure();
        failures.add(failure);
        if (firstTrace == null) {
            firstTrace = task.trace(failure);
        }
        if (parent.isDone()) {
            loop.unhandled("a task of a group failed when its parent had ended", failure, task);
        } else if (!aborting && !parentCancelled) {
            abort();
            cancelParent();
        }
    }

    /**
     * Waits for all tasks, however often that wait is cancelled, of which the first time cancels them; then ends as the group does. Python's
     * {@code __aexit__}; for {@code try}.
     */
    @Override
    public Coroutine<Boolean> exit(@Nullable Throwable error) {
        return new Exit(this, error);
    }

    @Override
    public String toString() {
        String state = aborting ? "cancelling" : exiting ? "exiting" : "open";
        return state + " task group of " + parent.name() + " with " + tasks.size() + " tasks";
    }

    private static final class Exit extends LibraryFrame<Boolean> {
        private final TaskGroup group;
        private final @Nullable Throwable body;

        /** A cancellation that may be somebody else's, and that the block then ends with. */
        private @Nullable Throwable cancellation;

        /** The last cancellation of the wait. */
        private @Nullable Throwable duringWait;

        Exit(TaskGroup group, @Nullable Throwable body) {
            this.group = group;
            this.body = body;
        }

        @Override
        protected Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
            if (state == 0) {
                begin();
            } else {
                group.allDone = null;
                if (error != null) {
                    waitCancelled(error);
                }
            }
            if (!group.tasks.isEmpty()) {
                Promise<@Nullable Void> allDone = new Joint<>(group.loop, group.tasks);
                group.allDone = allDone;
                Await.of(allDone);
                return suspend(1);
            }
            takeBackCancellation();
            return end();
        }

        private void begin() {
            group.exiting = true;
            if (body instanceof CancelledError) {
                cancellation = body;
            } else if (body != null) {
                // What failed first comes first: a task did if that is why the block was cancelled.
                group.failures.add(group.parentCancelled ? group.failures.size() : 0, body);
            }
            if (body != null && !group.aborting) {
                group.abort();
            }
        }

        private void waitCancelled(Throwable error) {
            duringWait = error;
            if (!group.aborting) {
                cancellation = error;
                group.abort();
            }
        }

        private void takeBackCancellation() {
            if (group.parentCancelled) {
                if (group.parent.uncancel() == 0) {
                    cancellation = null;
                } else if (cancellation == null) {
                    cancellation = duringWait;
                }
            }
        }

        private Object end() throws Throwable {
            List<Throwable> failures = group.failures;
            if (failures.isEmpty()) {
                if (cancellation != null) {
                    throw cancellation;
                }
                return true;
            }
            if (group.parent.cancelling() > 0) {
                // Somebody else's request, which the failure takes the place of: it is delivered again at the next
                // await.
                group.parent.uncancel();
                group.parent.cancel();
            }
            Throwable first = failures.get(0);
            for (Throwable other : failures) {
                if (other != first) {
                    first.addSuppressed(other);
                }
            }
            if (first != body && group.firstTrace != null) {
                group.firstTrace.thrownHere(group.loop, group.parent.number());
            }
            throw first;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("TaskGroup", "exit");
        }
    }
}
