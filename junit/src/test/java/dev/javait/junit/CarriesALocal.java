package dev.javait.junit;

import dev.javait.EventLoopBuilder;
import dev.javait.LoopDefaults;

/** What all loops of these tests begin with, also those that the extension makes. */
public final class CarriesALocal implements LoopDefaults {
    static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

    /** For the service loader. */
    public CarriesALocal() {}

    @Override
    public void applyTo(EventLoopBuilder builder) {
        builder.threadLocal(LOCAL);
    }
}
