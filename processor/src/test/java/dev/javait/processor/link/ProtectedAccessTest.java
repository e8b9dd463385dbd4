package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.TwinCase;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class inherits as protected from another package, the classes in it use as javac lets them. */
class ProtectedAccessTest {
    private static final Source FURTHER_UP = new Source("library.FurtherUp", """
            package library;

            public class FurtherUp {
                protected long count = 1;
                protected String label = "further up";
                protected static String shared = "s";
                protected static int made = 1;

                protected String joined(String first, Object... more) {
                    return first + java.util.Arrays.toString(more) + count;
                }

                protected static int twice(int x) {
                    return 2 * x;
                }

                protected static int thrice(int x) {
                    return 3 * x;
                }
            }
            """);

    private static final Source BASE = new Source("library.Base", """
            package library;

            public abstract class Base<T> extends FurtherUp {
                protected T value;

                protected Base(T value) {
                    this.value = value;
                }

                protected T swap(T other) {
                    T old = value;
                    value = other;
                    return old;
                }
            }
            """);

    private static final Source USER = new Source("user.User", """
            package user;

            import static dev.javait.Javait.async;
            import static dev.javait.Javait.await;
            import static dev.javait.Javait.done;
            import static dev.javait.processor.twin.support.Leaf.leaf;
            import static dev.javait.processor.twin.support.Trace.log;

            import dev.javait.Async;
            import dev.javait.Coroutine;
            import dev.javait.processor.twin.support.Case;
            import java.util.function.BiFunction;
            import java.util.function.Function;
            import java.util.function.Supplier;
            import library.Base;

            class User extends Base<String> {
                private String label = "user";
                private static int made = 2;

                User(String value) {
                    super(value);
                }

                @Override
                protected String swap(String other) {
                    return "User." + super.swap(other);
                }

                class Member {
                    @Async
                    Coroutine<String> fields(User other) {
                        value += await(leaf("value", "v"));
                        User.this.value = value + other.value + await(leaf("further", "w"));
                        count++;
                        count += ++User.this.count + await(leaf("count", 2));
                        other.count <<= await(leaf("shift", 3));
                        shared = shared + await(leaf("shared", "t")) + User.shared;
                        return done(value + count + other.count-- + shared + other.count);
                    }

                    @Async
                    Coroutine<String> methods(User other) {
                        String text = swap(await(leaf("swap", "x"))) + other.swap("y") + twice(await(leaf("twice", 4)));
                        text += joined(text, await(leaf("more", 1)), 2) + User.super.swap("super") + value;
                        return done(text + value + new int[] {1, await(leaf("array", 2))}.clone().length);
                    }

                    @Async
                    Coroutine<String> functions() {
                        Function<String, String> swap = User.this::swap;
                        BiFunction<String, Object[], String> joined = User.this::joined;
                        Function<Integer, Integer> twice = User::twice;
                        BiFunction<User, String, String> unbound = User::swap;
                        Function<String, String> inSuper = User.super::swap;
                        Function<String, String> spread = User.super::joined;
                        User.super.value += await(leaf("super", "s"));
                        log(User.super.joined("a", await(leaf("joined", 1)), 2) + spread.apply("e"));
                        Supplier<String> lambda = () -> value + count + shared + swap("lambda");
                        Coroutine<String> later = async(() -> value + await(leaf("later", 1)) + swap("later"));
                        return done(swap.apply(await(leaf("swap", "a")))
                                + joined.apply("b", new Object[] {1})
                                + twice.apply(3)
                                + unbound.apply(User.this, "c")
                                + inSuper.apply("d")
                                + lambda.get()
                                + await(later));
                    }
                }

                static class Sibling extends Base<Integer> {
                    Sibling() {
                        super(5);
                    }

                    @Async
                    Coroutine<String> both(User user) {
                        value += await(leaf("own", 1));
                        user.value += await(leaf("other", "o"));
                        count += user.count + await(leaf("count", 1));
                        return done(value + user.value + count + user.swap("z") + swap(await(leaf("swap", 9))) + twice(1));
                    }
                }

                protected static int thrice(int x) {
                    return -3 * x;
                }

                @Async
                Coroutine<String> hidden() {
                    super.label += await(leaf("label", "+")) + label;
                    super.made = super.made * 5 + await(leaf("made", made));
                    return done(super.label + label + super.made + made + super.thrice(await(leaf("thrice", 1))) + thrice(1));
                }

                class Hiding {
                    @Async
                    Coroutine<String> hidden(User other) {
                        User.super.label += await(leaf("label", "+")) + label;
                        other.label += User.super.label;
                        Supplier<String> lambda = () -> User.super.label + label;
                        int thrice = User.super.thrice(await(leaf("thrice", 1))) + thrice(1);
                        return done(User.super.label + other.label + thrice + lambda.get());
                    }
                }

                @Async
                Coroutine<String> local() {
                    String text = await(leaf("text", "l"));
                    Object anonymous = new Object() {
                        @Async
                        Coroutine<String> read() {
                            return done(value + text + swap(await(leaf("anonymous", "n"))) + User.super.value);
                        }

                        @Override
                        public String toString() {
                            return "anonymous";
                        }
                    };
                    class Local {
                        @Async
                        Coroutine<String> read() {
                            return done(value + count + swap(await(leaf("local", "m"))));
                        }
                    }
                    return done(anonymous + await(new Local().read()) + await(new Local().read()) + super.value);
                }

                @Case("all of them")
                @Async
                static Coroutine<String> all() {
                    User user = new User("u");
                    Member member = user.new Member();
                    log(await(member.fields(new User("other"))));
                    log(await(member.methods(new User("other"))));
                    log(await(member.functions()));
                    log(await(new Sibling().both(user)));
                    log(await(user.hidden()));
                    log(await(user.new Hiding().hidden(new User("other"))));
                    return done(await(user.local()) + user.value + user.count);
                }
            }
            """);

    @Test
    void inBothWorldsTheSame(@TempDir Path scratch) {
        TwinCase all = USER.cases().get(0);
        var difference =
                new Twins(scratch).compile(List.of(FURTHER_UP, BASE, USER)).compare(all);
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
