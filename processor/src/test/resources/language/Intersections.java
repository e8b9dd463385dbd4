package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.Task;
import dev.javait.processor.twin.support.Case;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

class Intersections {
    interface Named {
        String name();
    }

    interface Sized {
        default int size() {
            return name2().length();
        }

        String name2();
    }

    enum Colour implements Named {
        RED,
        GREEN
    }

    record Both(String name) implements Named, Sized {
        @Override
        public String name2() {
            return name;
        }
    }

    record Other(String name) implements Named, Sized {
        @Override
        public String name2() {
            return name + name;
        }
    }

    static <T> T pick(List<? extends T> list, int index) {
        return list.get(index);
    }

    @SuppressWarnings("unchecked")
    static <T> T castTo(Object value) {
        return (T) value;
    }

    static boolean yes() {
        log("yes?");
        return true;
    }

    static <T extends Named & Sized> String describe(T t, Object beside) {
        return t.name() + t.size() + beside;
    }

    static final class Generic<T extends Named & Sized> {
        final T value;

        Generic(T value) {
            this.value = value;
        }

        @Async
        <U extends T> Coroutine<String> use(U other) {
            var v = await(leaf("value", yes() ? value : other));
            var list = List.of(value, other);
            await(leaf("between", 0));
            return done(v.name() + v.size() + list.get(1).name());
        }
    }

    static Generic<?> wildcard() {
        return new Generic<>(new Other("w"));
    }

    record Third(String name) implements Sized, Named {
        @Override
        public String name2() {
            return name;
        }
    }

