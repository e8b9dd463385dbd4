package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.waitAll;
import static dev.javait.Script.script;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsyncioQueueTest extends AsyncioTrace {
    private Task<?> a;
    private Task<?> b;

    private Script<Object> producer(AsyncQueue<Object> queue) {
        Script<Object> producer = script("producer");
        for (int i = 0; i < 5; i++) {
            int n = i;
            producer.await(() -> queue.put(n)).run(() -> say("put", n, queue.size()));
        }
        return producer.run(() -> say("producer ends"));
    }

    private Script<Object> consumer(AsyncQueue<Object> queue, String name, int n) {
        Script<Object> consumer = script(name);
        for (int i = 0; i < n; i++) {
            consumer.await(queue::get, element -> {
                say(name, "got", element, queue.size());
                queue.taskDone();
            });
        }
        return consumer.run(() -> say(name, "ends"));
    }

    private Script<Object> put(AsyncQueue<Object> queue, String name) {
        return script(name).await(() -> queue.put(name)).run(() -> say("put", name));
    }

    @Test
    void queue_() {
        AsyncQueue<Object> queue = new AsyncQueue<>(2);
        Script<Object> main = script("main");
        main.await(() -> gather(producer(queue), consumer(queue, "a", 2), consumer(queue, "b", 3)))
                .await(queue::join)
                .run(() -> say("joined", queue.isEmpty(), queue.isFull()))
                .run(() -> {
                    a = createTask(consumer(queue, "one", 1));
                    b = createTask(consumer(queue, "two", 1));
                })
                .turns(1)
                .run(() -> {
                    queue.offer("x");
                    a.cancel();
                })
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> say(a.isCancelled(), b.isCancelled()))
                .run(() -> {
                    queue.offer(1);
                    queue.offer(2);
                    a = createTask(put(queue, "one"));
                    b = createTask(put(queue, "two"));
                })
                .turns(1)
                .run(() -> {
                    say(queue.poll().orElseThrow());
                    a.cancel();
                })
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> {
                    say(a.isCancelled(), b.isCancelled(), queue.isFull());
                    say(queue.offer("no room") ? "room" : "full");
                    say(queue.poll().orElseThrow(), queue.poll().orElseThrow());
                    say(queue.poll().isPresent() ? "more" : "empty");
                })
                .run(() -> {
                    a = createTask(consumer(queue, "woken", 1));
                    b = createTask(consumer(queue, "other", 1));
                })
                .turns(1)
                .run(() -> queue.offer("a"))
                .await(queue::get, element -> say("newcomer got", element))
                .turns(1)
                .run(() -> {
                    queue.offer("b");
                    queue.offer("c");
                })
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> a = createTask(script("joiner").await(queue::join).run(() -> say("joined"))))
                .turns(1)
                .run(() -> {
                    for (int i = 0; i < 4; i++) {
                        queue.taskDone();
                    }
                    say("not yet");
                })
                .turns(1)
                .run(() -> say(a.isDone()))
                .await(() -> a)
                .run(queue::taskDone)
                .recover(IllegalStateException.class, e -> say("once too often"));
        main.await(() -> threeOutOf(AsyncQueue.priority(0, Comparator.naturalOrder())))
                .await(() -> threeOutOf(AsyncQueue.lifo(0)));
        run(main);
    }

    private Script<Object> threeOutOf(AsyncQueue<Integer> queue) {
        Integer[] got = new Integer[3];
        Script<Object> script = script("three");
        for (int i = 0; i < 3; i++) {
            int at = i;
            script.run(() -> queue.offer(List.of(3, 1, 2).get(at)));
        }
        for (int i = 0; i < 3; i++) {
            int at = i;
            script.await(queue::get, (Integer element) -> got[at] = element);
        }
        return script.run(() -> say((Object[]) got));
    }

    private Script<Object> get(AsyncQueue<Integer> queue, String name) {
        return script(name)
                .await(queue::get, element -> say(name, "got", element))
                .recover(QueueShutDownException.class, e -> say(name, "shut down"));
    }

    private Script<Object> put(AsyncQueue<Integer> queue, int element) {
        return script("put")
                .await(() -> queue.put(element))
                .run(() -> say("put", element))
                .recover(QueueShutDownException.class, e -> say("put", element, "shut down"));
    }

    @Test
    void queue_shutdown() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(2);
        AsyncQueue<Integer> second = new AsyncQueue<>();
        AsyncQueue<Integer> third = new AsyncQueue<>();
        run(script("main")
                .await(() -> queue.put(1))
                .await(() -> queue.put(2))
                .run(() -> a = createTask(put(queue, 3)))
                .turns(1)
                .run(() -> queue.shutdown(false))
                .await(() -> a)
                .await(() -> put(queue, 4))
                .await(() -> get(queue, "a"))
                .await(() -> get(queue, "b"))
                .await(() -> get(queue, "c"))
                .run(queue::poll)
                .recover(QueueShutDownException.class, e -> say("get_nowait shut down"))
                .run(() -> queue.offer(5))
                .recover(QueueShutDownException.class, e -> say("put_nowait shut down"))
                .run(() -> {
                    a = createTask(get(second, "d"));
                    b = createTask(get(second, "e"));
                })
                .turns(1)
                .run(() -> second.shutdown(false))
                .await(() -> waitAll(List.of(a, b)))
                .await(() -> third.put(1))
                .await(() -> third.put(2))
                .await(() -> get(third, "f"))
                .run(() -> a = createTask(script("joiner").await(third::join).run(() -> say("joined"))))
                .turns(1)
                .run(() -> third.shutdown(true))
                .await(() -> get(third, "g"))
                .turns(1)
                .run(() -> say("the one that was taken out counts", a.isDone(), third.size()))
                .run(third::taskDone)
                .await(() -> a));
    }
}
