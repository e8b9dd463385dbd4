package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The local variables at a place of a random body. */
final class Scope {
    private static final List<String> NAMES = List.of(
            "a", "b", "state", "c", "value", "frame", "d", "self", "error", "result", "number", "count", "label",
            "next");

    private final List<Local> locals = new ArrayList<>();

    /** A local variable; one that is hidden keeps its name but cannot be used. */
    static final class Local {
        final String name;
        final Kind kind;
        final boolean constant;
        boolean hidden;

        private Local(String name, Kind kind, boolean constant) {
            this.name = name;
            this.kind = kind;
            this.constant = constant;
        }
    }

    int mark() {
        return locals.size();
    }

    /** Ends the scopes that began after {@code mark}; sisters may use the names again. */
    void release(int mark) {
        locals.subList(mark, locals.size()).clear();
    }

    /** What was declared after {@code mark} is in scope but may have no value here. */
    void hideFrom(int mark) {
        locals.subList(mark, locals.size()).forEach(local -> local.hidden = true);
    }

    /** Hides what a lambda or class cannot capture, and says what it hid. */
    List<Local> hideVariables() {
        List<Local> hidden = locals.stream()
                .filter(local -> !local.constant && !local.hidden)
                .toList();
        hidden.forEach(local -> local.hidden = true);
        return hidden;
    }

    void show(List<Local> hidden) {
        hidden.forEach(local -> local.hidden = false);
    }

    String freshName() {
        Set<String> taken = locals.stream().map(local -> local.name).collect(Collectors.toSet());
        return NAMES.stream().filter(name -> !taken.contains(name)).findFirst().orElseGet(() -> "v" + locals.size());
    }

    Local declare(String name, Kind kind, boolean constant) {
        var local = new Local(name, kind, constant);
        locals.add(local);
        return local;
    }

    boolean isTaken(String name) {
        return locals.stream().anyMatch(local -> local.name.equals(name));
    }

    List<String> readable(Kind kind) {
        return locals.stream()
                .filter(local -> local.kind == kind && !local.hidden)
                .map(local -> local.name)
                .toList();
    }

    List<String> assignable(Kind kind) {
        return locals.stream()
                .filter(local -> local.kind == kind && !local.hidden && !local.constant)
                .map(local -> local.name)
                .toList();
    }
}
