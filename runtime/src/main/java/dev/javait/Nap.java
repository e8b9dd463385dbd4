package dev.javait;

/** What a {@link Sleep} waits for: done when its timer calls it. */
final class Nap extends Promise<Object> implements Runnable {
    Nap(EventLoop loop) {
        super(loop);
    }

    @Override
    public void run() {
        if (!isDone()) {
            succeed(null);
        }
    }
}
