package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

class Base {
    protected int guarded = 10;
    int shadowed = 1;

    @Async
    Coroutine<String> greet(String name) {
        return done("base " + await(leaf("base", name)));
    }

    protected String plain(int x) {
        return "plain base " + x;
    }

    protected static String st(int x) {
        return "static base " + x;
    }

    @Override
    public String toString() {
        return "Base";
    }
}

interface Greeter {
    int CONSTANT = 7;

    @Async
    default Coroutine<String> hello(String name) {
        return done(await(own(await(leaf("default", name)))) + CONSTANT + suffix());
    }

    @Async
    private Coroutine<String> own(String s) {
        return done(await(leaf("private", s)) + "?" + this.suffix());
    }

    @Async
    static Coroutine<String> open(String s) {
        return done(await(leaf("static", s)) + await(closed(s)));
    }

    @Async
    private static Coroutine<String> closed(String s) {
        return done(await(leaf("private static", s + s)));
    }

    String suffix();
}

class Access extends Base {
    private int secret = 3;
    private static String hidden = "hidden";
    int shadowed = 2;

    private Access() {}

    private Access(int secret) {
        this.secret = secret;
        log("private constructor " + secret);
    }

    private String whisper(String s) {
        return "(" + s + secret + ")";
    }

    private static int bump(int x) {
        return x + 1;
    }

    private record Pair(int left, String right) {
        private static int made;

        private Pair {
            made++;
        }
    }

    @Case("H1: private fields, methods, constructors and nested types")
    @Async
    static Coroutine<String> privates() {
        var a = new Access(await(leaf("a", 5)));
        a.secret += await(leaf("b", 1));
        a.secret++;
        hidden += await(leaf("c", "!"));
        var pair = new Pair(bump(await(leaf("d", 1))), a.whisper(await(leaf("e", "e"))));
        Function<Integer, Access> make = Access::new;
        Supplier<String> s = () -> a.whisper("lambda") + hidden;
        await(leaf("f", 0));
        hidden = "hidden";
        return done(pair + s.get() + make.apply(9).secret + Pair.made);
    }

    @Case("H1: an instance method's this, its private members, and this as a value")
    @Async
    static Coroutine<String> ownMembers() {
        return done(await(new Access(1).members(2)));
    }

    @Async
    private Coroutine<String> members(int secret) {
        this.secret = secret + await(leaf("a", 10));
        Access self = await(leaf("this", this));
        log(self == this);
        Supplier<Integer> s = () -> this.secret + secret;
        guarded += await(leaf("b", 1));
        return done(whisper("x") + this.whisper("y") + s.get() + guarded + Access.this.secret);
    }

    @Case("H1: super calls, super fields, static members through the subclass")
    @Async
    static Coroutine<String> superCalls() {
        Base b = new Access();
        return done(await(b.greet("n")) + await(((Access) b).viaLambda()));
    }

    @Override
    @Async
    Coroutine<String> greet(String name) {
        String s = await(super.greet(await(leaf("override", name + "+"))));
        return done(s + super.plain(await(leaf("p", 1))) + plain(2) + super.shadowed + shadowed + ((Base) this).shadowed
                + st(await(leaf("q", 3))) + super.toString() + this);
    }

    @Async
    Coroutine<String> viaLambda() {
        int x = await(leaf("x", 4));
        Supplier<String> a = () -> super.plain(x);
        Function<Integer, String> b = super::plain;
        Supplier<String> c = super::toString;
        await(leaf("y", 0));
        return done(a.get() + b.apply(5) + c.get());
    }

    @Override
    protected String plain(int x) {
        return "plain sub " + x;
    }

    @Case("H1: interface default, private and static methods, and Interface.super")
    @Async
    static Coroutine<String> interfaces() {
        class Both implements Greeter {
            @Override
            public String suffix() {
                return "both";
            }

            @Override
            @Async
            public Coroutine<String> hello(String name) {
                return done("override " + await(Greeter.super.hello(await(leaf("both", name)))));
            }
        }
        Greeter lambda = () -> "lambda";
        return done(await(new Both().hello("a")) + await(lambda.hello("b")) + await(Greeter.open("c")));
    }

    class Inner {
        private int depth = 1;

        class Deeper {
            private final int own;

            Deeper(int own) {
                this.own = own;
            }

