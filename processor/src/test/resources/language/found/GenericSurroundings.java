package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Local and anonymous classes whose members speak of type parameters of what they stand in. */
class GenericSurroundings<O extends Comparable<O>> {
    interface Step<T> {
        Coroutine<T> next(T given);
    }

    abstract static class Bag<T> implements Iterable<T> {
        protected final List<T> all = new ArrayList<>();
        protected final Map<String, T> named = new TreeMap<>();
        protected final List<String> names = new ArrayList<>();

        T first() {
            return all.get(0);
        }

        <R> R with(Function<? super T, R> function) {
            return function.apply(first());
        }

        @Override
        public Iterator<T> iterator() {
            return all.iterator();
        }

        abstract Coroutine<String> all();
    }

    static <X> Coroutine<X> step(Step<X> step, X given) {
        return step.next(given);
    }

    final Step<O> inField = new Step<O>() {
        O last;

        @Override
        @Async
        public Coroutine<O> next(O given) {
            O before = last;
            last = await(leaf("field", given));
            return done(before == null ? last : before);
        }
    };

    final Supplier<Step<O>> inLambda = () -> {
        class Remembering implements Step<O> {
            O last;

            @Override
            @Async
            public Coroutine<O> next(O given) {
                O before = last;
                last = await(leaf("lambda", given));
                return done(before == null ? last : before);
            }
        }
        return new Remembering();
    };

    @Case("async methods of classes in fields and lambdas of a generic class")
    @Async
    static Coroutine<String> fields() {
        var steps = new GenericSurroundings<String>();
        Step<String> made = steps.inLambda.get();
        return done(await(steps.inField.next("a"))
                + await(steps.inField.next("b"))
                + await(made.next("c"))
                + await(made.next("d")));
    }

    @SafeVarargs
    static <T extends Comparable<T>> Bag<T> bag(T... given) {
        return new Bag<T>() {
            T best;
            T[] array = given.clone();
            Function<T, String> text = t -> "text " + t;

            class Inner {
                T inner = given[0];

                T get(Supplier<? extends T> supplier) {
                    return supplier.get();
                }

                Inner self() {
                    return this;
                }
            }

            Inner inner() {
                return new Inner();
            }

            T changed(T t, UnaryOperator<T> change) {
                return change.apply(t);
            }

            <R> List<R> mapped(Function<? super T, ? extends R> function) {
                List<R> mapped = new ArrayList<>();
                for (T t : all) mapped.add(function.apply(t));
                return mapped;
            }

            @Override
            @Async
            Coroutine<String> all() {
                Collections.addAll(all, given);
                best = first();
                for (T t : this) {
                    if (t.compareTo(best) > await(leaf("zero", 0))) best = t;
                }
                for (T t : this) log(t.compareTo(best));
                names.add(text.apply(best) + text.apply(array[await(leaf("index", 0))]));
                for (String name : names) log(name.length());
                named.put("best", await(leaf("best", best)));
                for (var entry : named.entrySet()) log(entry.getValue().compareTo(best) + entry.getKey());
                T same = changed(await(leaf("same", best)), t -> t.compareTo(best) > 0 ? best : t);
                List<String> texts = mapped(t -> "m" + t);
                Inner inner = inner().self();
                T got = inner.get(() -> best);
                inner.inner = await(leaf("inner", got));
                Supplier<T> bound = this::first;
                Function<Inner, Inner> unbound = Inner::self;
                T copied = array.clone()[0];
                T chosen = texts.isEmpty() ? best : await(leaf("chosen", copied));
                Runnable later = () -> best = first();
                later.run();
                int compared = with(t -> t.compareTo(best)) + super.with(t -> t.compareTo(same));
                return done(texts + names.get(0).toUpperCase() + same + got + bound.get()
                        + unbound.apply(inner).inner.compareTo(best) + chosen + compared + super.first().compareTo(best));
            }
        };
    }

    @Case("an anonymous class in a generic method")
    @Async
    static Coroutine<String> anonymous() {
        return done(await(bag(3, 9, 4).all()) + await(bag("x").all()));
    }

