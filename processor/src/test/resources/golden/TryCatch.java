package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class TryCatch {
    @Async
    static Coroutine<Integer> parse(Coroutine<String> text) {
        try {
            return done(Integer.parseInt(await(text)));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
            await(yieldNow());
            return done(-1);
        }
    }
}
