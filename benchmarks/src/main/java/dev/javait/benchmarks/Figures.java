package dev.javait.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured of one thing: some values of the same kind. */
final class Figures {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    double median() {
        return quantile(0.5);
    }

    double min() {
        return quantile(0);
    }

    /** Half the distance between the quartiles, as a part of the median. */
    double spread() {
        double median = median();
        return median == 0 ? 0 : (quantile(0.75) - quantile(0.25)) / 2 / median;
    }

    private double quantile(double q) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
