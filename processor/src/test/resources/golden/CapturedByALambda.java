package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class CapturedByALambda {
    @Async
    static Coroutine<List<Runnable>> all(int count) {
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            await(yieldNow());
            all.add(() -> System.out.println(number));
        }
        return done(all);
    }
}
