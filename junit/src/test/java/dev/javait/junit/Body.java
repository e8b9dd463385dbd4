package dev.javait.junit;

import dev.javait.Awaitable;
import dev.javait.frame.Await;
import dev.javait.frame.Launch;
import dev.javait.frame.LibraryFrame;
import java.util.List;

/** What the body of an {@code @Async} method compiles to, for tests that must do without the transformer: awaits one thing after the other. */
final class Body extends LibraryFrame<Void> {
    interface Step {
        Awaitable<?> next() throws Exception;
    }

    private final List<Step> awaits;
    private int at;

    private Body(List<Step> awaits) {
        this.awaits = awaits;
    }

    /** A null that is to be awaited stands for nothing. */
    static Body body(Step... awaits) {
        return new Body(List.of(awaits));
    }

    static Body of(List<Step> awaits) {
        return new Body(awaits);
    }

    /** What a call of an {@code @Async void} method does. */
    static void call(Step... awaits) {
        Launch.run(body(awaits));
    }

    @Override
    protected Object resume(int state, Object value, Throwable error) throws Throwable {
        if (error != null) {
            throw error;
        }
        while (at < awaits.size()) {
            Awaitable<?> awaitable = awaits.get(at++).next();
            if (awaitable != null && Await.of(awaitable) == Await.SUSPENDED) {
                return suspend(at);
            }
        }
        return null;
    }

    @Override
    public StackTraceElement location(int state) {
        return new StackTraceElement("app.Body", "body$async", "Body.java", state);
    }
}
