package dev.javait.processor;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac's own environment behind the decorated ones that Gradle and IntelliJ hand to processors. */
final class Environments {
    private static final int DEEPEST = 8;

    private Environments() {}

    /** The environment that {@code environment} decorates, or itself. */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment inner = environment;
        for (int i = 0; i < DEEPEST && !inner.getClass().getName().startsWith("com.sun."); i++) {
            ProcessingEnvironment next = delegate(inner);
            if (next == null) return inner;
            inner = next;
        }
        return inner;
    }

    private static @Nullable ProcessingEnvironment delegate(ProcessingEnvironment environment) {
        if (!Proxy.isProxyClass(environment.getClass())) return field(environment, environment);
        InvocationHandler handler = Proxy.getInvocationHandler(environment);
        return field(handler, environment);
    }

    /** The first field of {@code holder} that holds another environment. The decorators are no part of the JDK. */
    private static @Nullable ProcessingEnvironment field(Object holder, ProcessingEnvironment not) {
        for (Class<?> type = holder.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                try {
                    field.setAccessible(true);
                    if (field.get(holder) instanceof ProcessingEnvironment found && found != not) return found;
                } catch (ReflectiveOperationException | RuntimeException e) {
                    // a field that cannot be read is not the one
                }
            }
        }
        return null;
    }
}
