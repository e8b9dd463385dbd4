package language;

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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class References {
    interface Three<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    static References nothing() {
        log("nothing");
        return null;
    }

    String text() {
        return "text";
    }

    @Case("A13: a constructor reference to a local class of variable arity that captures")
    @Async
    static Coroutine<String> variableArity() {
        int base = await(leaf("base", 10));
        class Local {
            final String text;

            Local(int... values) {
                text = base + Arrays.toString(values);
            }
        }
        Supplier<Local> none = Local::new;
        Function<Integer, Local> one = Local::new;
        BiFunction<Integer, Integer, Local> two = Local::new;
        IntFunction<Local> primitive = Local::new;
        Function<int[], Local> array = Local::new;
        Function<? super int[], ? extends Local> wildcards = Local::new;
        await(leaf("between", 0));
        return done(none.get().text + one.apply(1).text + two.apply(1, 2).text + primitive.apply(3).text
                + array.apply(new int[] {4, 5}).text + wildcards.apply(new int[] {6}).text);
    }

    @Case("A13: fixed parameters before the variable ones")
    @Async
    static Coroutine<String> fixedParametersOfInstance() {
        return done(await(new References().fixedParameters()));
    }

    @Async
    @SuppressWarnings("varargs")
    Coroutine<String> fixedParameters() {
        String base = await(leaf("base", "base"));
        class Local<T> {
            final String text;

            @SafeVarargs
            @SuppressWarnings("varargs")
            Local(String name, T... values) {
                text = base + name + Arrays.toString(values) + text();
            }
        }
        Function<String, Local<Integer>> one = Local::new;
        BiFunction<String, Integer, Local<Integer>> two = Local<Integer>::new;
        Three<String, Object, Object, Local<Object>> three = Local::new;
        BiFunction<String, Object[], Local<Object>> array = Local::new;
        Function<Integer, Local<?>[]> arrays = Local<?>[]::new;
        await(leaf("between", 0));
        return done(one.apply("a").text + two.apply("b", 1).text + three.apply("c", 2, "d").text
                + array.apply("e", new Object[] {3, 4}).text + arrays.apply(5).length);
    }

    @Case("A13: an overloaded constructor is the one that the function asks for")
    @Async
    static Coroutine<String> overloaded() {
        String base = await(leaf("base", "base"));
        class Local {
            final String text;

            Local(String only) {
                text = base + "only" + only;
            }

            Local(Object... values) {
                text = base + "all" + Arrays.toString(values);
            }
        }
        Function<String, Local> string = Local::new;
        Function<Integer, Local> integer = Local::new;
        await(leaf("between", 0));
        List<Local> made = List.of("x", "y").stream().map(Local::new).toList();
        return done(string.apply("s").text + integer.apply(1).text + made.get(1).text);
    }

    @Case("A13: the receiver of a method reference is there, and not null, before the await beside it")
    @Async
    static Coroutine<String> receiver() {
        String s = "";
        try {
            s += apply(nothing()::text, await(leaf("x", "never")));
        } catch (NullPointerException e) {
            s += "null ";
        }
        References r = new References();
        Supplier<String> text = r::text;
        r = await(leaf("r", null));
        return done(s + text.get() + apply(new References()::text, await(leaf("y", "y"))));
    }

    static String apply(Supplier<String> supplier, String beside) {
        return supplier.get() + beside;
    }

    @Case("B9: a member class of a local class that captures, with constructors of variable arity")
    @Async
    static Coroutine<String> memberOfLocal() {
        int base = await(leaf("base", 10));
        class Local {
            class Inner {
                final String text;

                Inner(int... values) {
                    text = base + Arrays.toString(values);
                }
            }

            Inner inner() {
                return new Inner(1, 2);
            }
        }
        Local local = new Local();
        await(leaf("between", 0));
        Local.Inner inner = local.new Inner(3, await(leaf("x", 4)));
        Supplier<Local.Inner> later = () -> local.new Inner();
        Local none = await(leaf("none", null));
        try {
            none.new Inner(await(leaf("never", 1)));
        } catch (NullPointerException e) {
            log("null");
        }
        return done(local.inner().text + inner.text + local.new Inner(await(leaf("y", new int[] {5}))).text + later.get().text);
    }

    @Case("B9: methods of a local class make objects of its member classes")
    @Async
    static Coroutine<String> madeInLocal() {
        String base = await(leaf("base", "base"));
        class Local {
            class Inner {
                final String text;

                Inner(String own) {
                    text = own + base;
                }

                class Deep {
                    @Async
                    Coroutine<String> deep() {
                        return done(new Inner(await(leaf("deep", text))).text);
                    }
                }
            }

            static class Nested<T> {
                record Pair<A>(A a) {}

                @Async
                Coroutine<String> nested(T t) {
                    Pair<T> pair = new Pair<>(await(leaf("nested", t)));
                    return done("" + pair.a() + await(leaf("pair", pair)));
                }
            }

            @Async
            Coroutine<String> own() {
                Inner inner = new Inner(await(leaf("own", "own")));
                Inner.Deep deep = inner.new Deep();
                return done(inner.text + await(deep.deep()));
            }
        }
        return done(await(new Local().own()) + await(new Local.Nested<Integer>().nested(1)));
    }
}
