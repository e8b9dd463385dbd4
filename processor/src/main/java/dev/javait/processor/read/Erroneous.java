package dev.javait.processor.read;

/** The user's code has errors that javac has reported: there is nothing to rewrite and nothing to add. */
public final class Erroneous extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Erroneous(String what) {
        super(what);
    }
}
