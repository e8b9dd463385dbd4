package dev.javait;

/**
 * The event loops of this JVM, for JMX: {@value #NAME}. Registered a second after the first loop began to run, where the platform has {@code java.management}; so
 * JConsole, VisualVM and any other JMX client show what every task waits for, in a process that was not prepared for it.
 * Thread-safe. asyncio has {@code python -m asyncio pstree}.
 */
public interface EventLoopsMXBean {
    /** The name of the bean. */
    String NAME = "dev.javait:type=EventLoops";

    /** How many event loops run. */
    int getLoops();

    /**
     * What {@link EventLoop#dump()} says of each loop that runs. A loop that does not answer within a second is in the middle of something, and the stack of its thread
     * stands in place of its tasks.
     */
    String dump();
}
