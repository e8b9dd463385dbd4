package dev.javait.processor.twin;

import dev.javait.processor.twin.support.Schedule;
import dev.javait.processor.twin.support.Trace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs a case on a thread of its own. */
final class Runner {
    private static final Duration LIMIT = Duration.ofSeconds(60);
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
        try {
            return Limited.call("case", LIMIT, stack, execution);
        } catch (TimeoutException e) {
            return new Run(List.of(), Run.HANGS + e.getMessage());
        } catch (ExecutionException e) {
            return new Run(List.of(), Run.CANNOT_RUN + withTrace(e.getCause()));
        }
    }

    private static String withTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static final class Execution implements Callable<Run> {
        private final ClassLoader loader;
        private final TwinCase twin;
        private final Schedule schedule;
        private final boolean throwsAtCall;

        Execution(ClassLoader loader, TwinCase twin, Schedule schedule, boolean throwsAtCall) {
            this.loader = loader;
            this.twin = twin;
            this.schedule = schedule;
            this.throwsAtCall = throwsAtCall;
        }

        @Override
        public Run call() throws ReflectiveOperationException {
            Trace.start();
            Class<?> leaves = loader.loadClass("dev.javait.processor.twin.support.Leaf");
            leaves.getMethod("schedule", Schedule.class, long.class)
                    .invoke(null, schedule, (long) twin.method().hashCode());
            Method method = loader.loadClass(twin.className()).getDeclaredMethod(twin.method());
            method.setAccessible(true);
            String ending = runLoop(method);
            Trace.runLater();
            return new Run(Trace.lines(), ending);
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
            if (!awaitable.isInstance(coroutine)) return Run.CANNOT_RUN + "cannot await " + coroutine;
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
