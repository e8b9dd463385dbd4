package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class AsyncScope {
    @Async
    static Coroutine<Integer> both(Coroutine<Integer> one, Coroutine<Integer> other) {
        Task<Integer> first;
        Task<Integer> second;
        try (var group = TaskGroup.open()) {
            first = group.spawn(one);
            second = group.spawn(other);
        }
        return done(first.result() + second.result());
    }
}
