package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Objects of local classes, and of member classes of those, made where the classes themselves stand. */
class MembersOfLocals {
    static class Made {
        String made = "plain";

        Made() {}

        private Made(int n) {
            made = "made" + n;
        }
    }

    private final String own = "own";

    interface Makes {
        Made make(int n);
    }

    @Async
    Coroutine<String> references() {
        int local = await(leaf("local", 10));
        class Y extends Made {
            class Z extends Made {
                @Async
                Coroutine<String> f() {
                    Makes i = Made::new;
                    String s = await(leaf("i", i)).make(1).made;
                    i = Y::new;
                    s += i.make(await(leaf("n", 2))).made;
                    i = await(leaf("z", (Makes) Z::new));
                    return done(s + i.make(await(leaf("m", 3))).made);
                }

                private Z(int z) {
                    made = "z" + local + z;
                }

                Z() {}
            }

            private Y(int y) {
                made = "y" + local + y;
            }

            private Y() {}
        }
        return done(await(await(leaf("y", new Y())).new Z().f()) + await(new Y().new Z(5).f()));
    }

    /** Only {@code Y} reads the variable, and a reference is all that speaks of {@code Y} in its member. */
    @Async
    static Coroutine<String> byReferenceAlone(String text) {
        class Y {
            final String made;

            class Z {
                @Async
                Coroutine<String> f() {
                    IntFunction<Y> make = Y::new;
                    Supplier<Z> other = Z::new;
                    Z z = await(leaf("z", 1)) == 1 ? other.get() : null;
                    return done(make.apply(await(leaf("n", 7))).made + z.g());
                }

                String g() {
                    Supplier<Y> make = Y::new;
                    return make.get().made;
                }
            }

            private Y(int n) {
                made = text + n;
            }

            private Y() {
                made = text;
            }
        }
        await(leaf("before", 1));
        Supplier<Y> y = Y::new;
        return done(await(y.get().new Z().f()) + await(new Y(4).new Z().f()));
    }

    @Async
    Coroutine<String> creations(int one, String... many) {
        long two = await(leaf("two", 2L));
        final String constant = "constant";
        class Y {
            final String made;

            Y(String made) {
                this.made = made + one;
            }

            class Plain {
                final String made = "plain" + own;
            }

            class Z<T> {
                final String made;

                @SafeVarargs
                private Z(int n, T... rest) {
                    made = n + List.of(rest).toString() + one + two + many.length + constant + own;
                }

                @Async
                Coroutine<String> again(T t) {
                    int n = await(leaf("n", 1));
                    Z<T> z = new Z<T>(n, t);
                    Function<Integer, Z<T>> make = Z<T>::new;
                    BiFunction<Integer, T, Z<T>> both = Z::new;
                    Supplier<Z<String>> lambda = () -> new Y("l").new Z<>(one, await2("x"));
                    String s = z.made + make.apply(await(leaf("k", 2))).made + both.apply(3, t).made;
                    s += lambda.get().made + new Plain().made + Y.this.new Plain().made;
                    s += new Y("again").new W().made(await(leaf("w", 4)));
                    Supplier<Plain> plain = Plain::new;
                    return done(s + plain.get().made + new Z<>(await(leaf("j", 5)), t, t).made);
                }

                private <U> U await2(U u) {
                    return u;
                }
            }

            class W {
                String made(int n) {
                    return "w" + new Y("in w").made + new Z<>(n).made;
                }

                @Async
                Coroutine<String> waiting(int n) {
                    List<String> all = new ArrayList<>();
                    Function<String, Y> make = Y::new;
                    all.add(make.apply("" + await(leaf("n", n))).made);
                    IntFunction<Z<Integer>> z = Z::new;
                    all.add(z.apply(await(leaf("z", n))).made);
                    Object anonymous = new Z<Integer>(8) {
                        @Override
                        public String toString() {
                            return made + new Y("anonymous").made + two;
                        }
                    };
                    all.add(anonymous.toString() + await(leaf("end", 1)));
                    return done(String.join(",", all));
                }
            }
        }
        String s = await(new Y("a").new Z<>(1, 'x').again('y'));
        return done(s + await(new Y("b").new W().waiting(await(leaf("i", 6)))));
    }

    interface Generic<T> {
        @Async
        static <K> Coroutine<String> test(Function<?, ? extends K> function) {
            class Outer {
                Outer(K k) {}

                class Inner {
                    Inner(K k) {}

                    @Async
                    private Coroutine<String> method(K k) {
                        String s = "" + function.apply(null);
                        Function<K, Inner> f = Inner::new;
                        Function<K, Outer> g = Outer::new;
                        Inner inner = await(leaf("f", f)).apply(k);
                        return done(s + inner.more(g.apply(k)));
                    }

                    String more(Outer outer) {
                        return function.apply(null) + "" + (outer != null);
                    }
                }
            }
            return done(await(await(leaf("o", new Outer(null))).new Inner(null).method(null)));
        }
    }

    /** Only the superclass reads the variable. */
    @Async
    Coroutine<String> bySuperclass(int n) {
        class Base {
            int read() {
                return n;
            }
        }
        class Y {
            class Z extends Base {
                final int more;

                Z(int more) {
                    this.more = more;
                }

                @Async
                Coroutine<Integer> sum() {
                    IntFunction<Z> make = Z::new;
                    return done(make.apply(await(leaf("m", more))).read() + new Z(2).read() + new Base().read());
                }
            }
        }
        return done("" + await(new Y().new Z(1).sum()));
    }

    @Case("F89: local classes and their member classes make objects of each other, by references and by new")
    @Async
    static Coroutine<String> all() {
        var self = new MembersOfLocals();
        String s = await(self.references()) + await(byReferenceAlone("t"));
        s += await(self.creations(1, "a", "b")) + await(Generic.test(x -> "K"));
        return done(s + await(self.bySuperclass(30)));
    }
}
