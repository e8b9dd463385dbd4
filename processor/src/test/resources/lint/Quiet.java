package lint;

import static dev.javait.Javait.*;
import static java.time.Duration.ofSeconds;

import dev.javait.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Ordinary code, of which nothing is to be said. */
class Quiet {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Coroutine<Integer>> kept = new HashMap<>();
    private final List<Task<?>> tasks = new ArrayList<>();
    private Coroutine<Integer> field;

    @Async
    Coroutine<Integer> load(int key) {
        await(yieldNow());
        return done(key);
    }

    Quiet configured() {
        return this;
    }

    <C extends Coroutine<?>> C watched(C coroutine) {
        return coroutine;
    }

    void coroutinesThatAreKept(Collection<Coroutine<Integer>> all) {
        Coroutine<Integer> first = load(1);
        field = load(2);
        all.add(load(3));
        kept.put("old", load(4));
        kept.remove("old");
        new AtomicReference<>(first).getAndSet(first);
        watched(first);
        Objects.requireNonNull(first);
        Supplier<Coroutine<Integer>> later = () -> load(5);
        Callable<Object> call = () -> load(6);
        Function<Integer, Coroutine<Integer>> loads = this::load;
        all.forEach(all::remove);
        configured();
        Runnable start = () -> createTask(load(7));
    }

    @Async
    CompletableFuture<Integer> eager() {
        return done(1);
    }

    @Async
    Coroutine<Integer> tasksThatAreKept() {
        Task<Integer> task = createTask(load(1));
        tasks.add(createTask(load(2)));
        createTask(load(3)).onDone(done -> System.out.println(done.result()));
        try (var group = TaskGroup.open()) {
            group.spawn(load(4));
        }
        eager();
        task.cancel();
        List<Integer> both = await(gather(load(5), load(6)));
        return done(both.get(0) + await(task));
    }

    @Async
    Coroutine<Integer> whatOnlyLooksAsIfItBlocked(
            CompletableFuture<Integer> future, Map<String, Integer> map, BlockingQueue<Integer> queue, Path file)
            throws Exception {
        int sum = map.get("x") + await(future) + future.getNow(0) + List.of(1).get(0) + Optional.of(1).get();
        sum += await(toThread(() -> {
            Thread.sleep(1);
            return queue.take() + Files.readString(file).length();
        }));
        Runnable elsewhere = () -> LockSupport.park();
        class Worker extends Thread {
            @Override
            public void run() {
                future.join();
            }
        }
        queue.offer(1);
        queue.poll();
        sum += new ByteArrayInputStream(new byte[1]).read();
        InputStream memory = new ByteArrayInputStream(new byte[1]);
        sum += memory.readNBytes(1).length;
        try (var lines = new BufferedReader(new StringReader("text"))) {
            sum += lines.readLine().length();
        }
        new PriorityBlockingQueue<Integer>().put(1);
        if (Files.exists(file)) System.out.println(file);
        Files.delete(Files.createTempFile("a", "b"));
        String.join(",", List.of("a"));
        Thread.currentThread().interrupt();
        new Semaphore(1).tryAcquire();
        return done(sum);
    }

    int aPlainMethodMayBlock(Future<Integer> future) throws Exception {
        Thread.sleep(1);
        return future.get();
    }

    @Async
    Coroutine<Integer> cancellationsThatGoOn(Coroutine<Integer> work, Task<Integer> task, Promise<Integer> promise)
            throws Throwable {
        try {
            return done(await(work));
        } catch (Exception failed) {
            System.out.println(failed);
        }
        try {
            await(work);
        } catch (Throwable failed) {
            System.out.println(failed);
            throw failed;
        }
        try {
            await(work);
        } catch (CancelledError stopped) {
            throw stopped;
        } catch (Throwable failed) {
            System.out.println(failed);
        }
        try {
            System.out.println("nothing is awaited");
        } catch (Throwable failed) {
            System.out.println(failed);
        }
        try {
            promise.complete(await(work));
        } catch (Throwable failed) {
            promise.fail(failed);
        }
        Throwable first = null;
        try {
            await(work);
        } catch (Throwable failed) {
            first = failed;
        }
        await(yieldNow());
        if (first != null) throw first;
        task.cancel();
        try {
            await(task);
        } catch (CancelledError expected) {
            System.out.println("cancelled");
        }
        try {
            await(work);
        } catch (CancelledError stopped) {
            currentTask().uncancel();
        }
        try {
            await(work);
        } catch (Throwable failed) {
            if (failed instanceof CancelledError) System.out.println("cancelled");
        }
        return done(1);
    }

    @Async
    Coroutine<Void> locksThatAreTried() {
        while (!lock.tryLock()) await(yieldNow());
        try {
            field = null;
        } finally {
            this.lock.unlock();
        }
        if (!(lock.tryLock())) {
            await(yieldNow());
            return done();
        }
        this.lock.unlock();
        await(yieldNow());
        return done();
    }

    @Async
    Coroutine<Void> cancellationByItsWholeName(Coroutine<Void> work) {
        try {
            await(work);
        } catch (Throwable t) {
            if (t instanceof dev.javait.CancelledError) return work;
            System.out.println(t);
        }
        return done();
    }

    @Async
    Coroutine<Integer> locksThatAreFreeWhileItWaits(AsyncLock ours) {
        lock.lock();
        try {
            field = null;
        } finally {
            lock.unlock();
        }
        await(yieldNow());
        lock.lock();
        field = null;
        lock.unlock();
        try (var held = await(ours.acquire())) {
            await(yieldNow());
        }
        return done(1);
    }

    @Async
    Coroutine<Integer> releasesOnEveryWay(boolean early) {
        lock.lock();
        if (early) {
            lock.unlock();
            return done(await(load(0)));
        }
        field = null;
        lock.unlock();
        int x = await(load(1));
        while (true) {
            lock.lock();
            if (x > 2) {
                lock.unlock();
                break;
            }
            x++;
            lock.unlock();
            await(yieldNow());
        }
        lock.lock();
        lock.unlock();
        return done(await(load(x)));
    }

    @Async
    Coroutine<Integer> locksByTwoNames(ReadWriteLock both) {
        Lock write = both.writeLock();
        write.lock();
        try {
            field = null;
        } finally {
            both.writeLock().unlock();
        }
        return done(await(load(1)));
    }

    @Async
    Coroutine<Integer> takesWhatIsThere(CompletableFuture<Integer> a, CompletableFuture<Integer> b, Future<Integer> c)
            throws Exception {
        await(CompletableFuture.allOf(a, b));
        int both = a.join() + b.get();
        while (!c.isDone()) await(sleep(ofSeconds(1)));
        return done(both + c.get());
    }

    @Async
    CompletableFuture<Integer> handsTheFailureOn(CompletableFuture<Integer> a) {
        try {
            return done(await(a));
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    void functionsThatMakeNone(Supplier<String> text, Map<String, Coroutine<Integer>> map, Consumer<Coroutine<Integer>> keep) {
        text.get();
        map.get("a");
        keep.accept(load(1));
    }

    @SuppressWarnings("javait:blocking-call")
    @Async
    Coroutine<Void> silencedOnTheMethod() throws Exception {
        Thread.sleep(1);
        return done();
    }

    @Async
    Coroutine<Void> silencedOnTheVariable() throws Exception {
        @SuppressWarnings("javait:blocking-call")
        Object read = System.in.read();
        return done();
    }

    @SuppressWarnings({"unused", "javait"})
    static class SilencedOnTheClass {
        void drops(Quiet quiet) {
            quiet.load(1);
        }
    }
}
