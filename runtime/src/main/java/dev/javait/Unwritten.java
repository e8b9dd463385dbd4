package dev.javait;

/** What the words of an {@link Async} method do when nobody rewrote it: they say what is missing. */
final class Unwritten {
    /** Why nobody did, and what to do about it. */
    static final String SET_UP =
            "javac did not run Javait's annotation processor (dev.javait:javait-processor): put it on the annotation processor path"
                    + " (Maven: annotationProcessorPaths; Gradle: annotationProcessor; javac: -processorpath)."
                    + " JDK 23 and later look for processors on the class path only with -proc:full";

    private static final StackWalker WALKER = StackWalker.getInstance();

    private Unwritten() {}

    static IllegalStateException word(String word) {
        StackTraceElement caller = WALKER.walk(frames -> frames.filter(
                        frame -> !frame.getClassName().equals(Unwritten.class.getName())
                                && !frame.getClassName().equals(Javait.class.getName()))
                .findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(new StackTraceElement("?", "?", null, -1)));
        return new IllegalStateException(word + " in " + caller
                + " was not compiled by Javait. Either the method is not @Async," + " or " + SET_UP);
    }

    static IllegalStateException close(Object resource) {
        return new IllegalStateException(
                "closing " + resource + " has to be awaited: use it in try (...) inside an @Async method");
    }
}
