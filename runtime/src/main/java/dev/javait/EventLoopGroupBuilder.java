package dev.javait;

import java.util.function.Consumer;

/** Settings of a group that is to be made; from {@link EventLoopGroup#builder()}. Used by one thread, whichever that is. asyncio has no counterpart. */
public final class EventLoopGroupBuilder {
    int size = Runtime.getRuntime().availableProcessors();
    String name = "javait-loop";
    private Consumer<? super EventLoopBuilder> settings = builder -> {};

    EventLoopGroupBuilder() {}

    /**
     * How many loops; as many as there are processors unless set.
     *
     * @throws IllegalArgumentException if that is not one at least
     */
    public EventLoopGroupBuilder size(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a group needs one event loop at least, not " + size);
        }
        this.size = size;
        return this;
    }

    /** What the names of its threads begin with, before a hyphen and a number from 1; {@code javait-loop} unless set. */
    public EventLoopGroupBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** Settings of each of the loops: {@code group.loops(loop -> loop.debug(true))}. They run by the system's clock,
     * whatever is set here. Called for each loop, on the thread that builds the group; what it throws comes out of {@link #build}. */
    public EventLoopGroupBuilder loops(Consumer<? super EventLoopBuilder> settings) {
        this.settings = settings;
        return this;
    }

    /** Makes the group, and starts its threads. */
    public EventLoopGroup build() {
        return new EventLoopGroup(this);
    }

    EventLoop loop() {
        EventLoopBuilder builder = EventLoop.builder();
        settings.accept(builder);
        return builder.clock(LoopClock.system()).build();
    }
}
