package dev.javait.processor;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.annotation.processing.SupportedAnnotationTypes;

/**
 * Whether {@code @Async} is claimed. If it is not, {@code -Xlint:processing} says that no processor wants it. If it is, and there is no other annotation in the
 * compilation, then javac calls none of the processors behind this one, not even those that want to see everything, as Lombok's does.
 */
final class Claim {
    private Claim() {}

    /** True if nobody behind this processor could miss anything. */
    static boolean isHarmless() {
        try {
            Iterator<ServiceLoader.Provider<Processor>> all =
                    ServiceLoader.load(Processor.class, AsyncProcessor.class.getClassLoader()).stream()
                            .iterator();
            boolean behind = false;
            while (all.hasNext()) {
                Class<? extends Processor> type = all.next().type();
                if (behind && mayWantEverything(type)) return false;
                behind |= type == AsyncProcessor.class;
            }
            return true;
        } catch (ServiceConfigurationError | LinkageError e) {
            return false;
        }
    }

    private static boolean mayWantEverything(Class<? extends Processor> type) {
        SupportedAnnotationTypes wanted = type.getAnnotation(SupportedAnnotationTypes.class);
        return wanted == null || List.of(wanted.value()).contains("*");
    }
}
