package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class ForEach {
    @Async
    static Coroutine<List<String>> load(List<Coroutine<String>> parts) {
        List<String> loaded = new ArrayList<>();
        for (Coroutine<String> part : parts) {
            loaded.add(await(part));
        }
        return done(loaded);
    }
}
