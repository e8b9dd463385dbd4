package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class While {
    @Async
    static Coroutine<Integer> count(AsyncQueue<String> queue) {
        int count = 0;
        while (!await(queue.get()).isEmpty()) {
            count++;
        }
        return done(count);
    }
}
