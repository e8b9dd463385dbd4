package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    /** The order in which tasks come through a queue, which each must do once. */
    private static List<Integer> order(long seed) {
        AsyncQueue<Integer> queue = new AsyncQueue<>(2);
        AsyncLock lock = new AsyncLock();
        List<Integer> order = new ArrayList<>();
        EventLoop.builder()
                .clock(LoopClock.virtual())
                .shuffle(seed)
                .run(script("main")
                        .run(() -> {
                            for (int i = 0; i < 10; i++) {
                                int n = i;
                                createTask(script("put")
                                        .await(lock::acquire)
                                        .turns(2)
                                        .await(() -> queue.put(n))
                                        .run(lock::release));
                                createTask(script("get").await(queue::get, (Integer got) -> {
                                    order.add(got);
                                    queue.taskDone();
                                }));
                            }
                        })
                        .turns(40)
                        .await(queue::join)
                        .await(lock::acquire));
        return order;
    }

    @Test
    void aSeedGivesAnOrderAndTheSameAgain() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            List<Integer> order = order(seed);
            assertEquals(order, order(seed));
            orders.add(order);
        }
        assertTrue(orders.size() > 190);
    }
}
