package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.Function;
import java.util.function.Supplier;

/** Static methods and inner classes of a superclass that the class has its own of the same name of. */
class HiddenMembers {
    static class Base<K> {
        static String shared = "Base.shared";
        final K key;

        Base(K key) {
            this.key = key;
        }

        static String make() {
            return "Base.make";
        }

        static <T> String make(T of) {
            return "Base.make " + of;
        }

        protected static String joined(Object... all) {
            return "Base.joined " + all.length;
        }

        class Node {
            String text() {
                return "Base.Node of " + key;
            }
        }

        class Pair<V> {
            final V value;

            Pair(V value) {
                this.value = value;
            }

            K key() {
                return key;
            }

            String text() {
                return "Base.Pair " + key + "=" + value;
            }

            @Async
            Coroutine<String> rawOnes() {
                Pair raw = await(leaf("raw", new Pair("raw")));
                return done(raw.text() + new Pair("x").text() + new Pair<>(await(leaf("diamond", 1))).text());
            }
        }

        @Async
        Coroutine<Object> raw() {
            await(leaf("raw", 0));
            return done(new Pair("raw").key());
        }
    }

    static class Derived extends Base<String> {
        static String shared = "Derived.shared";

        Derived(String key) {
            super(key);
        }

        static String make() {
            return "Derived.make";
        }

        static String make(String of) {
            return "Derived.make " + of;
        }

        protected static String joined(String one, String other) {
            return "Derived.joined";
        }

        class Node extends Base<String>.Node {
            @Override
            String text() {
                return "Derived.Node, " + super.text();
            }
        }

        class Pair {}

        @Async
        Coroutine<String> methods() {
            String text = super.make() + make() + super.make(await(leaf("of", "a"))) + make("b") + super.shared + shared;
            text += super.<Integer>make(await(leaf("integer", 4))) + super.<Integer>make(5);
            return done(text + super.joined("a", "b") + joined("a", "b") + super.joined(await(leaf("joined", 1))));
        }

        @Async
        Coroutine<String> classes() {
            String text = new Node().text() + new Base<String>.Node().text();
            Supplier<Base<String>.Node> make = Base<String>.Node::new;
            Function<Integer, Base<String>.Pair<Integer>> pair = Base<String>.Pair<Integer>::new;
            Base<String>.Pair<Integer> two = new Base<String>.Pair<Integer>(await(leaf("two", 2)));
            Base<String>.Pair<Integer> three = new Base<String>.Pair<>(await(leaf("three", 3)));
            text += new Base<String>.Node() {
                @Override
                String text() {
                    return "anonymous " + super.text();
                }
            }.text();
            return done(text + make.get().text() + pair.apply(await(leaf("one", 1))).text() + two.key().length()
                    + two.text() + three.text() + await(leaf("node", new Base<String>.Node())).text());
        }

        class Member {
            class Deep {
                @Async
                Coroutine<String> ofTheOuter() {
                    String text = Derived.super.make() + Derived.super.make(await(leaf("of", "c"))) + Derived.super.shared;
                    text += new Node().text() + new Base<String>.Node().text() + Derived.super.<Integer>make(6);
                    return done(text + Derived.super.joined("a", await(leaf("b", "b"))) + make("d"));
                }
            }
        }
    }

    @Case("static methods")
    @Async
    static Coroutine<String> staticMethods() {
        return done(await(new Derived("k").methods()) + await(new Derived("l").new Member().new Deep().ofTheOuter()));
    }

    @Case("inner classes")
    @Async
    static Coroutine<String> innerClasses() {
        var derived = new Derived("k");
        return done(await(derived.classes()) + await(new Base<>(await(leaf("key", 1))).raw())
                + await(new Base<>("r").new Pair<>(2).rawOnes()));
    }
}
