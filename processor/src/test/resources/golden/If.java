package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class If {
    @Async
    static Coroutine<String> pick(Coroutine<Integer> number) {
        String size;
        if (await(number) > 10) {
            size = "large";
        } else {
            size = "small";
        }
        return done(size);
    }
}
