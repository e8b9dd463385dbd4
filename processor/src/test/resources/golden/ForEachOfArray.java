package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class ForEachOfArray {
    @Async
    static Coroutine<Integer> sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            await(yieldNow());
            sum += number;
        }
        return done(sum);
    }
}
