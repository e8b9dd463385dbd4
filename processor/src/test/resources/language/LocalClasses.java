package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

class LocalClasses {
    @Case("B9: a local class holds what its local superclass captures")
    @Async
    static Coroutine<String> superclasses() {
        int base = await(leaf("base", 10));
        String tag = "t" + base;
        abstract class Walk {
            String tag() {
                return tag;
            }

            abstract Coroutine<Integer> go(int n);
        }
        class Down extends Walk {
            @Override
            @Async
            Coroutine<Integer> go(int n) {
                if (n == 0) return done(tag().length());
                Walk anonymous = new Walk() {
                    @Override
                    @Async
                    Coroutine<Integer> go(int k) {
                        return done(k + await(new Down().go(0)) + await(leaf("k", k)));
                    }
                };
                return done(await(new Down().go(n - 1)) + await(anonymous.go(n)));
            }
        }
        class Further extends Down {
            @Override
            @Async
            Coroutine<Integer> go(int n) {
                return done(await(super.go(n)) + await(new Further().one()));
            }

            @Async
            Coroutine<Integer> one() {
                return done(await(new Down().go(1)));
            }
        }
        return done(await(new Down().go(3)) + " " + await(new Further().go(2)));
    }

    @Case("B9: a local class holds what the objects that it makes capture")
    @Async
    static Coroutine<String> makers() {
        int base = await(leaf("base", 10));
        class Made {
            int value() {
                return base;
            }

            class Member {
                int next() {
                    return base + 1;
                }

                @Async
                Coroutine<Integer> more() {
                    return done(await(leaf("more", 1)) + new Made().value() + new Member().next());
                }
            }
        }
        class Maker {
            @Async
            Coroutine<Integer> make() {
                return done(new Made().value() + await(leaf("make", 1)) + new Made() {}.value());
            }

            @Async
            Coroutine<Integer> member() {
                return done(new Made().new Member().next() + await(new Made().new Member().more()));
            }

            @Async
            Coroutine<Integer> reference() {
                Supplier<Made> made = Made::new;
                Supplier<Coroutine<Integer>> later = () -> async(() -> new Made().value() + await(leaf("later", 1)));
                return done(await(leaf("reference", 1)) + made.get().value() + await(later.get()));
            }

            @Async
            Coroutine<Integer> deep() {
                class Around {
                    class Within extends Made {
                        @Async
                        Coroutine<Integer> both() {
                            return done(await(leaf("both", 1)) + new Within().value() + new Around().new Within().value());
                        }
                    }
                }
                return done(await(new Around().new Within().both()));
            }
        }
        Maker maker = new Maker();
        return done(await(maker.make())
                + " "
                + await(maker.member())
                + " "
                + await(maker.reference())
                + " "
                + await(maker.deep()));
    }

    @Case("B9: variables that a class around captures, and one between does not")
    @Async
    static Coroutine<String> around() {
        int far = await(leaf("far", 1));
        List<String> list = new ArrayList<>(List.of("list"));
        class Outer {
            final int near = 5;

            class Member {
                @Async
                Coroutine<Integer> inMethod() {
                    class Inner {
                        @Async
                        Coroutine<Integer> sum() {
                            return done(far + await(leaf("sum", list.size())));
                        }
                    }
                    return done(far + await(new Inner().sum()));
                }
            }

            @Async
            Coroutine<Integer> inMethod() {
                int near = await(leaf("near", 3));
                class Inner {
                    @Async
                    Coroutine<Integer> sum() {
                        list.add("sum" + await(leaf("sum", near)));
                        return done(far + near + Outer.this.near);
                    }

                    class Member {
                        @Async
                        Coroutine<Integer> sum() {
                            return done(far + near + await(Inner.this.sum()));
                        }
                    }
                }
                Supplier<Coroutine<Integer>> inLambda = () -> {
                    int own = 7;
                    class Innermost {
                        @Async
                        Coroutine<Integer> sum() {
                            return done(far + own + await(leaf("lambda", near)) + list.get(0).length());
                        }
                    }
                    return new Innermost().sum();
                };
                return done(await(new Inner().sum()) + await(new Inner().new Member().sum()) + await(inLambda.get()));
            }

            final Supplier<Coroutine<Integer>> inInitializer;

            {
                class Inner {
                    @Async
                    Coroutine<Integer> sum() {
                        return done(far + await(leaf("initialiser", near)));
                    }
                }
                inInitializer = () -> new Inner().sum();
            }

            final Supplier<Coroutine<Integer>> inField = () -> new Object() {
                @Async
                Coroutine<Integer> sum() {
                    return done(far + await(leaf("field", near)));
                }
            }.sum();
            final Supplier<Coroutine<Integer>> inConstructor;

            Outer() {
                class Inner {
                    @Async
                    Coroutine<Integer> sum() {
                        return done(far + await(leaf("constructor", list.size())));
                    }
                }
                inConstructor = () -> new Inner().sum();
            }
        }
        Outer outer = new Outer();
        return done(await(outer.inMethod())
                + " "
                + await(outer.new Member().inMethod())
                + " "
                + await(outer.inInitializer.get())
                + " "
                + await(outer.inField.get())
                + " "
                + await(outer.inConstructor.get())
                + list);
    }

