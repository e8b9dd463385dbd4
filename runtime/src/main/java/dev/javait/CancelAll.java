package dev.javait;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cancels many tasks at once, with the effect of handing a request to one after the other, in time that grows with the number of tasks and of the things they wait
 * for, and without recursion. One after the other, each request would walk the whole chain of those that the task waits for.
 *
 * <p>A request that comes to a task for the first time goes on to what that waits for, at once. Of each later one only the count is kept there, and in
 * the end the counts flow on, every task once: nothing runs meanwhile, so nobody can tell. Things that wait for one another in a ring are gone through once.
 */
final class CancelAll {
    /** A task or gathering that a request has come to. */
    private static final class Node {
        final Completion<?> subject;

        /** What its requests go on to, as often as they do. */
        final List<Node> next = new ArrayList<>();

        /** Its parts that are to be looked at yet. */
        final Deque<Completion<?>> parts;

        /** Whether anything takes the first request, and whether anything takes the later ones: promises do not. */
        boolean taken;

        boolean takenAgain;

        /** Requests after the first. */
        int later;

        Node(Completion<?> subject) {
            this.subject = subject;
            this.parts = new ArrayDeque<>(subject.parts());
        }
    }

    private final Map<Completion<?>, Node> nodes = new IdentityHashMap<>();

    /** The nodes, each after those that its requests go on to. */
    private final List<Node> finished = new ArrayList<>();

    private final @Nullable String message;

    /** Whether anything took a request. */
    boolean taken;

    /** For tests, how much work it was. */
    int steps;

    private CancelAll(@Nullable String message) {
        this.message = message;
    }

    /** Cancels tasks and gatherings, those that are not done. */
    static CancelAll of(Collection<? extends Completion<?>> subjects, @Nullable String message) {
        CancelAll all = new CancelAll(message);
        for (Completion<?> subject : subjects) {
            if (!subject.isDone()) {
                Node node = all.request(subject);
                all.taken |= node.taken || subject instanceof Task<?>;
            }
        }
        all.flow();
        return all;
    }

    private Node request(Completion<?> first) {
        Node known = nodes.get(first);
        if (known != null) {
            known.later++;
            steps++;
            return known;
        }
        Node root = begin(first);
        Deque<Node> path = new ArrayDeque<>();
        path.push(root);
        while (!path.isEmpty()) {
            Node node = path.peek();
            Completion<?> part = node.parts.poll();
            steps++;
            if (part == null) {
                path.pop();
                finish(node);
                if (!path.isEmpty()) {
                    took(path.peek(), node);
                }
            } else if (!part.isDone()) {
                Node below = handOn(node, part);
                if (below != null) {
                    path.push(below);
                }
            }
        }
        return root;
    }

    /** Hands a request on to a part; gives the part's node if that is to be gone through now. */
    private @Nullable Node handOn(Node node, Completion<?> part) {
        if (!(part instanceof Task<?> || part instanceof Gathering<?>)) {
            node.taken |= part.cancel(message);
            return null;
        }
        Node known = nodes.get(part);
        if (known == null) {
            Node fresh = begin(part);
            node.next.add(fresh);
            return fresh;
        }
        node.next.add(known);
        known.later++;
        boolean again = part instanceof Task<?> || known.takenAgain;
        node.taken |= again;
        node.takenAgain |= again;
        return null;
    }

    private Node begin(Completion<?> subject) {
        Node node = new Node(subject);
        nodes.put(subject, node);
        return node;
    }

    private static void took(Node above, Node below) {
        boolean isTask = below.subject instanceof Task<?>;
        above.taken |= isTask || below.taken;
        above.takenAgain |= isTask || below.takenAgain;
    }

    private void finish(Node node) {
        finished.add(node);
        if (node.subject instanceof Task<?> task) {
            task.requested(1, node.taken, message);
        } else if (node.subject instanceof Gathering<?> gathering && node.taken) {
            gathering.cancelWasRequested();
        }
    }

    /** Those that were finished last first, so that a count is whole before it flows on. */
    private void flow() {
        for (int i = finished.size() - 1; i >= 0; i--) {
            Node node = finished.get(i);
            steps++;
            if (node.later == 0) {
                continue;
            }
            if (node.subject instanceof Task<?> task) {
                task.requested(node.later, node.takenAgain, message);
            }
            for (Node next : node.next) {
                next.later += node.later;
            }
        }
    }
}
