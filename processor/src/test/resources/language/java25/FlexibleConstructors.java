package language.java25;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Classes that stand in front of {@code super(…)}, where the object that is made is not yet there. */
class FlexibleConstructors {
    private String name = "outer";

    String greeting() {
        return "hello " + name;
    }

    interface Later {
        Coroutine<String> get();
    }

    static class Base {
        final Later first;
        Later second;

        Base(Later first) {
            this.first = first;
        }
    }

    class Inner extends Base {
        final String own = "own";

        Inner(int n) {
            int doubled = 2 * n;
            class Foo {
                @Async
                Coroutine<String> get() {
                    name += await(leaf("n", n));
                    Supplier<Bare> bare = Bare::new;
                    return done(greeting() + doubled + new Foo().text() + bare.get().text());
                }

                String text() {
                    return FlexibleConstructors.this.name;
                }

                class Member {
                    @Async
                    Coroutine<String> get() {
                        Supplier<Member> make = Member::new;
                        Supplier<Foo> foo = Foo::new;
                        await(leaf("member", 1));
                        return done(make.get().text() + foo.get().text() + new Bare().text());
                    }

                    String text() {
                        return greeting() + n + Foo.this.text();
                    }
                }

                class Bare {
                    String text() {
                        return "bare";
                    }
                }
            }
            Foo made = new Foo();
            super(new Later() {
                @Override
                @Async
                public Coroutine<String> get() {
                    Foo.Member member = await(leaf("foo", new Foo())).new Member();
                    return done(await(made.get()) + await(member.get()) + doubled);
                }
            });
            class Behind {
                @Async
                Coroutine<String> get() {
                    Supplier<Foo> foo = Foo::new;
                    String s = own + await(leaf("own", 1)) + greeting() + await(foo.get().get());
                    return done(s + new Foo().new Member().text() + n);
                }
            }
            second = new Behind()::get;
        }

        Inner(String text) {
            this(() -> {
                class Local {
                    @Async
                    Coroutine<String> get() {
                        Supplier<Local> make = Local::new;
                        return done(make.get().text() + await(leaf("text", text)));
                    }

                    String text() {
                        return text + greeting();
                    }
                }
                Later later = new Later() {
                    @Override
                    @Async
                    public Coroutine<String> get() {
                        return done(await(new Local().get()) + new Local().text());
                    }
                };
                return later.get();
            });
        }

        private Inner(Later later) {
            super(later);
        }
    }

    /** No object is around these. */
    static class Nested extends Base {
        String own = "nested";

        Nested(String text) {
            class Foo {
                final int n;

                Foo(int n) {
                    this.n = n;
                }

                @Async
                Coroutine<String> get() {
                    IntFunction<Foo> make = Foo::new;
                    return done(text + make.apply(await(leaf("n", n + 1))).n + new Foo(n).n);
                }
            }
            super(new Foo(1)::get);
            second = new Later() {
                @Override
                @Async
                public Coroutine<String> get() {
                    own += await(leaf("own", 1));
                    return done(own + await(new Foo(8).get()));
                }
            };
        }
    }

    /** In front of the call in a constructor that itself stands in front of one. */
    class Twice extends Base {
        Twice(String text) {
            class Outer extends Base {
                Outer(int n) {
                    class Foo {
                        @Async
                        Coroutine<String> get() {
                            Supplier<Foo> make = Foo::new;
                            await(leaf("foo", 1));
                            return done(greeting() + n + text + make.get().text());
                        }

                        String text() {
                            return greeting();
                        }
                    }
                    super(new Foo()::get);
                    second = () -> new Foo().get();
                }
            }
            Outer outer = new Outer(3);
            super(outer.first);
            second = outer.second;
        }
    }

    @Async
    static Coroutine<String> both(Base base) {
        return done(await(base.first.get()) + (base.second == null ? "" : await(base.second.get())));
    }

    @Case("local classes in front of super(…) belong to the object around the one that is made, wherever they are made")
    @Async
    static Coroutine<String> all() {
        var outer = new FlexibleConstructors();
        String s = await(both(outer.new Inner(5))) + await(both(outer.new Inner("t")));
        return done(s + await(both(new Nested("n"))) + await(both(outer.new Twice("w"))));
    }
}
