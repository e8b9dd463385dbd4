package dev.javait.processor.passes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the little programs of these tests act upon. Every call leaves an event in the trail, and gives, or fails with, what a random
 * generator says: so two runs with the same seed agree exactly as long as they do the same things in the same order.
 */
final class World {
    private static final int MOST_EVENTS = 250;
    private static final int MOST_ROUNDS = 20_000;

    private final List<String> trail = new ArrayList<>();
    private final Random chance;
    private int objects;
    private int rounds;

    World(long seed) {
        chance = new Random(seed);
    }

    List<String> trail() {
        return trail;
    }

    /** Ends a run that is long enough; no program can catch it. */
    static final class Enough extends Error {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** The failures that programs throw and catch. */
    static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int id;

        Failure(int id) {
            super(null, null, true, false);
            this.id = id;
        }

        @Override
        public String toString() {
            return getClass().getSimpleName() + "#" + id;
        }
    }

    static final class Red extends Failure {
        private static final long serialVersionUID = 1;

        Red(int id) {
            super(id);
        }
    }

    static final class Blue extends Failure {
        private static final long serialVersionUID = 1;

        Blue(int id) {
            super(id);
        }
    }

    /** What a failed assertion throws. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String words) {
            super(words, null, true, false);
        }
    }

    /** An object with identity and, for some kinds, a field. */
    static final class Thing {
        final String kind;
        final int id;
        Object field = 1;

        Thing(String kind, int id) {
            this.kind = kind;
            this.id = id;
        }

        @Override
        public String toString() {
            return kind + "#" + id;
        }
    }

    /** Awaiting it makes a value of {@code kind}. */
    record Later(String kind, String id) {}

    void event(String event) {
        if (trail.size() >= MOST_EVENTS) throw new Enough();
        trail.add(event);
    }

    /** Ends a loop in which nothing ever happens. */
    void round() {
        if (++rounds > MOST_ROUNDS) throw new Enough();
    }

    boolean chance(int outOf) {
        return chance.nextInt(outOf) == 0;
    }

    /** Leaves an event and perhaps fails. */
    void step(String event) {
        event(event);
        if (chance(14)) throw failure();
    }

    Failure failure() {
        int id = objects++;
        return switch (chance.nextInt(3)) {
            case 0 -> new Red(id);
            case 1 -> new Blue(id);
            default -> new Failure(id);
        };
    }

    Object await(Object awaitable) {
        var later = (Later) Values.present(awaitable);
        step("await " + later.id());
        return make(later.kind());
    }

    /** A value of a kind; references are null now and then. */
    Object make(String kind) {
        boolean absent = chance(10);
        return switch (kind) {
            case "int", "call" -> chance.nextInt(4);
            case "bool" -> chance.nextInt(5) < 3;
            case "str" -> absent ? null : "s" + chance.nextInt(3);
            case "boxed" -> absent ? (Object) null : (Object) chance.nextInt(4);
            case "arr" -> absent ? null : new int[] {chance.nextInt(9), chance.nextInt(9), chance.nextInt(9)};
            case "err" -> failure();
            case "nothing" -> null;
            default -> absent ? null : new Thing(kind, objects++);
        };
    }

    /** A function of the world: {@code name(args)}. */
    Object call(String name, List<Object> args) {
        String shown = name + args.stream().map(World::show).collect(Collectors.joining(" ", "(", ")"));
        step(shown);
        if (name.startsWith("later_")) return new Later(name.substring("later_".length()), shown);
        return name.equals("act") ? null : make(name);
    }

    /** A method of an object: {@code receiver.name(args)}. */
    Object invoke(Object receiver, String name, List<Object> args) {
        if (receiver == null) throw new NullPointerException(name);
        switch (name) {
            case "addSuppressed" -> {
                ((Throwable) receiver).addSuppressed((Throwable) args.get(0));
                return null;
            }
            case "equals" -> {
                return receiver.equals(args.get(0));
            }
            case "hasNext" -> {
                return ((Iterator<?>) receiver).hasNext();
            }
            case "next" -> {
                return ((Iterator<?>) receiver).next();
            }
            default -> {
                String shown = receiver + "." + name
                        + args.stream().map(World::show).collect(Collectors.joining(" ", "(", ")"));
                step(shown);
                return result((Thing) receiver, name, shown);
            }
        }
    }

    private Object result(Thing receiver, String name, String shown) {
        return switch (name) {
            case "iterator" -> receiver.kind.equals("list") ? elements(receiver) : receiver;
            case "moveNext" -> new Later("bool", shown);
            case "exit" -> new Later("bool", shown);
            case "closeAsync" -> new Later("nothing", shown);
            case "close" -> receiver.kind.equals("alist") ? new Later("nothing", shown) : null;
            case "current" -> make("boxed");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Iterator<Object> elements(Thing list) {
        int count = chance.nextInt(4);
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                step(list + " hasNext");
                return given < count;
            }

            @Override
            public Object next() {
                step(list + " next");
                given++;
                return make("boxed");
            }
        };
    }

    static String show(Object value) {
        if (value instanceof int[] array) return java.util.Arrays.toString(array);
        if (value instanceof Throwable failure) {
            String name = failure instanceof Failure
                    ? failure.toString()
                    : failure.getClass().getSimpleName();
            Throwable[] suppressed = failure.getSuppressed();
            if (suppressed.length == 0) return name;
            return name + java.util.Arrays.stream(suppressed).map(World::show).toList();
        }
        return String.valueOf(value);
    }
}