    static <E> List<E> together(List<? extends E> one, List<? extends E> other) {
        List<E> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    static <F, V> List<V> each(List<F> list, Function<? super F, ? extends V> function) {
        List<V> results = new ArrayList<>();
        for (F element : list) results.add(function.apply(element));
        return results;
    }

    @Case("E2: an intersection as a value between awaits")
    @Async
    static Coroutine<String> conditional() {
        boolean yes = true;
        var v = yes ? 1 : "s";
        String s = String.valueOf(pick(Arrays.asList(1, "x", 2.0), await(leaf("i", 1)))) + await(leaf("a", v)) + v.compareTo(null == v ? null : castTo(v));
        return done(s);
    }

    @Case("E2: an intersection that is assigned again, behind an await")
    @Async
    static Coroutine<String> assignedAgain() {
        var v = yes() ? new Both("both") : new Other("other");
        String s = "";
        for (int i = 0; i < 3; i++) {
            s += v.name() + await(leaf("i", i)) + v.size();
            if (i == 0) v = new Other("next");
            if (i == 1) v = await(leaf("last", new Both("last")));
            Function<String, String> later = t -> t;
            s += later.apply(";");
        }
        v = yes() ? v : await(leaf("never", new Both("never")));
        var w = v;
        await(leaf("w", 0));
        return done(s + w.name() + w.size());
    }

    @Case("E2: an intersection whose branches await")
    @Async
    static Coroutine<String> awaitingBranches() {
        String s = "";
        for (boolean first : new boolean[] {true, false}) {
            var v = first ? await(leaf("both", new Both("b"))) : await(leaf("other", new Other("o")));
            s += v.name() + await(leaf("between", ":")) + v.size();
            s += describe(first ? new Both("x") : new Other("y"), await(leaf("beside", first)));
            s += describe(v, await(leaf("again", 1)));
        }
        return done(s);
    }

    @Case("E2: a switch expression that gives an intersection")
    @Async
    static Coroutine<String> switchExpression() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            var v = switch (i) {
                case 0 -> await(leaf("both", new Both("b")));
                case 1 -> new Other("o");
                default -> {
                    await(leaf("default", 0));
                    yield new Both("d");
                }
            };
            await(leaf("between", i));
            s += v.name() + v.size();
        }
        return done(s);
    }

    @Case("E2: a list of an intersection, and what is in it")
    @Async
    static Coroutine<String> list() {
        var list = List.of(new Both("b"), new Other("o"));
        String s = "";
        for (var v : list) s += v.name() + await(leaf("v", 1)) + v.size();
        for (int i = 0; i < list.size(); i++) {
            var v = list.get(i);
            await(leaf("i", i));
            s += v.name() + list.get(i).size();
        }
        var copy = new ArrayList<>(list);
        copy.add(await(leaf("added", list)).get(0));
        var map = Map.of("k", list);
        await(leaf("map", 0));
        s += copy.get(2).size() + map.get("k").get(1).name();
        Supplier<String> later = () -> list.get(0).name() + copy.size();
        await(leaf("later", 0));
        return done(s + later.get() + await(async(() -> {
            await(leaf("inside", 0));
            return list.get(1).name() + list.get(1).size();
        })));
    }

    @Case("E2: a cast to an intersection")
    @Async
    static Coroutine<String> cast() {
        Object o = new Both("b");
        var v = (Named & Sized) o;
        var r = (Runnable & Serializable) () -> log("run");
        String s = v.name() + await(leaf("a", 1)) + v.size();
        r.run();
        await(leaf("b", r instanceof Serializable));
        return done(s + describe((Named & Sized) o, await(leaf("c", 1))) + (r instanceof Serializable));
    }

    @Case("E2: enums share more than one supertype")
    @Async
    static Coroutine<String> enums() {
        var v = yes() ? Colour.RED : java.util.concurrent.TimeUnit.DAYS;
        await(leaf("a", 0));
        String s = v.name() + v.ordinal() + v.getDeclaringClass().getSimpleName();
        for (var x : List.of(1, 2.5, 3L)) s += x.intValue() + await(leaf("x", x)).intValue();
        return done(s);
    }

    @Case("E2: an intersection with a class that nobody may name")
    @Async
    static Coroutine<String> hiddenBound() {
        var v = yes() ? new StringBuilder("ab") : new StringBuffer("cd");
        await(leaf("a", 0));
        return done(v + "" + await(leaf("i", 1)) + v);
    }

    @Case("E2: an intersection in an async lambda")
    @Async
    static Coroutine<String> inAsyncLambda() {
        var v = yes() ? new Both("b") : new Other("o");
        Coroutine<String> inner = async(() -> {
            var w = await(leaf("w", v));
            var u = w.size() > 5 ? 1 : "s";
            await(leaf("u", u));
            return w.name() + w.size() + u.hashCode() + v.size();
        });
        return done(v.name() + await(inner) + v.size());
    }

    @Case("E2: bounds of type variables, and what they have in common")
    @Async
    static Coroutine<String> typeVariables() {
        return done(await(new Generic<>(new Both("b")).use(new Both("c"))));
    }

    @Case("E2: a captured wildcard keeps all its bounds")
    @Async
    static Coroutine<String> captured() {
        var v = wildcard().value;
        String s = v.name() + await(leaf("a", 1)) + v.size();
        s += describe(wildcard().value, await(leaf("b", 2)));
        List<? extends Comparable<?>> list = List.of(1, "x");
        var x = list.get(0);
        await(leaf("x", x));
        return done(s + x.getClass().getSimpleName());
    }

    @Case("E2: an anonymous class in a var keeps its own members")
    @Async
    static Coroutine<String> anonymous() {
        int before = await(leaf("before", 1));
        var v = new Object() {
            int count = before;

            int next() {
                return ++count;
            }
        };
        v.next();
        await(leaf("a", 0));
        v.count += await(leaf("b", 10));
        var list = List.of(v);
        await(leaf("c", 0));
        return done(v.next() + "" + list.get(0).count + note("same", list.get(0) == v));
    }

    @Case("E2: intersections that differ are different types")
    @Async
    static Coroutine<String> several() {
        var a = yes() ? 1 : "s";
        var b = yes() ? 1 : 2.0;
        var c = yes() ? new Both("b") : Colour.RED;
        var d = yes() ? new int[0] : "s";
        var e = yes() ? new Integer[] {1} : new String[] {"s"};
        await(leaf("a", a));
        await(leaf("b", b));
        await(leaf("c", c));
        return done(a.hashCode() + " " + b + c.name() + (d instanceof Serializable) + e.length + e[0] + await(leaf("e", e)).length);
    }

    @Case("E2: an async lambda that captures what has an intersection for its type")
    @Async
    static Coroutine<String> capturedByALambda() {
        List<Both> some = List.of(new Both("a"));
        List<Third> others = List.of(new Third("bb"));
        String s = "";
        for (Coroutine<String> made : each(together(some, others), a -> async(() -> a.name() + await(leaf("size", a.size()))))) {
            s += await(made);
        }
        for (Task<Integer> task : each(together(some, others), a -> createTask(async(() -> {
            int size = await(leaf("task", a.size()));
            return size + a.name().length();
        })))) {
            s += await(task);
        }
        return done(s);
    }
}
