package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class DoWhile {
    @Async
    static Coroutine<Integer> tries(Coroutine<Boolean> over) {
        int tries = 0;
        do {
            tries++;
        } while (!await(over));
        return done(tries);
    }
}