    @Case("B9: captured variables of one name at several depths")
    @Async
    static Coroutine<String> sameName() {
        String v = "outer" + await(leaf("v", 1));
        class Outer {
            String text() {
                return v;
            }

            @Async
            Coroutine<String> all() {
                String before = v;
                class Inner extends Outer {
                    @Override
                    @Async
                    Coroutine<String> all() {
                        return done(v + await(leaf("inner", 2)));
                    }
                }
                Coroutine<String> hidden = new Object() {
                    @Async
                    Coroutine<String> go(int v) {
                        String text = new Outer().text() + await(leaf("go", v));
                        return done(v + text + await(new Inner().all()));
                    }
                }.go(7);
                return done(before + await(hidden));
            }
        }
        return done(await(new Outer().all()));
    }

    @Case("B9: classes in lambdas that capture what the lambda declares")
    @Async
    static Coroutine<String> inLambdas() throws Exception {
        int base = await(leaf("base", 10));
        Callable<Coroutine<String>> call = () -> {
            int twice = base * 2;
            class First {
                int sum() {
                    return twice + base;
                }
            }
            class Second extends First {
                @Async
                Coroutine<String> text(int n) {
                    if (n == 0) return done("" + sum());
                    return done(await(new Second().text(n - 1)) + await(leaf("n", n)) + new First().sum() + twice);
                }
            }
            return new Second().text(2);
        };
        var recursive = new Object() {
            @Async
            Coroutine<Integer> go(int n) {
                return n == 0 ? done(base) : done(await(go(n - 1)) + await(leaf("go", n)));
            }
        };
        return done(await(call.call()) + " " + await(recursive.go(3)));
    }

    static class Initialized<T> {
        static final Supplier<Coroutine<String>> IN_STATIC;

        static {
            class InStatic {
                @Async
                Coroutine<String> text() {
                    return done("static" + await(leaf("static", 1)));
                }
            }
            IN_STATIC = () -> new InStatic().text();
        }

        T value;
        final Function<String, Coroutine<String>> inInstance;

        {
            int local = 5;
            class InInstance<U> {
                @Async
                Coroutine<String> text(U own) {
                    return done("" + own + value + local + await(leaf("instance", value)));
                }
            }
            inInstance = own -> new InInstance<String>().text(own);
        }
    }

    @Case("B9: classes in static and instance initialisers")
    @Async
    static Coroutine<String> inInitializers() {
        var initialized = new Initialized<Integer>();
        initialized.value = 3;
        return done(await(Initialized.IN_STATIC.get()) + await(initialized.inInstance.apply("own")));
    }

    static final boolean NEVER = false;
    static final Supplier<Coroutine<String>> UNUSED = !NEVER ? null : new Supplier<>() {
        @Async
        @Override
        public Coroutine<String> get() {
            return done(await(leaf("never", "never")));
        }
    };

    /** javac writes no class file for them. */
    @Case("B9: classes in code that is never run, in a method that is not async and in one that is")
    @Async
    static Coroutine<String> dead() {
        String text = await(leaf("text", "text"));
        if (NEVER) {
            class Dead {
                @Async
                Coroutine<String> get() {
                    return done(text + await(leaf("dead", UNUSED)).get());
                }
            }
            return done(await(new Dead().get()));
        }
        return done(text + UNUSED);
    }

    @interface Marked {}

    @Case("B9: annotated parameters of constructors of local enums and classes")
    @Async
    static Coroutine<String> annotatedParameters() {
        enum Level {
            LOW("low", 1);

            final String text;

            Level(@Deprecated String text, @Marked int level) {
                this.text = text + level;
            }

            @Async
            Coroutine<String> text() {
                return done(text + await(leaf("level", 2)));
            }
        }
        String captured = await(leaf("captured", "captured"));
        class Local {
            final int value;

            Local(@Deprecated int value) {
                this.value = value;
            }

            @Async
            Coroutine<String> text() {
                return done(captured + value + await(leaf("value", 3)));
            }
        }
        return done(await(Level.LOW.text()) + await(new Local(4).text()));
    }
}
