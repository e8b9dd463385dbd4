package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class Operands {
    @Async
    static Coroutine<Integer> compute(int[] numbers, int index, Coroutine<Integer> factor) {
        numbers[index++] += numbers[index] * await(factor);
        return done(Math.max(index, await(factor)) + numbers.length);
    }
}
