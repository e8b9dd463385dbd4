package differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program without a word of Javait. */
public class Ordinary {
    interface Shape {
        double area();

        default String describe(int digits) {
            return getClass().getSimpleName() + String.format(" %." + digits + "f", area());
        }
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    enum Operator implements BinaryOperator<Integer> {
        PLUS {
            @Override
            public Integer apply(Integer a, Integer b) {
                return a + b;
            }
        },
        SHIFT {
            @Override
            public Integer apply(Integer a, Integer b) {
                int shifted = a;
                shifted <<= b;
                return shifted;
            }
        }
    }

    /** A list whose iterator is an inner class. */
    static class Chain<E extends Comparable<? super E>> implements Iterable<E> {
        private Link<E> first;
        private int size;

        private static final class Link<E> {
            final E value;
            Link<E> next;

            Link(E value, Link<E> next) {
                this.value = value;
                this.next = next;
            }
        }

        Chain<E> with(E value) {
            if (first == null || value.compareTo(first.value) <= 0) {
                first = new Link<>(value, first);
            } else {
                Link<E> link = first;
                while (link.next != null && link.next.value.compareTo(value) < 0) link = link.next;
                link.next = new Link<>(value, link.next);
            }
            size++;
            return this;
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<>() {
                private Link<E> next = first;

                @Override
                public boolean hasNext() {
                    return next != null;
                }

                @Override
                public E next() {
                    if (!hasNext()) throw new NoSuchElementException("behind " + size);
                    E value = next.value;
                    next = next.next;
                    return value;
                }
            };
        }
    }

    private static final StringBuilder TRACE = new StringBuilder();

    static final class Door implements AutoCloseable {
        private final String name;

        Door(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            TRACE.append('<').append(name);
            if (name.isEmpty()) throw new IllegalStateException("no name");
        }
    }

    static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    static long digits(String text) {
        long number = 0;
        scan:
        for (int i = 0, sign = 1; ; i++) {
            if (i >= text.length()) return sign * number;
            char c = text.charAt(i);
            switch (c) {
                case '-':
                    sign = -sign;
                case '_':
                    continue scan;
                case '.':
                    break scan;
                default:
                    if (c < '0' || c > '9') throw new NumberFormatException(text + " at " + i);
                    number = number * 10 + (c - '0');
            }
        }
        return number;
    }

    static String through(String name, int what) {
        try (Door outer = new Door(name);
                var inner = new Door("in")) {
            if (what == 0) return "returned";
            if (what == 1) throw new IllegalArgumentException("thrown");
            int[] none = {};
            none[what]++;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return e.getMessage() + Stream.of(e.getSuppressed()).map(Throwable::getMessage).collect(Collectors.toList());
        } finally {
            TRACE.append('|');
        }
        return "never";
    }

    static <K, V extends Comparable<V>> List<K> byValue(Map<? extends K, V> map) {
        List<Map.Entry<? extends K, V>> entries = new ArrayList<>(map.entrySet());
        entries.sort(Comparator.comparing(Map.Entry::getValue));
        List<K> keys = new ArrayList<>();
        for (Map.Entry<? extends K, V> entry : entries) keys.add(entry.getKey());
        return keys;
    }

    static Map<Integer, List<String>> grouped(String... words) {
        return Stream.of(words)
                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.mapping(w -> w + "!", Collectors.toList())));
    }

    int count;

    byte narrow(int... values) {
        byte sum = 100;
        for (int value : values) {
            sum += value;
            this.count++;
        }
        sum >>>= 1;
        return sum;
    }

    static String name(Object value) {
        if (value instanceof Integer number && number > 3) return "large " + number;
        if (!(value instanceof CharSequence text)) return "other";
        return switch (text.length()) {
            case 0 -> "empty";
            case 1, 2 -> {
                String twice = text.toString().repeat(2);
                yield "short " + twice;
            }
            default -> "text " + text.charAt(0);
        };
    }

    synchronized Function<Integer, Integer> adder(int amount) {
        int base = count + amount;
        class Adder implements Function<Integer, Integer> {
            @Override
            public Integer apply(Integer x) {
                return x + base + count;
            }
        }
        return new Adder().andThen(sum -> sum * 2);
    }

    public static void main(String[] args) throws Exception {
        for (Shape shape : List.of(new Circle(2), new Square(1.5))) System.out.println(shape.describe(3));
        for (Operator operator : Operator.values()) System.out.println(operator + " " + operator.apply(5, 3));
        var chain = new Chain<String>().with("pear").with("apple").with("plum");
        for (String fruit : chain) System.out.print(fruit + (fruit.equals("plum") ? "\n" : ", "));
        System.out.println(fibonacci(12) + " " + digits("-1_234") + " " + digits("5.6"));
        try {
            digits("12x");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
        for (int what = 0; what < 3; what++) System.out.println(through("a", what));
        for (int what = 1; what < 3; what++) System.out.println(through("", what));
        System.out.println(TRACE);
        Map<String, Integer> ages = new HashMap<>();
        for (String word : "one three five eleven".split(" ")) ages.merge(word, word.length(), Integer::sum);
        System.out.println(byValue(ages).size() + " " + grouped("a", "bb", "cc", "d"));
        Ordinary ordinary = new Ordinary();
        System.out.println(ordinary.narrow(20, 30, 1) + " " + ordinary.adder(4).apply(1));
        System.out.println(name(7) + name(2) + name("") + name("xy") + name(new StringBuilder("long")));
    }
}
