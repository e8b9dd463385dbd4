package dev.javait.benchmarks.peers;

import java.util.concurrent.ThreadFactory;

/** Virtual threads, from JDK 21 on; by reflection, as the benchmarks are compiled for 17. */
public final class VirtualThreads {
    private VirtualThreads() {}

    public static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("virtual threads need JDK 21", missing);
        }
    }
}
