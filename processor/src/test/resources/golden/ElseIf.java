package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class ElseIf {
    @Async
    static Coroutine<String> pick(Coroutine<Integer> number, Coroutine<Boolean> sure) {
        int n = await(number);
        if (n < 0) {
            return done("none");
        } else if (await(sure)) {
            System.out.println("sure of " + n);
        } else {
            n = await(number);
        }
        return done("number " + n);
    }
}