            @Async
            Coroutine<String> sum() {
                secret += await(leaf("secret", 1));
                Access.this.secret += await(leaf("qualified", 1));
                Inner.this.depth += await(leaf("inner", own));
                String w = whisper("w") + Access.this.whisper("q") + Access.super.plain(await(leaf("outer super", 6)));
                Runnable r = () -> depth++;
                r.run();
                return done(w + secret + depth + this.own + own);
            }
        }
    }

    @Case("H1: inner classes: Outer.this, outer.new, their private members")
    @Async
    static Coroutine<String> inner() {
        var a = new Access(100);
        Inner i = a.new Inner();
        Inner.Deeper d = await(leaf("i", i)).new Deeper(await(leaf("own", 5)));
        String s = await(d.sum());
        try {
            Inner none = null;
            none.new Deeper(await(leaf("never", 1)));
        } catch (NullPointerException e) {
            s += " npe";
        }
        return done(s + i.depth);
    }

    @Case("H1: an inner class made from within, with this as its outer instance")
    @Async
    static Coroutine<String> innerFromWithin() {
        return done(await(new Access(7).makesInner()));
    }

    @Async
    Coroutine<String> makesInner() {
        Inner i = new Inner();
        Inner j = this.new Inner();
        i.depth = await(leaf("depth", 20));
        return done(await(i.new Deeper(1).sum()) + j.depth);
    }

    @Case("H1: local classes, records, enums and interfaces in an async method")
    @Async
    static Coroutine<String> localTypes() {
        int captured = await(leaf("captured", 3));
        record Point(int x, int y) {
            Point {
                log("point");
            }

            int sum() {
                return x + y;
            }

            static Point origin() {
                return new Point(0, 0);
            }
        }
        enum Level {
            LOW {
                @Override
                int rank() {
                    return -1;
                }
            },
            HIGH;

            int rank() {
                return ordinal();
            }
        }
        interface Shape {
            int area();
        }
        class Square implements Shape {
            private int side = captured;

            Square(int more) {
                side += more;
            }

            Square() {
                this(1);
            }

            @Override
            public int area() {
                return side * side * captured;
            }
        }
        class Cube extends Square {
            Cube() {
                super(2);
            }

            @Override
            public int area() {
                return super.area() * 10 + captured;
            }
        }
        var p = new Point(await(leaf("x", 1)), 2);
        Shape s = new Square(await(leaf("more", 1)));
        Shape t = new Square();
        Supplier<Square> make = Cube::new;
        Level level = Level.valueOf(await(leaf("level", "LOW")));
        String r = switch (level) {
            case LOW -> await(leaf("low", "low"));
            case HIGH -> "high";
        };
        Shape anonymous = new Shape() {
            final int own = captured + p.x();

            @Override
            public int area() {
                return own + s.area();
            }
        };
        await(leaf("b", 0));
        return done(p + "" + p.sum() + Point.origin() + s.area() + t.area() + make.get().area() + level.rank() + Level.HIGH.rank() + r + anonymous.area());
    }

    @Case("H1: async methods of local and anonymous classes")
    @Async
    static Coroutine<String> asyncInLocal() {
        String captured = await(leaf("captured", "c"));
        abstract class Worker {
            private int count;

            @Async
            Coroutine<String> work(int n) {
                count += n;
                String s = await(leaf("work", captured)) + count;
                return done(s + await(step()));
            }

            abstract Coroutine<String> step();
        }
        Worker w = new Worker() {
            @Override
            @Async
            Coroutine<String> step() {
                String t = captured + await(leaf("step", "anonymous"));
                return done(t + captured.length());
            }
        };
        return done(await(w.work(1)) + await(w.work(await(leaf("n", 2)))));
    }

    enum Op {
        PLUS("+") {
            @Override
            @Async
            Coroutine<Integer> apply(int a, int b) {
                log(sign + ordinal());
                return done(await(leaf("a", a)) + await(leaf("b", b)));
            }
        },
        TIMES("*") {
            private final int factor = 1;

            @Override
            @Async
            Coroutine<Integer> apply(int a, int b) {
                return done(await(leaf("a", a)) * b * factor * await(super.apply(1, 2)));
            }
        };

        final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        @Async
        Coroutine<Integer> apply(int a, int b) {
            return done(await(leaf("default", 1)));
        }
    }

    @Case("H1: enum constants with bodies")
    @Async
    static Coroutine<String> enumBodies() {
        String s = "";
        for (Op op : Op.values()) s += op + op.sign + await(op.apply(3, 4)) + " ";
        return done(s);
    }

    record Account(String owner, int balance) implements Supplier<Coroutine<String>> {
        static int reads;

