package dev.javait.processor.twin;

import dev.javait.processor.twin.support.Schedule;
import dev.javait.processor.twin.support.Trace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a case on a thread of its own. */
final class Runner {
    private static final long LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private static final int DEEPEST = 100;

    /**
     * The blocking world recurses where the other one does not. Not more than it needs: where a stack overflow is caught, the JVM
     * takes many times this from the machine.
     */
    private static final long STACK = 64L << 20;

    private Runner() {}

    /** In the world where a call runs the body. */
    static Run blocking(ClassLoader loader, TwinCase twin) {
        return run(new Execution(loader, twin, Schedule.READY, true), STACK);
    }

    static Run transformed(ClassLoader loader, TwinCase twin, Schedule schedule) {
        return run(new Execution(loader, twin, schedule, false), 0);
    }

    private static Run run(Execution execution, long stack) {
        var thread = new Thread(null, execution, "case", stack);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (execution.run != null) return execution.run;
        // all of a stack as deep as the blocking world's may be would fill the memory
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), DEEPEST);
        return new Run(List.of(), Run.HANGS + (info == null ? "" : Arrays.toString(info.getStackTrace())));
    }

    private static final class Execution implements Runnable {
        private final ClassLoader loader;
        private final TwinCase twin;
        private final Schedule schedule;
        private final boolean throwsAtCall;
        private volatile Run run;

        Execution(ClassLoader loader, TwinCase twin, Schedule schedule, boolean throwsAtCall) {
            this.loader = loader;
            this.twin = twin;
            this.schedule = schedule;
            this.throwsAtCall = throwsAtCall;
        }

        @Override
        public void run() {
            Trace.start();
            String ending = ending();
            Trace.runLater();
            run = new Run(Trace.lines(), ending);
        }

        private String ending() {
            try {
                Class<?> leaves = loader.loadClass("dev.javait.processor.twin.support.Leaf");
                leaves.getMethod("schedule", Schedule.class, long.class)
                        .invoke(null, schedule, (long) twin.method().hashCode());
                Method method = loader.loadClass(twin.className()).getDeclaredMethod(twin.method());
                method.setAccessible(true);
                return runLoop(method);
            } catch (InvocationTargetException e) {
                return Run.CANNOT_RUN + e.getCause();
            } catch (ReflectiveOperationException | LinkageError e) {
                return Run.CANNOT_RUN + e;
            }
        }

        private String runLoop(Method method) throws ReflectiveOperationException {
            Class<?> awaitable = loader.loadClass("dev.javait.Awaitable");
            Method start = loader.loadClass("dev.javait.Javait").getMethod("run", awaitable);
            Object coroutine;
            try {
                coroutine = method.invoke(null);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof LinkageError) throw e;
                return "throws " + Trace.text(e.getCause()) + (throwsAtCall ? "" : " at its call");
            }
            try {
                Object value = start.invoke(null, coroutine);
                return value == null
                        ? "returns null"
                        : "returns " + value.getClass().getSimpleName() + " " + Trace.text(value);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof LinkageError) throw e;
                return "throws " + Trace.text(e.getCause());
            }
        }
    }
}
