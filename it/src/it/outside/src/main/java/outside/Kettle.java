package outside;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.Javait.sleep;

import dev.javait.Async;
import dev.javait.Coroutine;
import java.time.Duration;

/** Boils water, slowly. */
public class Kettle {
    private int degrees = 20;

    @Async
    public Coroutine<Integer> boil() {
        while (degrees < 100) {
            await(sleep(Duration.ofMillis(1)));
            degrees += 20;
        }
        return done(degrees);
    }
}
