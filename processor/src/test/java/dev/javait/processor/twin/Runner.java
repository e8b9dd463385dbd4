package dev.javait.processor.twin;

import dev.javait.processor.twin.support.Schedule;
import dev.javait.processor.twin.support.Trace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a case on a thread of its own. */
final class Runner {
    private static final long LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(20);
    /** The blocking world recurses where the other one does not. */
    private static final long STACK = 512L << 20;

    private Runner() {}

    static Run run(ClassLoader loader, TwinCase twin, Schedule schedule, long seed) {
        var execution = new Execution(loader, twin, schedule, seed);
        var thread = new Thread(null, execution, "case " + twin.method(), STACK);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            thread.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (execution.run != null) return execution.run;
        return new Run(List.of(), "hangs at " + Arrays.toString(thread.getStackTrace()));
    }

    private static final class Execution implements Runnable {
        private final ClassLoader loader;
        private final TwinCase twin;
        private final Schedule schedule;
        private final long seed;
        private volatile Run run;

        Execution(ClassLoader loader, TwinCase twin, Schedule schedule, long seed) {
            this.loader = loader;
            this.twin = twin;
            this.schedule = schedule;
            this.seed = seed;
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
                leaves.getMethod("schedule", Schedule.class, long.class).invoke(null, schedule, seed);
                Class<?> awaitable = loader.loadClass("dev.javait.Awaitable");
                Method start = loader.loadClass("dev.javait.Javait").getMethod("run", awaitable);
                Method method = loader.loadClass(twin.className()).getDeclaredMethod(twin.method());
                method.setAccessible(true);
                Object value = start.invoke(null, method.invoke(null));
                return value == null
                        ? "returns null"
                        : "returns " + value.getClass().getSimpleName() + " " + Trace.text(value);
            } catch (InvocationTargetException e) {
                return "throws " + Trace.text(e.getCause());
            } catch (ReflectiveOperationException | LinkageError e) {
                return "cannot run: " + e;
            }
        }
    }
}
