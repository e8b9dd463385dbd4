package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.gatherOutcomes;
import static dev.javait.Javait.shield;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.waitAny;
import static dev.javait.Javait.waitFor;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Tasks that do at random what tasks can do to one another, the same again for the same seed, and the books that are kept of it. Whoever waits for something that
 * may never come does so with a limit, and awaits no task but those it made: so a storm always ends.
 */
final class Storm {
    static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int DEPTH = 3;
    private static final int OPERATIONS = 14;

    private final Random random;
    private final AsyncLock lock = new AsyncLock();
    private final AsyncSemaphore semaphore = AsyncSemaphore.bounded(3);
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(3);
    private final List<Task<?>> tasks = new ArrayList<>();
    private final List<Integer> put = new ArrayList<>();
    private final List<Integer> got = new ArrayList<>();
    private final List<Throwable> unexpected = new ArrayList<>();
    private boolean waits;
    private int made;
    private int told;
    private int entered;
    private int left;
    private int holdingLock;
    private int holdingPermit;

    Storm(long seed) {
        this.random = new Random(seed);
    }

    /** Starts it; without {@code waiting} it leaves to the end of the loop whatever is under way some time later. */
    Script<Object> main(boolean waiting) {
        waits = waiting;
        Script<Object> main = script("main").run(() -> {
            for (int i = 0; i < 8; i++) {
                spawn(DEPTH);
            }
        });
        for (int i = 0; i < 10; i++) {
            main.await(() -> sleep(millis(10))).run(this::cancelOne);
        }
        if (waiting) {
            main.label("more")
                    .await(() -> gatherOutcomes(List.copyOf(tasks)))
                    .jumpIf("more", () -> !tasks.stream().allMatch(Task::isDone))
                    .turns(50);
        }
        return main;
    }

    void unhandled(Unhandled what) {
        expect(what.error());
    }

    /** What must hold when all has ended. */
    void check() {
        for (Task<?> task : tasks) {
            assertTrue(task.isDone(), task::toString);
            if (!task.isCancelled() && task.exception() != null) {
                expect(task.exception());
            }
        }
        for (Throwable failure : unexpected) {
            throw new AssertionError("nobody throws that here", failure);
        }
        assertTrue(waits ? told == tasks.size() : told <= tasks.size(), "each task is done once");
        assertEquals(entered, left, "every finally block runs, once");
        assertEquals(0, holdingLock);
        assertEquals(0, holdingPermit);
        assertFalse(lock.isLocked());
        assertEquals("semaphore with 3 permits left of 3", semaphore.toString());
        while (!queue.isEmpty()) {
            got.add(queue.poll().orElseThrow());
        }
        Collections.sort(put);
        Collections.sort(got);
        assertEquals(put, got, "what was put is got, once");
    }

    int tasks() {
        return tasks.size();
    }

    private void expect(Throwable failure) {
        boolean closedGroup = failure instanceof IllegalStateException
                && String.valueOf(failure.getMessage()).contains("takes no more tasks");
        if (!closedGroup
                && !(failure instanceof Boom)
                && !(failure instanceof CancelledError)
                && !(failure instanceof AsyncTimeoutException)) {
            unexpected.add(failure);
        }
    }

    private Duration millis(int bound) {
        return Duration.ofMillis(random.nextInt(bound));
    }

    private void cancelOne() {
        if (!tasks.isEmpty()) {
            tasks.get(random.nextInt(tasks.size())).cancel();
        }
    }

    private Task<Object> spawn(int depth) {
        return watched(createTask(body(depth)));
    }

    private Task<Object> watched(Task<Object> task) {
        tasks.add(task);
        task.onDone(done -> told++);
        return task;
    }

