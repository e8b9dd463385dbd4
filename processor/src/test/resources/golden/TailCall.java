package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class TailCall {
    @Async
    static Coroutine<Integer> even(int n) {
        await(yieldNow());
        if (n == 0) return done(1);
        return odd(n - 1);
    }

    static Coroutine<Integer> odd(int n) {
        return done(n);
    }
}
