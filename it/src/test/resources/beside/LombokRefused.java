package beside;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.concurrent.locks.*;
import lombok.*;
import lombok.experimental.ExtensionMethod;

@ExtensionMethod(LombokRefused.Twice.class)
public class LombokRefused {
    static class Twice {
        public static String twice(String s) {
            return s + s;
        }
    }

    private final Lock rows = new ReentrantLock();

    @Async
    @Synchronized
    Coroutine<Integer> inAMonitor() {
        await(yieldNow()); // SAYS: error: [await-in-synchronized]
        return done(1);
    }

    @Async
    @Locked("rows") // SAYS: warning: [lock-held]
    Coroutine<Integer> locked() {
        await(yieldNow());
        return done(1);
    }

    String plain(String s) {
        return s.twice();
    }
}
