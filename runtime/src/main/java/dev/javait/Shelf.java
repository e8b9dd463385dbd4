package dev.javait;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What is in an {@link AsyncQueue}, and the order in which it comes out. */
record Shelf<T>(Consumer<T> in, Supplier<T> out, IntSupplier count) {
    private record Ranked<T>(T element, long number) {}

    void add(T element) {
        in.accept(element);
    }

    T remove() {
        return out.get();
    }

    int size() {
        return count.getAsInt();
    }

    static <T> Shelf<T> fifo() {
        ArrayDeque<T> elements = new ArrayDeque<>();
        return new Shelf<>(elements::addLast, elements::removeFirst, elements::size);
    }

    static <T> Shelf<T> lifo() {
        ArrayDeque<T> elements = new ArrayDeque<>();
        return new Shelf<>(elements::addLast, elements::removeLast, elements::size);
    }

    /** The least first, and of equal ones the one that came first. */
    static <T> Shelf<T> sorted(Comparator<? super T> order) {
        PriorityQueue<Ranked<T>> elements = new PriorityQueue<>((a, b) -> {
            int byOrder = order.compare(a.element, b.element);
            return byOrder != 0 ? byOrder : Long.compare(a.number, b.number);
        });
        long[] made = {0};
        return new Shelf<>(
                element -> elements.add(new Ranked<>(element, made[0]++)),
                () -> elements.remove().element,
                elements::size);
    }
}
