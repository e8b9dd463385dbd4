package dev.javait.benchmarks.floor;

/** A frame that sleeps. */
final class Sleeper extends Frame {
    final long when;

    Sleeper(long when) {
        this.when = when;
    }

    @Override
    boolean resume(Loop loop) {
        return true;
    }
}
