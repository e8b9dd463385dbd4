package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class TryFinally {
    @Async
    static Coroutine<Integer> guarded(Coroutine<Integer> work, List<String> log) {
        log.add("begin");
        try {
            int result = await(work);
            if (result < 0) return done(0);
            log.add("done");
        } finally {
            await(yieldNow());
            log.add("end");
        }
        return done(1);
    }
}
