package dev.javait.junit;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.yieldNow;
import static dev.javait.junit.Body.body;
import static dev.javait.junit.Body.call;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.EventLoop;
import dev.javait.Promise;
import dev.javait.frame.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that {@link JavaitExtensionTest} runs: not found by themselves. Some leave tasks behind, for the extension to find. */
@SuppressWarnings("javait:task-dropped")
final class Cases {
    private Cases() {}

    @TestLoop
    static class SleepsAnHour {
        @Test
        void test() {
            long before = System.nanoTime();
            call(() -> sleep(ofHours(1)), () -> {
                assertEquals(ofHours(1), EventLoop.current().time());
                return null;
            });
            assertTrue(System.nanoTime() - before < ofHours(1).toNanos());
        }
    }

    static class Detected {
        @Test
        void test(EventLoop loop) {
            call(() -> sleep(ofHours(1)));
        }
    }

    @TestLoop
    static class SleepsReally {
        @Test
        @TestLoop(clock = TestLoop.Clock.REAL)
        void test() {
            long before = System.nanoTime();
            call(() -> sleep(ofMillis(30)));
            assertTrue(System.nanoTime() - before >= ofMillis(30).toNanos());
        }
    }

    @TestLoop
    static class CarriesAThreadLocal {
        @Test
        void test() {
            List<String> seen = new ArrayList<>();
            CarriesALocal.LOCAL.set("thread");
            call(
                    () -> createTask(body(
                            () -> {
                                seen.add(CarriesALocal.LOCAL.get());
                                CarriesALocal.LOCAL.set("task");
                                return yieldNow();
                            },
                            () -> {
                                seen.add(CarriesALocal.LOCAL.get());
                                return null;
                            })),
                    () -> {
                        seen.add(CarriesALocal.LOCAL.get());
                        return null;
                    });
            CarriesALocal.LOCAL.remove();
            assertEquals(List.of("thread", "task", "thread"), seen);
        }
    }

    @TestLoop
    static class Fails {
        static final IOException FAILURE = new IOException();

        @Test
        void test() {
            call(() -> yieldNow(), () -> {
                throw FAILURE;
            });
        }
    }

    @TestLoop(clock = TestLoop.Clock.REAL, timeout = 1)
    static class WaitsForEver {
        @Test
        void test() {
            call(() -> createTask(body(() -> new Promise<>()), "stuck one"));
        }
    }

    @TestLoop(timeout = 1)
    static class SleepsForEver {
        @Test
        void test() {
            Launch.run(Body.of(Collections.nCopies(Integer.MAX_VALUE, () -> sleep(ofMillis(1)))));
        }
    }

    @TestLoop(timeout = 1)
    static class Blocks {
        @Test
        void test() {
            call(() -> {
                new CountDownLatch(1).await();
                return null;
            });
        }
    }

    @TestLoop
    static class Deadlocks {
        @Test
        void test() {
            call(() -> new Promise<>());
        }
    }

    @TestLoop
    static class LeavesATask {
        @Test
        void test() {
            call(() -> {
                createTask(sleep(ofHours(1)), "forgotten");
                return null;
            });
        }
    }

    @TestLoop(mayLeaveTasks = true)
    static class MayLeaveATask extends LeavesATask {}

    @TestLoop
    static class IgnoresAFailure {
        @Test
        void test() {
            call(
                    () -> {
                        createTask(
                                body(() -> {
                                    throw new IOException("unseen");
                                }),
                                "failing");
                        return null;
                    },
                    () -> yieldNow(),
                    () -> yieldNow());
        }
    }

    @TestLoop
    static class BreaksACallback {
        @Test
        void test(EventLoop loop) {
            loop.execute(() -> {
                throw new IllegalArgumentException("in a callback");
            });
            call(() -> yieldNow());
        }
    }

    @ExtendWith(JavaitExtension.class)
    static class HasLifecycle {
        static final List<EventLoop> LOOPS = new ArrayList<>();
        static final List<Duration> TIMES = new ArrayList<>();

        private static void step() {
            call(() -> sleep(ofHours(1)), () -> {
                LOOPS.add(EventLoop.current());
                TIMES.add(EventLoop.current().time());
                return null;
            });
        }

        @BeforeEach
        void before() {
            step();
        }

        @Test
        void one() {
            step();
        }

        @Test
        void two(EventLoop loop) {
            step();
            assertSame(loop, LOOPS.get(LOOPS.size() - 1));
        }

        @AfterEach
        void after() {
            step();
        }
    }

    static class Shuffled {
        static final List<String> ORDERS = new ArrayList<>();

        @ShuffledTest(value = 20, from = 7)
        void test() {
            StringBuilder order = new StringBuilder();
            call(() -> createTask(body(() -> note(order, 'a'), () -> yieldNow(), () -> note(order, 'A'))), () -> null);
            assertEquals("aA", order.toString());
            order.setLength(0);
            call(
                    () -> {
                        for (char c = 'b'; c <= 'f'; c++) {
                            char name = c;
                            createTask(body(() -> note(order, name), () -> yieldNow(), () -> note(order, name)));
                        }
                        return null;
                    },
                    () -> sleep(ofMillis(1)));
            ORDERS.add(order.toString());
        }

        private static Promise<?> note(StringBuilder order, char name) {
            order.append(name);
            return null;
        }
    }

    static class ShuffledFailure {
        @ShuffledTest(50)
        void test() {
            StringBuilder order = new StringBuilder();
            call(
                    () -> {
                        createTask(body(() -> Shuffled.note(order, 'a')));
                        createTask(body(() -> Shuffled.note(order, 'b')));
                        return null;
                    },
                    () -> sleep(ofMillis(1)));
            assertEquals("ab", order.toString());
        }
    }
}
