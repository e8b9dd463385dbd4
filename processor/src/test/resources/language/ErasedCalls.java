package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Generic methods of super and generic local classes, which generated code reaches through methods that know erased types only. */
class ErasedCalls {
    static class Upper<K extends Comparable<? super K>> {
        K kept;

        Upper(K kept) {
            this.kept = kept;
        }

        <T> List<T> list(T t) {
            log("list " + t);
            return List.of(t);
        }

        K get() {
            log("get");
            return kept;
        }

        K set(K k) {
            return kept = k;
        }

        @SafeVarargs
        protected final <T> T[] array(T... ts) {
            return ts;
        }

        @SafeVarargs
        protected final K[] keys(int x, K... keys) {
            return keys;
        }

        @SafeVarargs
        protected final <T extends K, U extends List<? super T>> U[] lists(T t, U... lists) {
            return lists;
        }
    }

    static class Lower extends Upper<Integer> {
        Lower() {
            super(5);
        }

        @Override
        <T> List<T> list(T t) {
            return List.of();
        }

        @Async
        Coroutine<String> statements() {
            super.list(await(leaf("a", 1)));
            super.list(2);
            super.get();
            for (super.get(); super.get() < 7; super.set(super.get() + 1)) super.list(await(leaf("b", 1)));
            for (super.get(); super.get() < 9; super.set(super.get() + 1)) super.list(1);
            switch (await(leaf("c", 1))) {
                case 1 -> super.list("one");
                default -> super.get();
            }
            switch (kept) {
                case 9 -> super.list("nine");
                default -> super.get();
            }
            await(async(() -> {
                super.list(await(leaf("d", 1)));
            }));
            return done("" + kept + await(async(() -> super.list(await(leaf("e", 1))))));
        }

        @Async
        Coroutine<String> lambdas() {
            int x = await(leaf("x", 1));
            Runnable list = () -> super.list(x);
            Runnable get = () -> super.get();
            Consumer<Integer> set = y -> super.set(y);
            Supplier<Integer> value = () -> super.get();
            IntSupplier number = () -> super.get();
            list.run();
            get.run();
            set.accept(7);
            return done("" + kept + await(leaf("y", value)).get() + number.getAsInt());
        }

        @Async
        Coroutine<String> arrays() {
            Integer[] keys = super.keys(1, await(leaf("a", 2)), 3);
            Integer[] none = super.keys(await(leaf("b", 2)));
            String[] empty = super.array();
            Number[] numbers = super.array(1, await(leaf("c", 2.0)));
            Number[] witnessed = super.<Number>array(1, await(leaf("d", 2)));
            Object[] given = super.array(new Object[] {1, await(leaf("e", 2))});
            Object one = super.array((Object) given);
            List<? super Integer>[] lists = super.lists(3, List.of(await(leaf("f", 2))), List.<Number>of());
            int[][] nested = super.array(new int[] {await(leaf("g", 1))}, null);
            String[][] calls = super.array(super.array("x"), super.array(await(leaf("h", "y"))));
            Function<String, String[]> array = super::array;
            BiFunction<Integer, Integer, Integer[]> two = super::keys;
            Object[] all = {
                keys, none, empty, numbers, witnessed, given, one, lists, nested, calls, array.apply("z"), two.apply(1, 2)
            };
            StringBuilder types = new StringBuilder();
            for (Object each : all) types.append(each.getClass().getSimpleName());
            return done(types + Arrays.deepToString(all));
        }
    }

    @Case("H1: a generic method of super as a statement")
    @Async
    static Coroutine<String> statements() {
        return new Lower().statements();
    }

    @Case("H1: a generic method of super in a lambda that gives nothing, and in one that gives its result")
    @Async
    static Coroutine<String> lambdas() {
        return new Lower().lambdas();
    }

    @Case("H1: a generic method of super and of variable arity gets an array of what javac inferred")
    @Async
    static Coroutine<String> arrays() {
        return new Lower().arrays();
    }

    @Case("B9: a new object of a generic local class has the type that javac inferred")
    @Async
    static Coroutine<String> creations() {
        int outer = await(leaf("outer", 1));
        class Box<T> {
            final T t;

            Box(T t) {
                this.t = t;
                log("box " + (t instanceof Box ? "box" : t) + outer);
            }

            <U> Box<U> map(Function<? super T, ? extends U> f) {
                return new Box<>(f.apply(t));
            }

            class Member {
                T get() {
                    log(outer);
                    return t;
                }
            }
        }
        new Box<>(1);
        new Box<>(await(leaf("a", "a")));
        String s = new Box<>(await(leaf("b", "b"))).t + new Box<>("c").t.length() + new Box<String>(null).map(x -> 1).t;
        Runnable nothing = () -> new Box<>("d");
        nothing.run();
        Consumer<String> made = Box::new;
        made.accept("e");
        for (int i = 0; i < 2; i++, new Box<>(i)) s += i;
        s += new Box<>("f").new Member().get().length() + new Box<>(new Box<>("g")).t.t.length();
        var map = await(leaf("h", new Box<>(List.of("h"))));
        return done(s + map.t.get(0).length());
    }

    @Case("B9: a constructor of a generic local class, of variable arity, gets an array of what javac inferred")
    @Async
    static Coroutine<String> arraysOfLocalClasses() {
        int outer = await(leaf("outer", 1));
        class Many<T> {
            final T[] ts;

            @SafeVarargs
            Many(int x, T... ts) {
                this.ts = ts;
                log(outer + x);
            }
        }
        Integer[] integers = new Many<>(1, await(leaf("a", 2)), 3).ts;
        Many<String> none = new Many<>(await(leaf("b", 1)));
        String[] strings = none.ts;
        Number[] numbers = new Many<Number>(1, 2, 3.0).ts;
        BiFunction<Integer, String, Many<CharSequence>> reference = Many::new;
        CharSequence[] texts = reference.apply(1, "x").ts;
        return done("" + integers.getClass() + strings.getClass() + numbers.getClass() + texts.getClass());
    }
}
