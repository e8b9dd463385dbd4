package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.toThread;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadLocalTest {
    private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

    private final List<String> seen = new ArrayList<>();

    private void see() {
        seen.add(String.valueOf(LOCAL.get()));
    }

    private static void run(Script<?> main) {
        EventLoop.builder().clock(LoopClock.virtual()).threadLocal(LOCAL).run(main);
    }

    @AfterEach
    void forget() {
        LOCAL.remove();
    }

    @Test
    void aTaskBeginsWithItsCreatorsValueAndHasItsOwnFromThenOn() {
        LOCAL.set("thread");
        run(script("main")
                .run(() -> {
                    see();
                    LOCAL.set("a");
                    createTask(script("first")
                            .run(this::see)
                            .run(() -> LOCAL.set("own"))
                            .turns(2)
                            .run(this::see));
                    LOCAL.remove();
                    createTask(script("second").run(this::see).turns(2).run(this::see));
                    LOCAL.set("b");
                })
                .turns(1)
                .run(this::see)
                .turns(5)
                .run(this::see));
        assertEquals(List.of("thread", "a", "null", "b", "own", "null", "b"), seen);
        assertEquals("thread", LOCAL.get());
    }

    @Test
    void aCoroutineThatIsAwaitedSharesIt() {
        run(script("main")
                .await(() -> script("inner").run(() -> LOCAL.set("inner")).turns(1))
                .run(this::see));
        assertEquals(List.of("inner"), seen);
        assertNull(LOCAL.get());
    }

    @Test
    void callbacksTimersAndThreadsHaveThatOfTheMoment() {
        run(script("main")
                .run(() -> {
                    EventLoop loop = EventLoop.current();
                    LOCAL.set("callback");
                    createTask(script("task")).onDone(done -> see());
                    loop.execute(this::see);
                    LOCAL.set("timer");
                    loop.schedule(Duration.ofMillis(1), this::see);
                    LOCAL.set("other");
                })
                .await(() -> Javait.sleep(Duration.ofMillis(2)))
                .await(() -> toThread(() -> LOCAL.get()), (String value) -> seen.add("thread has " + value))
                .run(this::see));
        assertEquals(List.of("callback", "callback", "timer", "thread has other", "other"), seen);
    }

    @Test
    void anotherThreadGivesItsOwnAlong() throws Exception {
        try (EventLoop loop = EventLoop.builder().threadLocal(LOCAL).build()) {
            Thread thread = new Thread(() -> {
                LOCAL.set("outside");
                loop.execute(this::see);
                loop.submit(script("submitted").turns(1).run(this::see));
                LOCAL.set("later");
            });
            thread.start();
            thread.join();
            loop.run(script("main").turns(5).run(this::see));
        }
        assertEquals(List.of("outside", "outside", "null"), seen);
    }

    @Test
    void whatIsNoThreadLocalButLooksLikeOneIsCarriedByTwoFunctions() {
        Map<Thread, Map<String, String>> diagnostics = new ConcurrentHashMap<>();
        EventLoop.builder()
                .threadLocal(() -> diagnostics.get(Thread.currentThread()), value -> {
                    if (value == null) {
                        diagnostics.remove(Thread.currentThread());
                    } else {
                        diagnostics.put(Thread.currentThread(), value);
                    }
                })
                .threadLocal(LOCAL)
                .run(script("main")
                        .run(() -> createTask(script("task")
                                .run(() -> diagnostics.put(Thread.currentThread(), Map.of("user", "a")))
                                .run(() -> LOCAL.set("local"))
                                .turns(2)
                                .run(() -> seen.add(diagnostics.get(Thread.currentThread()) + LOCAL.get()))))
                        .turns(2)
                        .run(() -> seen.add(diagnostics + String.valueOf(LOCAL.get())))
                        .turns(3));
        assertEquals(List.of("{}null", "{user=a}local"), seen);
        assertEquals(Map.of(), diagnostics);
    }
}
