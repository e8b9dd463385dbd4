package dev.javait.processor.twin;

import dev.javait.Javait;
import dev.javait.processor.AsyncProcessor;
import dev.javait.processor.twin.support.Case;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Where the classes are that cases are compiled against. */
public final class Places {
    private Places() {}

    public static Path testClasses() {
        return of(Case.class);
    }

    public static List<Path> runtime() {
        return List.of(of(Javait.class), of(NullMarked.class));
    }

    /** What Javait's own code is compiled with. */
    public static List<Path> own() {
        return List.of(of(AsyncProcessor.class), of(NullMarked.class));
    }

    private static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
