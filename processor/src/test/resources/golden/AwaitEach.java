package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class AwaitEach {
    @Async
    static Coroutine<Integer> total(AsyncIterable<Integer> numbers) {
        int total = 0;
        for (int number : awaitEach(numbers)) {
            if (number < 0) break;
            total += number;
        }
        return done(total);
    }
}
