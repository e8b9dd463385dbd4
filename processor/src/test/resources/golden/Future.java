package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class Future {
    @Async
    java.util.concurrent.CompletableFuture<Integer> twice(java.util.concurrent.CompletionStage<Integer> number) {
        return done(2 * await(number));
    }
}
