package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class Throw {
    @Async
    static Coroutine<Void> fail(Coroutine<String> reason) throws java.io.IOException {
        throw new java.io.IOException(await(reason));
    }
}
