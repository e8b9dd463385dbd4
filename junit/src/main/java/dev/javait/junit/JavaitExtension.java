package dev.javait.junit;

import dev.javait.EventLoop;
import dev.javait.frame.Launch;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test an event loop of its own, with the settings of the nearest {@link TestLoop}, or its defaults. That annotation registers it; so does
 * {@code @ExtendWith(JavaitExtension.class)}, or for all tests JUnit's automatic detection of extensions.
 */
public final class JavaitExtension
        implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(JavaitExtension.class);

    /** For JUnit. */
    public JavaitExtension() {}

    static void seed(ExtensionContext context, long seed) {
        context.getStore(OURS).put("seed", seed);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        loopOf(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        loopOf(context).end(context.getExecutionException().orElse(null));
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hosted(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hosted(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hosted(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hosted(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        hosted(invocation, context);
    }

    private static void hosted(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        LoopOfTest loop = loopOf(context);
        Launch.Host before = Launch.setHost(loop.loop()::run);
        try {
            loop.watch(invocation::proceed);
        } finally {
            Launch.setHost(before);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EventLoop.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return loopOf(context).loop();
    }

    private static LoopOfTest loopOf(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        LoopOfTest.class,
                        key -> new LoopOfTest(
                                settings(context), context.getStore(OURS).get("seed", Long.class)),
                        LoopOfTest.class);
    }

    private static TestLoop settings(ExtensionContext context) {
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            TestLoop found = AnnotationSupport.findAnnotation(at.getElement(), TestLoop.class)
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return Defaults.class.getAnnotation(TestLoop.class);
    }

    @TestLoop
    private static final class Defaults {}
}
