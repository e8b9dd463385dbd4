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
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

class Supers {
    static class Upper<T> {
        protected T value;
        String hidden = "Upper.hidden";

        Upper(T value) {
            this.value = value;
        }

        T get(T other) {
            log("Upper.get " + other);
            return value;
        }

        int next(int x) {
            return x + 1;
        }

        @SafeVarargs
        final <U> List<U> list(U... values) {
            return List.of(values);
        }

        String join(String separator, Object... values) {
            return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(separator));
        }

        <U extends Comparable<U>> U best(U a, U b) {
            return a.compareTo(b) > 0 ? a : b;
        }

        void nothing(T other) {
            log("Upper.nothing " + other);
        }
    }

    static class Lower extends Upper<String> {
        String hidden = "Lower.hidden";

        Lower() {
            super("v");
        }

        @Override
        String get(String other) {
            return "Lower" + super.get(other);
        }

        class Member {
            String hidden = "Member.hidden";

            @Async
            Coroutine<String> fields() {
                Lower.super.hidden += await(leaf("hidden", "+"));
                Lower.super.value = Lower.super.value + await(leaf("value", "w"));
                return done(Lower.super.hidden + Lower.this.hidden + hidden + Lower.super.value + value);
            }

            @Async
            Coroutine<String> calls() {
                return done(Lower.super.join("-", 1, await(leaf("j", 2)), 3)
                        + Lower.super.join(".", new Object[] {1, await(leaf("k", 2))})
                        + Lower.super.join("!")
                        + Lower.super.list(1, await(leaf("l", 2))).get(1).intValue()
                        + Lower.super.best("a", await(leaf("b", "b"))).length()
                        + Lower.super.get(await(leaf("z", "z"))).length());
            }

            @Async
            Coroutine<String> references() {
                UnaryOperator<String> get = Lower.super::get;
                Function<String, Object> asObject = Lower.super::get;
                Consumer<String> dropped = Lower.super::get;
                Consumer<String> nothing = Lower.super::nothing;
                IntUnaryOperator next = Lower.super::next;
                Function<Integer, Integer> boxed = Lower.super::next;
                ToLongFunction<Integer> widened = Lower.super::next;
                BiFunction<String, Integer, String> joined = Lower.super::join;
                BiFunction<String, Object[], String> array = Lower.super::join;
                Function<String, String> empty = Lower.super::join;
                BinaryOperator<Integer> best = Lower.super::best;
                dropped.accept("c");
                nothing.accept(await(leaf("nothing", "n")));
                return done(get.apply("g")
                        + asObject.apply("o")
                        + next.applyAsInt(1)
                        + boxed.apply(2)
                        + widened.applyAsLong(3)
                        + joined.apply("j", 1)
                        + array.apply("+", new Object[] {4, 5})
                        + empty.apply("e")
                        + best.apply(3, 4));
            }
        }

        @Async
        Coroutine<String> own() {
            super.hidden += await(leaf("hidden", "+"));
            Function<String, Integer> lambda = s -> super.get(s).length();
            BiFunction<String, Integer, String> joined = super::join;
            Supplier<List<String>> list = super::list;
            ToIntFunction<Integer> next = super::next;
            String text = super.join("-", 1, await(leaf("j", 2)), 3)
                    + super.list("a", await(leaf("k", "b"))).get(1).length()
                    + super.join("/", (Object[]) new String[] {"q", await(leaf("w", "w"))});
            Coroutine<String> later = async(() -> super.join(",", await(leaf("later", 1)), super.hidden));
            text += lambda.apply("x") + joined.apply("s", 9) + list.get() + next.applyAsInt(4);
            return done(text + super.hidden + hidden + ((Upper<String>) this).hidden + await(later));
        }
    }

    interface First {
        default String count(Object... values) {
            return "First" + values.length;
        }

        default <T> T same(T value) {
            return value;
        }
    }

    interface Second {
        default String count(Object... values) {
            return "Second" + values.length;
        }
    }

    static class Both implements First, Second {
        @Override
        public String count(Object... values) {
            return "Both" + First.super.count(values);
        }

        @Async
        Coroutine<String> go() {
            Function<Integer, String> count = Second.super::count;
            Function<String, String> same = First.super::same;
            String text = First.super.count(1, await(leaf("a", 2))) + Second.super.count() + count.apply(1);
            text += same.apply("q") + First.super.same(await(leaf("b", "bb"))).length();
            return done(text + count(3, await(leaf("c", 3))));
        }
    }

    @Case("H1: fields of Outer.super, hidden ones too")
    @Async
    static Coroutine<String> outerFields() {
        return done(await(new Lower().new Member().fields()));
    }

    @Case("H1: methods of Outer.super, generic and of variable arity")
    @Async
    static Coroutine<String> outerCalls() {
        return done(await(new Lower().new Member().calls()));
    }

    @Case("A13: references to methods of super, generic and of variable arity")
    @Async
    static Coroutine<String> references() {
        return done(await(new Lower().new Member().references()));
    }

    @Case("H1: members of super, generic, hidden and of variable arity")
    @Async
    static Coroutine<String> own() {
        return done(await(new Lower().own()));
    }

    @Case("H1: default methods of variable arity and generic ones, by Interface.super")
    @Async
    static Coroutine<String> interfaces() {
        return done(await(new Both().go()));
    }

    static class Shadow extends Upper<String> {
        String name = "outer";

        Shadow() {
            super("shadow");
        }

        @Override
        String get(String other) {
            return "Shadow" + super.get(other);
        }

        class Within extends Upper<String> {
            Within() {
                super("within");
            }

            @Override
            String get(String other) {
                return "Within" + super.get(other);
            }

            @Async
            Coroutine<String> both() {
                String s = super.get(await(leaf("a", "a"))) + Shadow.super.get(await(leaf("b", "b")));
                Supplier<String> lambda = () -> super.get("c") + Shadow.super.get("d");
                return done(s + lambda.get() + Shadow.this.get(await(leaf("e", "e"))) + value + Shadow.super.value);
            }
        }
    }

    @Case("H1: super and Outer.super of classes that have the same superclass")
    @Async
    static Coroutine<String> sameSuperclass() {
        return new Shadow().new Within().both();
    }
}
