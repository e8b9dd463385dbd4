package dev.javait.processor.twin;

import dev.javait.Javait;
import dev.javait.processor.twin.support.Case;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Where the classes are that cases are compiled against. */
final class Places {
    private Places() {}

    static Path testClasses() {
        return of(Case.class);
    }

    static List<Path> runtime() {
        return List.of(of(Javait.class), of(NullMarked.class));
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
