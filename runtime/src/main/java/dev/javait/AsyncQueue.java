package dev.javait;

import dev.javait.frame.Driver;
import dev.javait.frame.LibraryFrame;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands elements from tasks to tasks: whoever puts one waits while it is full, whoever gets one waits while it is empty; asyncio's {@code Queue},
 * {@code PriorityQueue} and {@code LifoQueue}. For tasks of one loop, not for threads; a thread goes by {@code loop.execute(() -> queue.offer(x))}.
 * {@link #offer}, {@link #poll}, {@link #taskDone} and {@link #shutdown} on another thread than that of the loop to which it belongs, in which a task
 * waited for it first, are an {@link IllegalStateException} while that runs.
 *
 * <pre>
 *           shutdown
 *   OPEN -------------&gt; SHUT DOWN: nothing comes in any more; what is in comes out, and then getting fails
 * </pre>
 *
 * @param <T> the type of the elements; null is none
 */
public final class AsyncQueue<T> {
    private static final long PUT =
            Driver.number("dev/javait/AsyncQueue.put(Ljava/lang/Object;)Ldev/javait/Coroutine;");
    private static final long GET = Driver.number("dev/javait/AsyncQueue.get()Ldev/javait/Coroutine;");

    private final int capacity;
    private final Shelf<T> elements;
    private final Home home = new Home(this);
    private final Line getters = new Line(this, home);
    private final Line putters = new Line(this, home);
    private final AsyncEvent finished = new AsyncEvent();

    /** The turns that served last, for the next to wait. */
    private @Nullable GetTurn lastGetter;

    private @Nullable PutTurn<T> lastPutter;
    private int unfinished;
    private boolean shutDown;

    /** A queue that is never full: first in, first out. */
    public AsyncQueue() {
        this(0);
    }

    /**
     * A queue that is full with {@code capacity} elements: first in, first out.
     *
     * @param capacity zero or less for no limit, as asyncio's {@code maxsize}
     */
    public AsyncQueue(int capacity) {
        this(capacity, Shelf.fifo());
    }

    private AsyncQueue(int capacity, Shelf<T> elements) {
        this.capacity = capacity;
        this.elements = elements;
        finished.set();
    }

    /**
     * A queue out of which the least element comes first, and of equal ones the one that came first; asyncio's {@code PriorityQueue}.
     *
     * @param capacity zero or less for no limit
     * @param order asked when an element goes in or comes out; must not fail
     */
    public static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
        return new AsyncQueue<>(capacity, Shelf.sorted(order));
    }

    /**
     * A queue out of which the last element comes first; asyncio's {@code LifoQueue}.
     *
     * @param capacity zero or less for no limit
     */
    public static <T> AsyncQueue<T> lifo(int capacity) {
        return new AsyncQueue<>(capacity, Shelf.lifo());
    }

    /**
     * Puts an element in when there is room; asyncio's {@code put}. If there is, nothing waits and nobody else runs. A task that is cancelled while it waits has
     * put nothing in; if there was room for it, the next one gets that.
     *
     * @return a coroutine that fails with {@link QueueShutDownException} if the queue is shut down, also while it waits
     * @throws NullPointerException at once, if {@code element} is null
     */
    @SuppressWarnings("unchecked") // as the call passes it on
    public Coroutine<@Nullable Void> put(T element) {
        checked(element);
        Driver driver = Driver.direct(PUT);
        if (driver == null) {
            return new Put<>(this, element);
        }
        return (Coroutine<@Nullable Void>) Driver.passed(putOrWait((EventLoop) driver, element), driver);
    }

    /**
     * Takes an element out when there is one; asyncio's {@code get}. If there is, nothing waits and nobody else runs. A task that is cancelled while it waits has taken
     * nothing out; if there was an element for it, the next one gets that.
     *
     * @return a coroutine that fails with {@link QueueShutDownException} if the queue is shut down and empty, also while it waits
     */
    @SuppressWarnings("unchecked") // as the call passes it on
    public Coroutine<T> get() {
        Driver driver = Driver.direct(GET);
        if (driver == null) {
            return new Get<>(this);
        }
        return (Coroutine<T>) Driver.passed(takeOrWait((EventLoop) driver), driver);
    }

    /**
     * Puts an element in if there is room; asyncio's {@code put_nowait}.
     *
     * @return false if there is none; asyncio's throws {@code QueueFull}
     * @throws QueueShutDownException if the queue is shut down
     * @throws NullPointerException if {@code element} is null
     */
    public boolean offer(T element) {
        checkThread();
        return add(checked(element));
    }

    private boolean add(T element) {
        if (shutDown) {
            throw isShutDown();
        }
        if (isFull()) {
            return false;
        }
        elements.add(element);
        if (unfinished++ == 0) {
            finished.clear();
        }
        getters.dismissOne();
        return true;
    }

    /**
     * Takes an element out if there is one; asyncio's {@code get_nowait}.
     *
     * @return it, or empty if there is none; asyncio's throws {@code QueueEmpty}
     * @throws QueueShutDownException if the queue is shut down and empty
     */
    public Optional<T> poll() {
        checkThread();
        return Optional.ofNullable(take());
    }

    private @Nullable T take() {
        if (!isEmpty()) {
            T element = elements.remove();
            putters.dismissOne();
            return element;
        }
        if (shutDown) {
            throw isShutDown();
        }
        return null;
    }

    /**
     * Says that an element that was taken out is dealt with; {@link #join} counts. asyncio's {@code task_done}.
     *
     * @throws IllegalStateException if it was said for every element already
     */
    public void taskDone() {
        checkThread();
        if (unfinished == 0) {
            throw new IllegalStateException("taskDone() was called for more elements than were put into the " + this
                    + "; call it once for each element");
        }
        finish();
    }

    private void finish() {
        unfinished--;
        if (unfinished == 0) {
            finished.set();
        }
    }

    /** Waits until {@link #taskDone} was said for every element that was put in; asyncio's {@code join}. A task that is cancelled just leaves. */
    public Coroutine<@Nullable Void> join() {
        return finished.awaitSet();
    }

    /** How many elements are in it; asyncio's {@code qsize}. */
    public int size() {
        return elements.size();
    }

    /** Whether it has as many elements as it may; asyncio's {@code full}. */
    public boolean isFull() {
        return capacity > 0 && size() >= capacity;
    }

    /** Whether it has no elements; asyncio's {@code empty}. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Lets nothing in any more: everybody who puts fails with {@link QueueShutDownException}, and everybody who gets, once it is empty. asyncio's {@code shutdown}, since
     * Python 3.13.
     *
     * @param immediate whether to drop what is in it, as if it were taken out and dealt with, so that {@link #join} does not wait for it
     */
    public void shutdown(boolean immediate) {
        checkThread();
        shutDown = true;
        while (immediate && !isEmpty()) {
            elements.remove();
            if (unfinished > 0) {
                finish();
            }
        }
        getters.dismissAll();
        putters.dismissAll();
    }

    @Override
    public String toString() {
        return (shutDown ? "shut down queue with " : "queue with ") + size() + (capacity > 0 ? " of " + capacity : "")
                + " elements";
    }

    private void checkThread() {
        home.checkThread();
    }

    private T checked(@Nullable T element) {
        if (element == null) {
            throw new NullPointerException(
                    "null cannot be put into a " + this + "; use an Optional, or an element of your own for nothing");
        }
        return element;
    }

    private QueueShutDownException isShutDown() {
        return new QueueShutDownException(this + " takes and gives nothing any more");
    }

    /** The element or, if there is none yet, what says that the task waits. */
    private Object takeOrWait(EventLoop here) {
        home.checkThread(here);
        T element = take();
        return element != null ? element : getters.await(getTurn(here));
    }

    private @Nullable Object putOrWait(EventLoop here, T element) {
        home.checkThread(here);
        return add(element) ? null : putters.await(putTurn(here, element));
    }

    private GetTurn getTurn(EventLoop loop) {
        home.belongTo(loop);
        GetTurn last = lastGetter;
        if (last == null || !last.take()) {
            last = new GetTurn(loop, this);
            lastGetter = last;
        }
        return last;
    }

    private PutTurn<T> putTurn(EventLoop loop, T element) {
        home.belongTo(loop);
        PutTurn<T> last = lastPutter;
        if (last == null || !last.take()) {
            last = new PutTurn<>(loop, this);
            lastPutter = last;
        }
        last.element = element;
        return last;
    }

    private static final class Put<T> extends LibraryFrame<@Nullable Void> {
        private final AsyncQueue<T> queue;
        private final T element;

        Put(AsyncQueue<T> queue, T element) {
            this.queue = queue;
            this.element = element;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) {
            return queue.putOrWait(EventLoop.running("AsyncQueue.put"), element);
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncQueue", "put");
        }
    }

    /** Waits for room, and then puts; or waits again, if somebody else was faster. */
    private static final class PutTurn<T> extends LeafTurn {
        private final AsyncQueue<T> queue;
        private @Nullable T element;

        PutTurn(EventLoop loop, AsyncQueue<T> queue) {
            super(loop, queue);
            this.queue = queue;
        }

        @Override
        public @Nullable Object arrive(@Nullable Throwable error) throws Throwable {
            T mine = queue.checked(element);
            element = null;
            if (error != null) {
                queue.putters.pass(this, !queue.isFull());
                throw error;
            }
            keep();
            return queue.putOrWait(loop, mine);
        }

        @Override
        public StackTraceElement location() {
            return Places.in("AsyncQueue", "put");
        }
    }

    private static final class Get<T> extends LibraryFrame<T> {
        private final AsyncQueue<T> queue;

        Get(AsyncQueue<T> queue) {
            this.queue = queue;
        }

        @Override
        protected Object resume(int state, @Nullable Object value, @Nullable Throwable error) {
            return queue.takeOrWait(EventLoop.running("AsyncQueue.get"));
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncQueue", "get");
        }
    }

    /** Waits for an element, and then takes it; or waits again, if somebody else was faster. */
    private static final class GetTurn extends LeafTurn {
        GetTurn(EventLoop loop, AsyncQueue<?> queue) {
            super(loop, queue);
        }

        @Override
        public Object arrive(@Nullable Throwable error) throws Throwable {
            AsyncQueue<?> queue = (AsyncQueue<?>) subject;
            if (error != null) {
                queue.getters.pass(this, !queue.isEmpty());
                throw error;
            }
            keep();
            return queue.takeOrWait(loop);
        }

        @Override
        public StackTraceElement location() {
            return Places.in("AsyncQueue", "get");
        }
    }
}
