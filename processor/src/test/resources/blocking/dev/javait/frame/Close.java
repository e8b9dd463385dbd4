package dev.javait.frame;

/** Where the signal has its name from that ends a generator early. */
public final class Close {
    private Close() {}

    public static final class Closing extends Error {
        private static final long serialVersionUID = 1;

        public Closing() {
            super("the async generator is being closed", null, false, false);
        }
    }
}
