package outside;

import static dev.javait.Javait.await;
import static dev.javait.Javait.gather;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.Async;
import java.util.List;
import org.junit.jupiter.api.Test;

class KettleTest {
    @Test
    @Async
    void twoKettlesBoil() {
        assertEquals(List.of(100, 100), await(gather(new Kettle().boil(), new Kettle().boil())));
    }
}
