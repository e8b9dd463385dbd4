package dev.javait.processor;

import dev.javait.processor.tree.Enclosing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Names of the classes to generate: the user's class, a dollar sign, the method; a number where that is not enough. */
final class FrameNames {
    /** What UTF-8 takes of a file's name, which may have 255 bytes: what is put behind it has room. */
    private static final int LONGEST = 180;

    /** How the classes for async lambdas in a method end. */
    private static final Pattern LAMBDA = Pattern.compile("\\$async\\d+$");

    private final Elements elements;
    private final Map<TypeElement, Set<String>> members = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    FrameNames(Elements elements) {
        this.elements = elements;
    }

    /** The simple name for the next method of that name, in the order of the text. */
    String next(ExecutableElement method) {
        var owner = Enclosing.type(method);
        String binary = elements.getBinaryName(owner).toString();
        String simple = shortened(binary.substring(binary.lastIndexOf('.') + 1) + "$" + method.getSimpleName());
        int count = used.merge(binary + "$" + method.getSimpleName(), 1, Integer::sum);
        String qualifier = binary.substring(0, binary.lastIndexOf('.') + 1);
        for (int number = count; ; number++) {
            String name = number == 1 && !LAMBDA.matcher(simple).find() ? simple : simple + "$" + number;
            if (!isOfTheUser(qualifier + name, owner)
                    && !members(owner).contains(file(qualifier + name))
                    && given.add(file(qualifier + name))) return name;
        }
    }

    /** Under which there is one file: some file systems know no difference between {@code Page} and {@code page}. */
    private static String file(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A method's name may be longer than a file's. */
    private static String shortened(String simple) {
        String kept = simple;
        while (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST)
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        return kept.equals(simple) ? simple : kept + "$" + Integer.toHexString(simple.hashCode());
    }

    /** A class with a dollar sign in its name, and none that was generated when its source was last compiled. */
    private boolean isOfTheUser(String name, TypeElement beside) {
        // not in all modules: to look there for what is seldom anywhere takes longer than all else that read does
        TypeElement type = elements.getTypeElement(elements.getModuleOf(beside), name);
        return type != null
                && !(type.getSuperclass() instanceof DeclaredType parent
                        && parent.asElement().toString().startsWith("dev.javait.frame."));
    }

    /** The files of all classes in the outermost one around {@code owner}, or in the local one. */
    private Set<String> members(TypeElement owner) {
        TypeElement outermost = owner;
        while (outermost.getNestingKind() == NestingKind.MEMBER) outermost = Enclosing.type(outermost);
        return members.computeIfAbsent(outermost, type -> {
            Set<String> names = new HashSet<>();
            addMembers(type, names);
            return names;
        });
    }

    private void addMembers(TypeElement type, Set<String> names) {
        for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
            names.add(file(elements.getBinaryName(member).toString()));
            addMembers(member, names);
        }
    }
}
