package dev.javait.processor.model;

/** A place in the flow graph that jumps name. Compared by identity; the emitter numbers them. */
public final class Label {
    private final String hint;

    /** @param hint a word for dumps and comments, as {@code loop}, {@code else}, {@code resumed} */
    public Label(String hint) {
        this.hint = hint;
    }

    @Override
    public String toString() {
        return hint;
    }
}
