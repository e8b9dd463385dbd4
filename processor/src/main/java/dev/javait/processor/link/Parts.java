package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** The parts in which the generated sources are compiled at the same time, each by a compiler of its own. */
final class Parts {
    /** A compiler of its own reads the classes of the JDK anew: what it is given has to be worth that. */
    private static final int ENOUGH = 200;

    private static final int MOST = 4;

    private Parts() {}

    static List<List<StateMachine>> of(List<StateMachine> machines, Nests nests) {
        int most = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        int count = Math.max(1, Math.min(most, machines.size() / ENOUGH));
        return of(machines, machine -> nests.host(Nests.internal(machine.userClass())), count);
    }

    /** Some {@code count} parts. The machines of one nest stay together, since their sources name one another's classes. */
    static List<List<StateMachine>> of(List<StateMachine> machines, Function<StateMachine, String> nest, int count) {
        Map<String, List<StateMachine>> nests = new LinkedHashMap<>();
        for (StateMachine machine : machines) {
            nests.computeIfAbsent(nest.apply(machine), k -> new ArrayList<>()).add(machine);
        }
        List<List<StateMachine>> parts = new ArrayList<>();
        List<StateMachine> part = new ArrayList<>();
        int taken = 0;
        for (List<StateMachine> ofNest : nests.values()) {
            part.addAll(ofNest);
            taken += ofNest.size();
            if ((long) taken * count < (long) machines.size() * (parts.size() + 1)) continue;
            parts.add(part);
            part = new ArrayList<>();
        }
        return parts;
    }

    /** What {@code function} makes of each part, in their order. */
    static <T> List<T> map(List<List<StateMachine>> parts, Function<List<StateMachine>, T> function) {
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (List<StateMachine> part : parts) tasks.add(new FutureTask<>(() -> function.apply(part)));
        for (FutureTask<T> task : tasks.subList(1, tasks.size())) {
            Thread thread = new Thread(task, "javait-link");
            thread.setDaemon(true);
            thread.start();
        }
        tasks.get(0).run();
        List<T> results = new ArrayList<>();
        for (FutureTask<T> task : tasks) results.add(result(task));
        return results;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
