package language.rejected.java21;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;

class Guards {
    record One() {}

    record Two() {}

    @Async
    static Coroutine<String> reached(Object o) {
        String s = "";
        switch (o) {
            case One() when await(leaf("first", true)):
                s += "one";
            case Two() when await(leaf("second", true)): // ERROR: [unsupported]
                s += "two";
            default:
                log(s);
        }
        return done(s);
    }

    @Async
    static Coroutine<String> notReached(Object o) {
        String s = "";
        switch (o) {
            case One() when await(leaf("first", true)):
                s += "one";
                break;
            case Two() when await(leaf("second", true)):
                s += "two";
            default:
                log(s);
        }
        return done(s);
    }
}
