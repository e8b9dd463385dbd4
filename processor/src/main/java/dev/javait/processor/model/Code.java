package dev.javait.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Java source: the user's own text, with parts for the names whose meaning changes. Holds no await. */
public record Code(List<Part> parts) {
    public static final Code EMPTY = new Code(List.of());

    public Code {
        parts = List.copyOf(parts);
    }

    public static Code of(String text) {
        return text.isEmpty() ? EMPTY : of(new Part.Text(text));
    }

    public static Code of(Part... parts) {
        return new Code(List.of(parts));
    }

    /** Reads {@code variable}. */
    public static Code use(Variable variable) {
        return of(new Part.Use(variable, Part.Access.READ));
    }

    /**
     * Concatenates: each piece is a {@link Code}, a {@link Type}, a {@link Part}, a {@link Variable} that is read, a
     * {@link ClassName} or a {@link String}.
     */
    public static Code join(Object... pieces) {
        var parts = new ArrayList<Part>();
        for (Object piece : pieces) {
            if (piece instanceof Code code) parts.addAll(code.parts);
            else if (piece instanceof Type type) parts.addAll(type.code().parts);
            else if (piece instanceof Part part) parts.add(part);
            else if (piece instanceof Variable variable) parts.add(new Part.Use(variable, Part.Access.READ));
            else if (piece instanceof ClassName name) parts.add(new Part.ClassUse(name));
            else if (piece instanceof String text) parts.add(new Part.Text(text));
            else throw new IllegalArgumentException("not a piece of code: " + piece);
        }
        return new Code(parts);
    }

    /** The line on which it begins, if it says so itself; else {@code line}. */
    public int firstLine(int line) {
        return !parts.isEmpty() && parts.get(0) instanceof Part.Line first ? first.line() : line;
    }

    /** Calls {@code visitor} for each part in source order, those within parts included. */
    public void forEach(Consumer<Part> visitor) {
        for (Part part : parts) {
            visitor.accept(part);
            for (Code inner : part.inner()) {
                inner.forEach(visitor);
            }
        }
    }

    /** The same code with each part of the outermost level replaced; parts that hold code are given as they are. */
    public Code map(UnaryOperator<Part> replacement) {
        return new Code(parts.stream().map(replacement).toList());
    }
}
