package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class For {
    @Async
    static Coroutine<Integer> sum(int times, Coroutine<Integer> start) {
        int sum = await(start);
        for (int i = 0; i < times; i++) {
            if (i % 2 == 0) continue;
            await(yieldNow());
            sum += i;
        }
        return done(sum);
    }
}
