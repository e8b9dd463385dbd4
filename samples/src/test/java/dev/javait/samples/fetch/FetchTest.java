package dev.javait.samples.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.samples.Printed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchTest {
    @Test
    void twoQueriesTakeAsLongAsOne() {
        assertEquals(
                new Printed(List.of("1024 customers, 5120 orders", "Asked for 2 seconds"), Duration.ofSeconds(2)),
                Printed.by(Fetch::report));
    }
}
