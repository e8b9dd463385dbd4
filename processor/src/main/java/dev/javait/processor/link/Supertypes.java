package dev.javait.processor.link;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** The direct supertypes of a class file. */
final class Supertypes {
    private Supertypes() {}

    static List<String> direct(ClassReader reader) {
        List<String> names = new ArrayList<>();
        if (reader.getSuperName() != null) names.add(reader.getSuperName());
        names.addAll(List.of(reader.getInterfaces()));
        return names;
    }
}
