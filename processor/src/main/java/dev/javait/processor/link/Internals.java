package dev.javait.processor.link;

import java.util.LinkedHashSet;
import java.util.Set;

/** The parts of the JDK that only {@code --add-exports} lets a class use. */
final class Internals {
    private Internals() {}

    /** {@code module/package} for each package beyond {@code java} and {@code javax} that the nests use; it may be exported anyway. */
    static Set<String> exports(Nests nests, ClassFiles files) {
        Set<String> exports = new LinkedHashSet<>();
        for (ClassFile user : nests.files()) {
            for (String name : References.anywhere(user.reader())) {
                if (name.startsWith("java/")
                        || name.startsWith("javax/")
                        || files.find(name).isPresent()) continue;
                files.platform(name).ifPresent(file -> exports.add(file.pkg()));
            }
        }
        return exports;
    }
}
