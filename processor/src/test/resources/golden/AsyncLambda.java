package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class AsyncLambda {
    @Async
    static Coroutine<Integer> later(Coroutine<Integer> number, int factor) {
        Task<Integer> task = createTask(async(() -> {
            int n = await(number);
            return n * factor;
        }));
        return done(await(task) + 1);
    }
}
