package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes whose objects belong to one of a generic class: within that class, and within those that extend it, their bare names have its type arguments. */
class MemberClasses {
    static class Base<T> {
        class Item<V> {
            final T t;
            final V v;

            Item(T t, V v) {
                this.t = t;
                this.v = v;
            }

            class Deep {
                String text = "deep " + t + v;
            }
        }

        class Plain {
            static final int SIZE = Integer.parseInt("4");
            T t;

            static String name() {
                return "plain";
            }

            T get() {
                return t;
            }
        }
    }

    static class Sub extends Base<String> {
        @Async
        Coroutine<String> inherited() {
            List<Item<Integer>> list = new ArrayList<Item<Integer>>(await(leaf("list", new ArrayList<Item<Integer>>())));
            list.add(await(leaf("item", (Item<Integer>) new Item<Integer>("a", 1))));
            Item<Integer>.Deep deep = await(leaf("deep", list.get(0).new Deep()));
            Plain plain = new Plain();
            plain.t = await(leaf("q", "q"));
            List<? extends Sub.Plain> plains = new ArrayList<Sub.Plain>(await(leaf("plains", List.of(plain))));
            String names = Plain.name() + Plain.SIZE + Plain.class.getSimpleName() + Plain[].class.getSimpleName();
            return done(deep.text + list.get(0).v.intValue() + plains.get(0).t.length() + names);
        }
    }

    static class Outer<A> extends Base<A> {
        final A a;

        Outer(A a) {
            this.a = a;
        }

        class Box<C> {
            final C c;

            Box(C c) {
                this.c = c;
            }

            A outer() {
                return a;
            }

            class In {
                A both() {
                    return a;
                }
            }
        }

        class Own {
            A get() {
                return a;
            }

            static String named(Object any) {
                return "named " + any;
            }
        }

        static <X> X same(X x) {
            return x;
        }

        @Async
        Coroutine<String> creations() {
            List<Box<A>> list = new ArrayList<Box<A>>();
            list.add(await(leaf("box", new Box<>(a))));
            Item<List<? super A>> item = new Item<List<? super A>>(a, await(leaf("list", new ArrayList<>())));
            item.v.add(a);
            Map<Box<A>.In, ? super Own> map = new HashMap<Box<A>.In, Own>();
            Box<String>.In in = new Box<String>("x").new In();
            return done("" + list.get(0).c + item.v + map + await(leaf("in", in)).both());
        }

        @Async
        Coroutine<String> functions() {
            Function<A, Box<A>> maker = Box::new;
            Function<A, Box<A>> exact = Box<A>::new;
            Supplier<Own> own = Own::new;
            Function<Own, A> getter = Own::get;
            Function<Box<A>, A> outer = (Box<A> b) -> same(b).outer();
            Function<Own, String> named = Own::named;
            Own one = await(leaf("own", own.get()));
            List<A> all = List.of(a, await(leaf("a", a)));
            List<String> made = all.stream().map(Box::new).map(box -> "" + box.c).toList();
            return done("" + getter.apply(one) + outer.apply(maker.apply(a)) + exact.apply(a).c + made
                    + named.apply(one).startsWith("named"));
        }

        @Async
        Coroutine<String> uses() {
            Object unknown = await(leaf("own", new Own()));
            Own one = (Own) unknown;
            Base<A>.Plain plain = new Plain();
            plain.t = await(leaf("plain", a));
            String kind = unknown instanceof Outer<?>.Own ? "own" : "no";
            List<Own> all = Outer.<List<Own>>same(List.<Own>of(one, await(leaf("one", one))));
            StringBuilder out = new StringBuilder(kind);
            for (Own each : all) out.append(await(leaf("each", each.get())));
            return done(out.append(plain.get()).toString());
        }

        class Middle {
            class Last<Z extends A> {
                Z z;
            }

            @Async
            Coroutine<String> deeper(A value) {
                Last<A> last = new Last<A>();
                last.z = await(leaf("value", value));
                List<Last<A>> all = new ArrayList<Last<A>>();
                all.add(await(leaf("last", last)));
                Own own = new Own();
                Box<Last<A>> box = new Box<Last<A>>(await(leaf("last", last)));
                return done("" + all.get(0).z + box.c.z + await(leaf("own", own.get())));
            }
        }

        @Async
        Coroutine<String> ofAnother() {
            Outer<Integer>.Box<String> box = new Outer<Integer>.Box<String>(await(leaf("s", "s")));
            return done(box.c);
        }
    }

    @Case("inherited from a generic class")
    @Async
    static Coroutine<String> inherited() {
        return done(await(new Sub().inherited()));
    }

    @Case("new, with type arguments and without")
    @Async
    static Coroutine<String> creations() {
        return done(await(new Outer<>("c").creations()));
    }

    @Case("references to constructors and methods")
    @Async
    static Coroutine<String> functions() {
        return done(await(new Outer<>("f").functions()));
    }

    @Case("casts, tests, type arguments of calls")
    @Async
    static Coroutine<String> uses() {
        return done(await(new Outer<>("u").uses()));
    }

    @Case("members of members")
    @Async
    static Coroutine<String> deeper() {
        return done(await(new Outer<>("d").new Middle().deeper("e")));
    }

    @Case("named with other type arguments than those of this")
    @Async
    static Coroutine<String> ofAnother() {
        return done(await(new Outer<>("o").ofAnother()));
    }

    @Case("raw, and from outside")
    @Async
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Coroutine<String> raw() {
        Outer outer = new Outer("r");
        Outer.Box raw = outer.new Box(await(leaf("s", "s")));
        Outer<Integer>.Box<String> box = new Outer<Integer>(5).new Box<String>("t");
        Outer<Integer>.Box<String> cast = (Outer<Integer>.Box<String>) await(leaf("box", (Object) box));
        List<Outer<Integer>.Own> list = new ArrayList<Outer<Integer>.Own>();
        list.add(new Outer<>(await(leaf("3", 3))).new Own());
        List<Outer.Own> raws = new ArrayList<Outer.Own>(list);
        Outer<String>.Box<Integer> both = new Outer<>("d").new Box<>(await(leaf("1", 1)));
        return done("" + raw.c + raw.outer() + (await(leaf("cast", cast)).outer() + 1) + list.get(0).get().intValue()
                + raws.get(0).get() + both.outer().length() + both.c.intValue());
    }
}
