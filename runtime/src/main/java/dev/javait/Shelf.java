package dev.javait;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is in an {@link AsyncQueue}, and the order in which it comes out. */
abstract sealed class Shelf<T> {
    abstract void add(T element);

    /** The next one; only when there is one. */
    abstract T remove();

    abstract int size();

    static <T> Shelf<T> fifo() {
        return new Fifo<>();
    }

    static <T> Shelf<T> lifo() {
        return new Lifo<>();
    }

    /** The least first, and of equal ones the one that came first. */
    static <T> Shelf<T> sorted(Comparator<? super T> order) {
        return new Sorted<>(order);
    }

    private static final class Fifo<T> extends Shelf<T> {
        private final ArrayDeque<T> elements = new ArrayDeque<>();

        @Override
        void add(T element) {
            elements.addLast(element);
        }

        @Override
        T remove() {
            return elements.removeFirst();
        }

        @Override
        int size() {
            return elements.size();
        }
    }

    private static final class Lifo<T> extends Shelf<T> {
        private final ArrayDeque<T> elements = new ArrayDeque<>();

        @Override
        void add(T element) {
            elements.addLast(element);
        }

        @Override
        T remove() {
            return elements.removeLast();
        }

        @Override
        int size() {
            return elements.size();
        }
    }

    private static final class Sorted<T> extends Shelf<T> {
        private final PriorityQueue<Ranked<T>> elements;
        private long made;

        private record Ranked<T>(T element, long number) {}

        Sorted(Comparator<? super T> order) {
            elements = new PriorityQueue<>((a, b) -> {
                int byOrder = order.compare(a.element, b.element);
                return byOrder != 0 ? byOrder : Long.compare(a.number, b.number);
            });
        }

        @Override
        void add(T element) {
            elements.add(new Ranked<>(element, made++));
        }

        @Override
        T remove() {
            return elements.remove().element;
        }

        @Override
        int size() {
            return elements.size();
        }
    }
}
