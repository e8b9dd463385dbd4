package dev.javait.processor.emit;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Part;
import java.util.HashSet;
import java.util.Set;

/**
 * What the names of classes in a method's code begin with: the class's simple name, or the package where that has to be written too.
 * A variable of that name would be taken for it, as in {@code Await.of(…)} below an {@code int Await}.
 */
final class FirstWords {
    private final Set<String> words = new HashSet<>(Set.of("dev", "java", RuntimeNames.AWAIT.simpleName()));

    private FirstWords() {}

    static Set<String> of(AsyncMethod method, Flow flow) {
        FirstWords found = new FirstWords();
        found.addPackage(method.packageName());
        for (Flow.Block block : flow.blocks()) {
            block.ops().forEach(op -> op.codes().forEach(found::add));
            block.end().codes().forEach(found::add);
        }
        return found.words;
    }

    private void add(Code code) {
        code.forEach(part -> {
            if (part instanceof Part.ClassUse use) add(use.name());
        });
    }

    private void add(ClassName name) {
        words.add(name.simpleNames().get(0));
        addPackage(name.packageName());
    }

    private void addPackage(String name) {
        int dot = name.indexOf('.');
        words.add(dot < 0 ? name : name.substring(0, dot));
    }
}