    @Async
    Coroutine<String> compared(O a, O b) {
        class Pair extends Bag<O> implements Step<O>, Comparable<Pair> {
            O mine;

            Pair(O given, Function<? super O, ? extends O> function) {
                mine = function.apply(given);
                all.add(mine);
            }

            @Override
            @Async
            public Coroutine<O> next(O given) {
                O before = mine;
                mine = await(leaf("next", given));
                return done(before.compareTo(mine) > 0 ? before : mine);
            }

            @Override
            public int compareTo(Pair other) {
                return mine.compareTo(other.mine);
            }

            @Override
            @Async
            Coroutine<String> all() {
                return done("" + first().compareTo(await(leaf("mine", mine))));
            }
        }
        Pair one = new Pair(a, x -> x.compareTo(b) > 0 ? b : x);
        Pair other = new Pair(b, UnaryOperator.identity());
        O stepped = await(step(one, b));
        O stepped2 = await(one.next(await(leaf("a", a))));
        String s = stepped + "" + stepped2 + one.with(x -> x.compareTo(b)) + await(other.all());
        for (O each : one) s += each.compareTo(a) + await(leaf("each", "."));
        for (O each : other) s += each.compareTo(a);
        s += Collections.max(List.of(one, other)).mine.compareTo(a);
        Function<Pair, O> first = Pair::first;
        O mine = other.mine;
        return done(s + first.apply(one).compareTo(mine));
    }

    @Case("a local class in a generic class")
    @Async
    static Coroutine<String> local() {
        return done(await(new GenericSurroundings<String>().compared("x", "y")));
    }

    static <T> Step<T> remembering(Consumer<? super T> seen, List<T> given) {
        return new Step<>() {
            T last;
            T[] lasts;
            List<T> all;

            @Override
            @Async
            public Coroutine<T> next(T t) {
                seen.accept(last = await(leaf("t", t)));
                seen.accept((this.last) = await(leaf("nothing", "")).isEmpty() ? given.get(0) : await(leaf("t", t)));
                seen.accept((all = await(leaf("given", given))).get(1));
                lasts = Arrays.copyOf((T[]) given.toArray(), 2);
                seen.accept(lasts[1] = await(leaf("t", t)));
                Supplier<T> supplier = () -> last = lasts[0];
                Runnable runnable = () -> last = null;
                T mine = last = await(leaf("get", supplier)).get();
                seen.accept(mine);
                runnable.run();
                if (last == null) last = mine = all.get(1);
                return done(await(leaf("last", this)).last = mine);
            }
        };
    }

    @Case("values of assignments to fields of an anonymous class")
    @Async
    static Coroutine<String> assigned() {
        List<Integer> seen = new ArrayList<>();
        int x = await(remembering(seen::add, List.of(3, 4)).next(5));
        return done(x + " " + seen);
    }

    static class Words extends Bag<String> {
        @Override
        @Async
        Coroutine<String> all() {
            all.add(await(leaf("word", "word")));
            int length = super.with(word -> word.length()) + super.<Integer>with(String::length);
            return done(length + super.with(word -> word.concat("!")));
        }
    }

    @Case("functions given to a generic method of super, and to the constructor of a generic local class")
    @Async
    static Coroutine<String> functions() {
        String end = await(leaf("end", "."));
        class Applied<R> {
            final String text;

            Applied(R given, Function<R, String> function) {
                text = function.apply(given) + end;
            }
        }
        var number = new Applied<>(5, n -> "" + n.intValue());
        String text = new Applied<>(await(leaf("s", "s")), s -> s.concat("t")).text;
        return done(number.text + text + await(new Words().all()));
    }

    static class Overloads<T> {
        static String of(Object any, Integer number) {
            return "static";
        }

        String of(T own, int number) {
            return "own";
        }

        @Async
        static Coroutine<String> ofClass() {
            return done(of(1, await(leaf("number", 2))));
        }

        @Async
        Coroutine<String> ofObject(T own) {
            return done(of(1, Integer.valueOf(await(leaf("number", 2)))) + of(own, await(leaf("own", 3))));
        }
    }

    @Case("a static method beside one of objects, which would fit too if the class were raw")
    @Async
    static Coroutine<String> overloads() {
        return done(await(Overloads.ofClass()) + await(new Overloads<String>().ofObject("s")));
    }
}