        @Async
        Coroutine<Account> deposit(int amount) {
            int next = balance + await(leaf("amount", amount));
            reads++;
            return done(new Account(owner, next));
        }

        @Override
        @Async
        public Coroutine<String> get() {
            return done(await(leaf("owner", owner())) + this.balance);
        }
    }

    @Case("H1: async methods of records")
    @Async
    static Coroutine<String> records() {
        var a = await(await(new Account("o", 1).deposit(10)).deposit(100));
        return done(a + await(a.get()));
    }

    interface Source<T> {
        Coroutine<T> next(T last);
    }

    static class Numbers implements Source<Integer>, Comparable<Numbers> {
        @Override
        @Async
        public Coroutine<Integer> next(Integer last) {
            return done(last == null ? await(leaf("first", 1)) : last + await(leaf("more", 1)));
        }

        @Override
        public int compareTo(Numbers o) {
            return 0;
        }
    }

    static class Evens extends Numbers {
        @Override
        @Async
        public final Coroutine<Integer> next(Integer last) {
            return done(2 * await(super.next(last)));
        }
    }

    @Case("H1: overriding through bridge methods")
    @Async
    static Coroutine<String> bridges() {
        List<Source<Integer>> all = List.of(new Numbers(), new Evens());
        String s = "";
        for (Source<Integer> source : all) s += await(source.next(await(source.next(null)))) + " ";
        return done(s);
    }

    @Case("H1: an async method as a method reference, static, bound and unbound")
    @Async
    static Coroutine<String> methodReferences() {
        Function<Integer, Coroutine<Integer>> f = Access::triple;
        var a = new Access(6);
        Function<Integer, Coroutine<String>> g = a::members;
        Function<Account, Coroutine<String>> h = Account::get;
        String s = "" + await(f.apply(await(leaf("x", 2)))) + await(g.apply(1)) + await(h.apply(new Account("r", 0)));
        return done(s);
    }

    @Async
    private static Coroutine<Integer> triple(int x) {
        return done(await(leaf("triple", x)) * 3);
    }

    @Case("H1: synchronized blocks without await, and monitors that are released")
    @Async
    static Coroutine<Integer> monitors() {
        Object lock = new Object();
        int x = await(leaf("x", 1));
        synchronized (lock) {
            for (int i = 0; i < 3; i++) {
                if (i == 1) continue;
                x += i;
                if (x > 100) return done(-1);
            }
        }
        log(Thread.holdsLock(lock));
        await(leaf("y", 0));
        return done(x);
    }

    @Case("H9: a class with async methods keeps its other members, initialisers and constants")
    @Async
    static Coroutine<String> otherMembers() {
        return done(Keeps.CONSTANT + Keeps.COMPUTED + new Keeps().instance + await(new Keeps().use()));
    }

    static class Keeps {
        static final String CONSTANT = "c";
        static final List<String> COMPUTED = new ArrayList<>();
        final int instance;

        static {
            COMPUTED.add("static");
            Runnable r = () -> COMPUTED.add("lambda in initialiser");
            r.run();
        }

        {
            instance = 4;
        }

        @Async
        @Deprecated
        protected final Coroutine<String> use() {
            Supplier<String> before = () -> "before" + instance;
            String s = await(leaf("s", before.get()));
            return done(s + kept(1).get());
        }

        Supplier<String> kept(int x) {
            return () -> "kept" + x + instance;
        }
    }

    @Case("H1: eager methods that return futures and stages, static and not")
    @Async
    static Coroutine<String> eager() throws Exception {
        CompletableFuture<Integer> f = eagerly(1);
        log("f is called");
        int first = await(f);
        CompletionStage<String> g = new Access(2).stagedly("s");
        log("g is called");
        return done(first + await(g) + await(eagerly(2).thenApply(x -> x + 1)));
    }

    @Async
    static CompletableFuture<Integer> eagerly(int x) {
        return done(x + await(leaf("eager", 100)));
    }

    @Async
    CompletionStage<String> stagedly(String s) {
        secret += await(leaf("staged", 1));
        return done(s + secret);
    }

    @Case("H1: async lambdas use this, private members and super")
    @Async
    static Coroutine<String> asyncLambdas() {
        return done(await(new Access(30).withAsyncLambda(2)));
    }

    @Async
    Coroutine<String> withAsyncLambda(int n) {
        Coroutine<String> c = async(() -> {
            secret += await(leaf("a", n));
            String s = super.plain(await(leaf("b", secret)));
            return s + whisper("w") + this.secret;
        });
        return done(await(c) + note("n", n));
    }
}