    private List<Task<Object>> several(int depth) {
        List<Task<Object>> several = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            several.add(spawn(depth));
        }
        return several;
    }

    private Script<Object> body(int depth) {
        boolean[] inside = {false};
        Script<Object> body = script("body").run(() -> {
            entered++;
            inside[0] = true;
        });
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            operation(body, depth);
            if (random.nextInt(3) > 0) {
                body.recover(Boom.class, e -> {}).recover(AsyncTimeoutException.class, e -> {});
            }
            if (random.nextInt(25) == 0) {
                body.recover(CancelledError.class, swallowed -> {});
            }
        }
        if (random.nextInt(4) == 0) {
            body.awaitAlways(() -> sleep(millis(5)));
        }
        return body.always(() -> {
            if (inside[0]) {
                left++;
                inside[0] = false;
            }
        });
    }

    private void operation(Script<Object> body, int depth) {
        int operation = random.nextInt(depth == 0 ? 7 : OPERATIONS);
        switch (operation) {
            case 0 -> body.turns(1 + random.nextInt(3));
            case 1 -> body.await(() -> sleep(millis(20)));
            case 2 -> body.await(() -> waitFor(holdingLock(), millis(30)));
            case 3 -> body.await(() -> waitFor(holdingPermit(), millis(30)));
            case 4 -> body.await(() -> waitFor(putting(++made), millis(30)));
            case 5 -> body.await(() -> waitFor(getting(), millis(30)));
            case 6 ->
                body.run(() -> {
                    if (random.nextBoolean()) {
                        cancelOne();
                    } else {
                        throw new Boom();
                    }
                });
            case 7 -> body.await(() -> spawn(depth - 1));
            case 8 -> body.await(() -> gather(several(depth - 1)));
            case 9 -> body.await(() -> gatherOutcomes(several(depth - 1)));
            case 10 -> body.await(() -> waitAny(several(depth - 1), millis(20)));
            case 11 -> body.await(() -> shield(spawn(depth - 1)));
            case 12 ->
                body.await(() -> scope(() -> Javait.timeout(millis(20)), inner -> inner.await(() -> body(depth - 1))));
            default -> body.await(() -> group(depth - 1));
        }
    }

    private interface Filling {
        void fill(Script<Object> inner);
    }

    private static Script<Object> scope(Callable<? extends AsyncScope> open, Filling filling) {
        AsyncScope[] scope = {null};
        Throwable[] error = {null};
        Script<Object> inner = script("inner");
        filling.fill(inner);
        inner.recover(Throwable.class, e -> error[0] = e);
        return script("scope")
                .run(() -> scope[0] = open.call())
                .await(() -> inner)
                .await(() -> scope[0].exit(error[0]), (Boolean swallowed) -> {
                    if (!swallowed && error[0] != null) {
                        throw Sneaky.rethrow(error[0]);
                    }
                });
    }

    private Script<Object> group(int depth) {
        TaskGroup[] group = {null};
        return scope(
                () -> group[0] = TaskGroup.open(),
                inner -> inner.run(() -> {
                            for (int n = random.nextInt(4); n > 0; n--) {
                                watched(group[0].spawn(body(depth)));
                            }
                        })
                        .turns(random.nextInt(3))
                        .run(() -> {
                            if (random.nextInt(6) == 0) {
                                group[0].cancel();
                            }
                        }));
    }

    private Script<Object> holdingLock() {
        Held[] held = {null};
        return script("with lock")
                .await(lock::acquire, (Held now) -> {
                    held[0] = now;
                    assertEquals(1, ++holdingLock);
                })
                .await(() -> sleep(millis(10)))
                .always(() -> {
                    if (held[0] != null) {
                        holdingLock--;
                        held[0].close();
                    }
                });
    }

    private Script<Object> holdingPermit() {
        Held[] held = {null};
        return script("with permit")
                .await(semaphore::acquire, (Held now) -> {
                    held[0] = now;
                    assertTrue(++holdingPermit <= 3);
                })
                .turns(random.nextInt(4))
                .always(() -> {
                    if (held[0] != null) {
                        holdingPermit--;
                        held[0].close();
                    }
                });
    }

    private Script<Object> putting(int element) {
        return script("putting").await(() -> queue.put(element), nothing -> put.add(element));
    }

    private Script<Object> getting() {
        return script("getting").await(queue::get, (Integer element) -> got.add(element));
    }
}
