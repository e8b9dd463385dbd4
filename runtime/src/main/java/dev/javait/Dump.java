package dev.javait;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks as text: each with what it waits for and where, below it the tasks that it awaits, through gatherings, groups and the like too. A task that several
 * await is shown once. Tasks that await one another in a ring are named first.
 */
final class Dump {
    private static final String NEW_LINE = System.lineSeparator();

    private final Map<Task<?>, Set<Task<?>>> awaited = new LinkedHashMap<>();
    private final Set<Task<?>> shown = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private Dump(List<Task<?>> tasks) {
        for (Task<?> task : tasks) {
            awaited.put(task, tasksBehind(task));
        }
    }

    /** Begins with a line break, if there is a task at all. */
    static String of(List<Task<?>> tasks) {
        Dump dump = new Dump(tasks);
        dump.rings();
        dump.trees();
        return dump.text.toString();
    }

    /** The pending tasks that a task awaits: the first ones on every way, in the order in which they were named. */
    private static Set<Task<?>> tasksBehind(Task<?> task) {
        Set<Task<?>> found = new LinkedHashSet<>();
        Set<Completion<?>> seen = new HashSet<>();
        Deque<Completion<?>> ways = new ArrayDeque<>(task.parts());
        while (!ways.isEmpty()) {
            Completion<?> next = ways.poll();
            if (next.isDone() || !seen.add(next)) {
                continue;
            }
            if (next instanceof Task<?> behind) {
                found.add(behind);
            } else {
                ways.addAll(next.parts());
            }
        }
        return found;
    }

    /** Goes down every way once. A task that is met again on the way to itself closes a ring. */
    private void rings() {
        Set<Task<?>> seen = new HashSet<>();
        for (Task<?> root : awaited.keySet()) {
            LinkedHashSet<Task<?>> path = new LinkedHashSet<>();
            Deque<Iterator<Task<?>>> ways = new ArrayDeque<>();
            Deque<Task<?>> at = new ArrayDeque<>();
            if (seen.add(root)) {
                path.add(root);
                at.push(root);
                ways.push(behind(root).iterator());
            }
            while (!ways.isEmpty()) {
                Iterator<Task<?>> way = ways.element();
                if (!way.hasNext()) {
                    ways.pop();
                    path.remove(at.pop());
                    continue;
                }
                Task<?> next = way.next();
                if (path.contains(next)) {
                    ring(path, next);
                } else if (seen.add(next)) {
                    path.add(next);
                    at.push(next);
                    ways.push(behind(next).iterator());
                }
            }
        }
    }

    private void ring(Set<Task<?>> path, Task<?> from) {
        text.append(NEW_LINE).append("  these await one another: ");
        path.stream()
                .dropWhile(task -> task != from)
                .forEach(task -> text.append(task.name()).append(" awaits "));
        text.append(from.name());
    }

    private Set<Task<?>> behind(Task<?> task) {
        return awaited.getOrDefault(task, Set.of());
    }

    private void trees() {
        Set<Task<?>> below = new HashSet<>();
        awaited.values().forEach(below::addAll);
        for (Task<?> task : awaited.keySet()) {
            if (!below.contains(task)) {
                show(task);
            }
        }
        // Those that are only below one another.
        awaited.keySet().forEach(this::show);
    }

    private record Line(Task<?> task, int depth) {}

    private void show(Task<?> root) {
        if (shown.contains(root)) {
            return;
        }
        Deque<Line> lines = new ArrayDeque<>(List.of(new Line(root, 1)));
        while (!lines.isEmpty()) {
            Line line = lines.pop();
            if (show(line)) {
                List<Task<?>> behind = new ArrayList<>(behind(line.task));
                Collections.reverse(behind);
                behind.forEach(next -> lines.push(new Line(next, line.depth + 1)));
            }
        }
    }

    /** Whether it is shown the first time. */
    private boolean show(Line line) {
        String indent = "  ".repeat(Math.min(line.depth, 50));
        text.append(NEW_LINE).append(indent).append(line.task);
        if (!shown.add(line.task)) {
            text.append(", see above");
            return false;
        }
        Object waitingFor = line.task.awaited();
        if (waitingFor != null) {
            text.append(", waiting for ").append(waitingFor);
        }
        for (StackTraceElement place : line.task.stack()) {
            text.append(NEW_LINE).append(indent).append("  at ").append(place);
        }
        return true;
    }
}
