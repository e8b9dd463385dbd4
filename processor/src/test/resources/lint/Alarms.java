package lint;

import static dev.javait.Javait.*;
import static java.time.Duration.ofSeconds;

import dev.javait.*;
import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Each line with a mark has the warning that the mark names, and no other line has one. */
class Alarms {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReadWriteLock rows = new ReentrantReadWriteLock();

    @Async
    Coroutine<Integer> load(int key) {
        await(yieldNow());
        return done(key);
    }

    @Async
    AsyncIterable<Integer> all() {
        emit(1);
        return end();
    }

    void droppedInAPlainMethod() {
        load(1); // WARNING: [coroutine-dropped] nobody runs the coroutine that load() makes here
        this.load(2); // WARNING: [coroutine-dropped]
        sleep(ofSeconds(1)); // WARNING: [coroutine-dropped]
        all(); // WARNING: [coroutine-dropped] nobody goes through the generator that all() makes here; loop over it
        for (int i = 0; i < 2; i++) load(i); // WARNING: [coroutine-dropped]
    }

    @Async
    Coroutine<Void> droppedInAnAsyncMethod(boolean early) {
        if (early) done(); // WARNING: [coroutine-dropped]
        load(1); // WARNING: [coroutine-dropped]
        createTask(load(2)); // WARNING: [task-dropped] nobody awaits what createTask() makes
        createTask(load(2), "two"); // WARNING: [task-dropped]
        gather(load(1), load(2)); // WARNING: [task-dropped] nobody awaits what gather() makes
        async(() -> 1); // WARNING: [coroutine-dropped]
        waitFor(load(3), ofSeconds(1)); // WARNING: [coroutine-dropped]
        return done();
    }

    void droppedByFunctions(List<Integer> keys) {
        keys.forEach(key -> load(key)); // WARNING: [coroutine-dropped]
        keys.forEach(this::load); // WARNING: [coroutine-dropped]
        Runnable later = () -> load(1); // WARNING: [coroutine-dropped]
        keys.forEach(key -> {
            load(key); // WARNING: [coroutine-dropped]
        });
    }

    @Async
    Coroutine<Integer> waits(
            Thread thread,
            Future<Integer> future,
            CompletableFuture<Integer> completable,
            CountDownLatch latch,
            BlockingQueue<Integer> queue,
            Semaphore permits,
            ExecutorService threads)
            throws Exception {
        Thread.sleep(1); // WARNING: [blocking-call] Thread.sleep() blocks the event loop's thread, and every other task with it; await(sleep(…))
        TimeUnit.SECONDS.sleep(1); // WARNING: [blocking-call]
        thread.join(); // WARNING: [blocking-call]
        int sum = future.get(); // WARNING: [blocking-call] Future.get() blocks the event loop's thread, and every other task with it; await(toThread(…))
        sum += completable.get(); // WARNING: [blocking-call] CompletableFuture.get() blocks the event loop's thread, and every other task with it; await it
        sum += completable.join(); // WARNING: [blocking-call]
        latch.await(); // WARNING: [blocking-call]
        sum += queue.take(); // WARNING: [blocking-call]
        new LinkedBlockingQueue<Integer>().put(1); // WARNING: [blocking-call] LinkedBlockingQueue.put() blocks the event loop's thread, and every other task with it; use an AsyncQueue
        permits.acquire(); // WARNING: [blocking-call]
        threads.awaitTermination(1, TimeUnit.SECONDS); // WARNING: [blocking-call]
        synchronized (this) {
            wait(); // WARNING: [blocking-call]
        }
        await(yieldNow());
        return done(sum);
    }

