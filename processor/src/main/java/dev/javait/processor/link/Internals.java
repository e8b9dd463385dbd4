package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of the JDK that only {@code --add-exports} lets a class use. */
final class Internals {
    private Internals() {}

    /**
     * {@code module/package} for each package beyond {@code java} and {@code javax} that the nests use, or only the generated sources;
     * it may be exported anyway.
     */
    static Set<String> exports(List<StateMachine> machines, Nests nests, ClassFiles files) {
        Set<String> names = new LinkedHashSet<>();
        for (ClassFile user : nests.files()) names.addAll(References.anywhere(user.reader()));
        for (StateMachine machine : machines) names.addAll(References.inSource(machine, false));
        Set<String> exports = new LinkedHashSet<>();
        for (String name : names) {
            if (name.startsWith("java/")
                    || name.startsWith("javax/")
                    || files.find(name).isPresent()) continue;
            files.platform(name).ifPresent(file -> exports.add(file.pkg()));
        }
        return exports;
    }
}
