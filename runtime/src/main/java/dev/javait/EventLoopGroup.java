package dev.javait;

import dev.javait.frame.LoopThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Several event loops, each on a thread of its own, for programs that one processor does not suffice for. A coroutine that is submitted runs on one of them to its
 * end, with all that it awaits and all tasks that it makes, so that code within one loop needs no locks; state that tasks of different loops share does.
 *
 * <pre>
 *           close
 *   OPEN ----------&gt; CLOSED: tasks are cancelled and waited for, nothing is taken any more
 * </pre>
 *
 * <p>Its threads keep the JVM alive until it is closed. All methods are thread-safe. asyncio has no counterpart.
 */
public final class EventLoopGroup implements AutoCloseable {
    private final List<Member> members = new ArrayList<>();
    private final List<EventLoop> loops;
    private final AtomicInteger submitted = new AtomicInteger();

    EventLoopGroup(EventLoopGroupBuilder builder) {
        List<EventLoop> made = new ArrayList<>();
        for (int i = 1; i <= builder.size; i++) {
            Member member = new Member(builder.loop(), builder.name + "-" + i);
            members.add(member);
            made.add(member.loop);
        }
        this.loops = List.copyOf(made);
        members.forEach(member -> member.thread.start());
    }

    /** Makes groups: of one loop for each processor, unless set otherwise. */
    public static EventLoopGroupBuilder builder() {
        return new EventLoopGroupBuilder();
    }

    /**
     * Makes a task of {@code coroutine} in one of the loops: in each in turn, however much they have to do.
     *
     * @return a future of its outcome, for any thread; cancelling it cancels the task, and closing the group cancels it
     * @throws java.util.concurrent.RejectedExecutionException if the group is closed
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Coroutine<T> coroutine) {
        int turn = Math.floorMod(submitted.getAndIncrement(), loops.size());
        return loops.get(turn).submit(coroutine);
    }

    /** The loops, for what must run in a certain one: {@code group.loops().get(key.hashCode() & 1).submit(…)}. They are closed by the group. */
    public List<EventLoop> loops() {
        return loops;
    }

    /**
     * Ends the loops as {@link EventLoop#close} does, all at the same time, and waits for that, uninterruptibly: a thread that is interrupted
     * meanwhile is interrupted again at the end. Closing twice is no harm.
     *
     * @throws IllegalStateException on a thread of the group, which would wait for itself
     */
    @Override
    public void close() {
        for (Member member : members) {
            if (member.thread == Thread.currentThread()) {
                throw new IllegalStateException(this + " cannot be closed on its own thread " + member.thread.getName()
                        + "; close it where it was made");
            }
        }
        members.forEach(Member::stop);
        members.forEach(Member::join);
    }

    @Override
    public String toString() {
        return "group of " + loops.size() + " event loops";
    }

    /** A loop with its thread. */
    private static final class Member {
        final EventLoop loop;
        final Thread thread;

        /** What its main task waits for. */
        private final Promise<@Nullable Void> end;

        Member(EventLoop loop, String name) {
            this.loop = loop;
            this.end = new Promise<>(loop);
            this.thread = new LoopThread(this::serve, name);
        }

        private void serve() {
            try (loop) {
                loop.run(end);
            } catch (CancelledError interrupted) {
                // By Ctrl-C or Thread.interrupt: then the loop ends as if the group were closed.
            }
        }

        void stop() {
            loop.post(() -> {
                if (!end.isDone()) {
                    end.succeed(null);
                }
            });
        }

        void join() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
