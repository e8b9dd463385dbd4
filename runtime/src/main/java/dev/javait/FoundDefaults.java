package dev.javait;

import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The program's {@link LoopDefaults}, looked up once: where Javait itself comes from, so that they do not depend on the thread that asks first. */
final class FoundDefaults {
    private static volatile @Nullable List<LoopDefaults> found;

    private FoundDefaults() {}

    static void applyTo(EventLoopBuilder builder) {
        List<LoopDefaults> all = found;
        if (all == null) {
            // Not in an initialiser: what is wrong with one of them is said each time.
            all = ServiceLoader.load(LoopDefaults.class, LoopDefaults.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            found = all;
        }
        for (LoopDefaults defaults : all) {
            defaults.applyTo(builder);
        }
    }
}