    @Async
    Coroutine<String> reads(HttpClient http, HttpRequest request, InputStream in, Path file, BufferedReader lines)
            throws Exception {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString()); // WARNING: [blocking-call] HttpClient.send() blocks the event loop's thread, and every other task with it; await its sendAsync
        byte[] bytes = in.readAllBytes(); // WARNING: [blocking-call]
        int first = new FileInputStream("x").read(); // WARNING: [blocking-call]
        String text = Files.readString(file); // WARNING: [blocking-call]
        String line = lines.readLine(); // WARNING: [blocking-call]
        var socket = new Socket("localhost", 80); // WARNING: [blocking-call]
        await(yieldNow());
        return done(answer.body() + bytes.length + first + text + line + socket);
    }

    @Async
    Coroutine<Integer> queries(Connection connection) throws SQLException {
        int rows = 0;
        try (var statement = connection.prepareStatement("select 1")) {
            ResultSet found = statement.executeQuery(); // WARNING: [blocking-call] PreparedStatement.executeQuery() blocks
            while (found.next()) rows++; // WARNING: [blocking-call]
        }
        connection.commit(); // WARNING: [blocking-call]
        return done(rows);
    }

    @Async
    Coroutine<Void> blocksInAnAsyncLambda() {
        await(async(() -> {
            Thread.sleep(1); // WARNING: [blocking-call]
            return 1;
        }));
        return done();
    }

    @Async
    Coroutine<Integer> swallows(Coroutine<Integer> work, Task<Integer> task) {
        try {
            return done(await(work));
        } catch (Throwable failed) { // WARNING: [cancellation-swallowed] catch (Throwable) also takes a cancellation
            System.out.println(failed);
        }
        try {
            await(work);
        } catch (RuntimeException failed) {
            return done(1);
        } catch (Error failed) { // WARNING: [cancellation-swallowed] catch (Error)
            return done(2);
        }
        try {
            await(work);
        } catch (CancelledError stopped) { // WARNING: [cancellation-swallowed] catch (CancelledError)
            return done(3);
        }
        try {
            for (int i : awaitEach(all())) System.out.println(i);
        } catch (IllegalStateException | CancelledError stopped) { // WARNING: [cancellation-swallowed]
            return done(3);
        }
        Throwable last = null;
        for (int i = 0; i < 3; i++) {
            try {
                await(task);
            } catch (Throwable failed) { // WARNING: [cancellation-swallowed]
                last = failed;
            }
        }
        return done(last == null ? 4 : 5);
    }

    @Async
    Coroutine<Integer> takesWhatMayNotBeThere(CompletableFuture<Integer> a, CompletableFuture<Integer> b) throws Exception {
        int early = a.get(); // WARNING: [blocking-call] CompletableFuture.get() blocks
        await(CompletableFuture.anyOf(a, b));
        int late = b.join(); // WARNING: [blocking-call]
        await(a);
        Callable<Integer> other = () -> b.join();
        return done(early + late + other.call() + b.get()); // WARNING: [blocking-call]
    }

    @Async
    Coroutine<Integer> runsOnALoop() {
        return done(run(load(1))); // WARNING: [blocking-call] Javait.run() blocks the event loop's thread, and every other task with it; it fails here
    }

    void dropsWhatFunctionsMake(Supplier<Coroutine<Integer>> make, Function<Integer, AsyncIterable<Integer>> count, Callable<Coroutine<Integer>> call)
            throws Exception {
        make.get(); // WARNING: [coroutine-dropped] nobody runs the coroutine that get() makes here
        count.apply(1); // WARNING: [coroutine-dropped] nobody goes through the generator that apply() makes here
        call.call(); // WARNING: [coroutine-dropped]
    }

    @Async
    Coroutine<Integer> releasesOnAnotherWay(boolean early) {
        lock.lock(); // WARNING: [lock-held]
        if (early) {
            lock.unlock();
            return done(await(load(0)));
        }
        int x = await(load(1));
        lock.unlock();
        return done(x);
    }

    @Async
    Coroutine<Void> holdsOneOfTwo(Lock other) {
        Lock mine = lock;
        mine.lock(); // WARNING: [lock-held]
        other.lock();
        other.unlock();
        await(yieldNow());
        return done();
    }

    @Async
    Coroutine<Void> dropsWhatIsAwaited() {
        await(async(() -> load(1))); // WARNING: [coroutine-dropped] nobody runs the coroutine that comes out of the await here; await it
        await(createTask(async(() -> load(2)))); // WARNING: [coroutine-dropped]
        await(await(async(() -> load(3))));
        return done();
    }

    @Async
    Coroutine<Void> holdsWhileAGroupCloses(Coroutine<Void> work) {
        this.lock.lock(); // WARNING: [lock-held] this.lock belongs to the thread
        try (var group = TaskGroup.open()) {
            group.spawn(work);
        } finally {
            lock.unlock();
        }
        if (!lock.tryLock()) return done(); // WARNING: [lock-held]
        await(yieldNow());
        lock.unlock();
        return done();
    }

    @Async
    Coroutine<Void> swallowsWhatResourcesAwait(AsyncLock ours, Coroutine<Void> work) {
        while (true) {
            try (var held = await(ours.acquire())) {
                System.out.println(held);
            } catch (Throwable t) { // WARNING: [cancellation-swallowed]
                System.out.println(t);
            }
            try {
                try (var group = TaskGroup.open()) {
                    group.spawn(work);
                }
            } catch (Throwable t) { // WARNING: [cancellation-swallowed]
                System.out.println(t);
            }
        }
    }

    @Async
    Coroutine<Void> holds() {
        lock.lock(); // WARNING: [lock-held] lock belongs to the thread
        try {
            await(yieldNow());
        } finally {
            lock.unlock();
        }
        rows.readLock().lock(); // WARNING: [lock-held] rows.readLock() belongs to the thread
        await(yieldNow());
        rows.readLock().unlock();
        if (lock.tryLock()) { // WARNING: [lock-held]
            try {
                for (int i : awaitEach(all())) System.out.println(i);
            } finally {
                lock.unlock();
            }
        }
        return done();
    }
}
