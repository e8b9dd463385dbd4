package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class TryWithResources {
    @Async
    static Coroutine<String> read(Coroutine<String> name) throws java.io.IOException {
        try (var reader = new java.io.StringReader(await(name))) {
            await(yieldNow());
            return done("" + (char) reader.read());
        }
    }
}
