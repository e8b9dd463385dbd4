package dev.javait.junit;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** The invocations of a {@link ShuffledTest}. */
final class Shuffles implements TestTemplateInvocationContextProvider {
    Shuffles() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), ShuffledTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ShuffledTest settings = AnnotationSupport.findAnnotation(context.getElement(), ShuffledTest.class)
                .orElseThrow();
        return LongStream.range(settings.from(), settings.from() + settings.value())
                .mapToObj(Seed::new);
    }

    private record Seed(long seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            JavaitExtension.seed(context, seed);
        }
    }
}
