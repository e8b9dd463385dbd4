package dev.javait.processor;

import com.sun.source.util.TreePath;
import dev.javait.processor.emit.Emitter;
import dev.javait.processor.emit.Tuning;
import dev.javait.processor.flatten.Flatten;
import dev.javait.processor.liveness.Liveness;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.spill.Spill;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The passes behind {@code read}. They know nothing of javac, and so run on a thread of their own while javac goes on with the next class. The results
 * come in the order in which the methods were read.
 */
final class Passes {
    private static final long IDLE_SECONDS = 1;

    private final List<Pending> pending = new ArrayList<>();
    private final Tuning tuning;
    private @Nullable ThreadPoolExecutor thread;

    private record Pending(TreePath path, Future<StateMachine> machine) {}

    Passes(Tuning tuning) {
        this.tuning = tuning;
    }

    /**
     * @param importsAll whether the file has to import what is in {@code java.lang} too
     * @param path the method that {@code method} is, or stands in
     */
    void add(AsyncMethod method, boolean importsAll, TreePath path) {
        FutureTask<StateMachine> task = new FutureTask<>(() -> stateMachine(method, importsAll));
        pending.add(new Pending(path, task));
        thread().execute(task);
    }

    private StateMachine stateMachine(AsyncMethod method, boolean importsAll) {
        // every await becomes a statement of its own
        Stmt spilled = Spill.run(method.body());
        // statements that hold an await → blocks and jumps
        Flow flow = Flatten.run(spilled, method.parameters());
        // what must outlive each suspension
        Flow.Liveness liveness = Liveness.run(flow);
        // blocks → a Java file
        return Emitter.run(method, flow, liveness, tuning, importsAll);
    }

    /** A compilation that is given up says nothing; so the thread ends by itself. */
    private ThreadPoolExecutor thread() {
        if (thread != null) return thread;
        ThreadPoolExecutor created =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread made = new Thread(task, "javait-passes");
                    made.setDaemon(true);
                    return made;
                });
        created.allowCoreThreadTimeOut(true);
        thread = created;
        return created;
    }

    /** Waits for all, and hands on each method's machine, or what went wrong. */
    void finish(BiConsumer<StateMachine, TreePath> machines, BiConsumer<TreePath, Throwable> failures) {
        for (Pending each : pending) {
            try {
                machines.accept(each.machine().get(), each.path());
            } catch (ExecutionException e) {
                failures.accept(each.path(), e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.accept(each.path(), e);
            }
        }
        pending.clear();
    }
}
