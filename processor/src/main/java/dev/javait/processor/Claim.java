package dev.javait.processor;

import dev.javait.processor.tree.AsyncCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.annotation.processing.SupportedAnnotationTypes;

/**
 * Whether {@code @Async} is claimed. If it is not, {@code -Xlint:processing} says that no processor wants it. If it is, and there is no other annotation in the
 * compilation, then javac calls none of the processors behind this one, not even those that want to see everything, as Lombok's does.
 */
final class Claim {
    /** What a processor may ask for to be called with {@code @Async} alone. */
    private static final Set<String> WANTED = Set.of("*", "dev.*", "dev.javait.*", AsyncCode.ANNOTATION);

    private Claim() {}

    /** True if nobody behind this processor could miss anything. */
    static boolean isHarmless() {
        try {
            ClassLoader loader = AsyncProcessor.class.getClassLoader();
            Optional<List<String>> named = NamedProcessors.behind(AsyncProcessor.class.getName());
            for (Class<?> behind : named.isPresent() ? load(named.get(), loader) : servicesBehind(loader)) {
                if (mayWantAsync(behind)) return false;
            }
            return true;
        } catch (ServiceConfigurationError | ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static List<Class<?>> load(List<String> names, ClassLoader loader) throws ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) types.add(Class.forName(name, false, loader));
        return types;
    }

    /** Those that javac finds by itself. */
    private static List<Class<?>> servicesBehind(ClassLoader loader) {
        List<Class<?>> types = new ArrayList<>();
        boolean behind = false;
        Iterator<ServiceLoader.Provider<Processor>> all =
                ServiceLoader.load(Processor.class, loader).stream().iterator();
        while (all.hasNext()) {
            Class<? extends Processor> type = all.next().type();
            if (behind) types.add(type);
            behind |= type == AsyncProcessor.class;
        }
        return types;
    }

    private static boolean mayWantAsync(Class<?> type) {
        SupportedAnnotationTypes wanted = type.getAnnotation(SupportedAnnotationTypes.class);
        return wanted == null || List.of(wanted.value()).stream().anyMatch(WANTED::contains);
    }
}
