package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Variables that have a value by the rules of chapter 16 of the Java language alone, where awaits stand between their assignment and their use. */
class DefiniteAssignment {
    static int next;

    static int next(int limit) {
        return ++next % limit;
    }

    @Case("V when true: the right side of && is reached only so")
    @Async
    static Coroutine<String> conjunction() {
        String s = "";
        next = 0;
        for (int i = 0; i < 4; i++) {
            int v;
            if (await(leaf("a", i > 0)) && (v = next(3)) > 0 && await(leaf("b", v > 0))) s += v + " ";
            int w;
            if (!(await(leaf("c", i != 2)) && (w = next(5)) > 1)) continue;
            s += "w" + w + " ";
        }
        return done(s);
    }

    @Case("V when false: the right side of || is reached only so")
    @Async
    static Coroutine<String> disjunction() {
        String s = "";
        next = 0;
        for (int i = 0; i < 4; i++) {
            int v;
            if (await(leaf("a", i == 0)) || (v = next(3)) == 0 || await(leaf("b", v == 2))) {
                s += "left ";
            } else {
                s += v + " ";
            }
            final int w;
            if (i == 1 || !await(leaf("c", (w = next(7)) > 2))) continue;
            Supplier<Integer> later = () -> w;
            s += later.get() + " ";
        }
        return done(s);
    }

    @Case("V after a loop is V when its condition is false")
    @Async
    static Coroutine<String> loops() {
        next = 0;
        int n;
        while (!(await(leaf("a", next > 1)) && (n = next(9)) > 0)) next++;
        int m;
        do {
            log("turn " + n);
            m = await(leaf("m", next(4)));
        } while (m != 3);
        int k;
        for (int i = 0; await(leaf("k", k = i + m)) < 6; i++) log("k " + k);
        int endless;
        for (; ; ) {
            if (await(leaf("endless", next(5))) != 0) continue;
            endless = next;
            break;
        }
        boolean constant;
        while (true) {
            if (constant = await(leaf("constant", next(2) == 0))) break;
        }
        return done(n + " " + m + " " + k + " " + endless + " " + constant);
    }

    @Case("V after a conditional expression, of boolean type and of others")
    @Async
    static Coroutine<String> conditionals() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            int v;
            boolean b = await(leaf("a", i % 2 == 0)) ? (v = 1 + i) > 1 : (v = await(leaf("v", i))) > 2;
            int w;
            int x = i < 2 ? (w = 3) : await(leaf("w", w = i));
            int y;
            if (i > 1 ? await(leaf("y", (y = i) > 2)) : (y = 7) > await(leaf("z", i * 6))) s += "yes" + y;
            else s += "no" + y;
            s += " " + b + v + w + x + " ";
        }
        return done(s);
    }

    @Case("V after a switch expression, by all of its yields")
    @Async
    static Coroutine<String> switches() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            final int y;
            int x = switch (await(leaf("i", i))) {
                case 0 -> {
                    y = 1;
                    yield 10;
                }
                case 1 -> y = await(leaf("one", 2));
                case 2 -> {
                    try {
                        y = 3;
                    } finally {
                        await(leaf("f", 0));
                    }
                    yield y;
                }
                default -> await(leaf("d", y = 4));
            };
            Supplier<String> text = () -> x + ":" + y;
            int z;
            switch (await(leaf("z", i))) {
                case 0:
                    z = 5;
                    break;
                case 1:
                    z = await(leaf("z1", 6));
                    log("falls");
                default:
                    z = await(leaf("zd", i * 2));
            }
            boolean more;
            if (switch (i) { case 1 -> more = await(leaf("more", true)); default -> more = i > 2; }) s += "!";
            s += text.get() + " " + z + more + " ";
        }
        return done(s);
    }

    @Case("V after try: by the block and by each catch, or by finally")
    @Async
    static Coroutine<String> tries() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            int v;
            int w;
            try {
                v = i == 1 ? await(failing("failing", new IllegalStateException("v"))) : await(leaf("v", i));
            } catch (IllegalStateException e) {
                v = -1;
            } finally {
                w = await(leaf("w", 10 + i));
            }
            int x;
            try {
                if (i == 2) throw new IllegalArgumentException("x");
                x = await(leaf("x", 5));
            } catch (IllegalArgumentException e) {
                s += e.getMessage() + " ";
                continue;
            }
            final int y;
            try {
                await(leaf("y", 0));
            } finally {
                y = v + x;
            }
            IntSupplier sum = () -> y + 1;
            s += v + " " + w + " " + x + " " + sum.getAsInt() + " ";
        }
        return done(s);
    }

    @Case("V after a labelled statement, and what ends a method otherwise")
    @Async
    static Coroutine<String> labels() {
        int v;
        found: {
            for (int i = 0; i < 5; i++) {
                if (await(leaf("i", i)) == 3) {
                    v = i;
                    break found;
                }
            }
            throw new IllegalStateException("never");
        }
        final String w;
        if (await(leaf("w", v > 2))) w = "more";
        else return done("less");
        int x;
        synchronized (w) {
            x = v + w.length();
        }
        int y, z = await(leaf("z", y = x)) + y;
        int p, q;
        p = q = await(leaf("q", z));
        int[] array = {p = await(leaf("p", 1)), p + q};
        assert (y = await(leaf("assert", 4))) > 0 : y;
        return done(w + v + x + y + z + array[0] + array[1]);
    }

    @Case("V is assigned where the condition is constant")
    @Async
    static Coroutine<String> constants() {
        final boolean yes = true;
        int a;
        if (yes || await(leaf("never", true))) a = await(leaf("a", 1));
        int b;
        if (yes && (b = await(leaf("b", 2))) > 0) a += b;
        int c;
        while (yes) {
            c = await(leaf("c", a));
            if (c > 0) break;
        }
        int d = true ? await(leaf("d", c)) : await(leaf("never", 0));
        int e;
        for (; yes && true; ) {
            e = await(leaf("e", 5));
            if (e == 5) break;
        }
        int f;
        do {
            f = await(leaf("f", 6));
            if (f > 3) break;
        } while (!false);
        if (false) log(await(leaf("never", 1)));
        return done("" + a + b + c + d + e + f);
    }

    @Case("patterns bind where they have matched")
    @Async
    static Coroutine<String> patterns() {
        String s = "";
        for (Object o : List.of("text", 7, 'c', 9L)) {
            if (!(await(leaf("o", o)) instanceof String t) || !await(leaf("t", t.length() > 2))) {
                if (o instanceof Integer n && await(leaf("n", n > 3)) && n + await(leaf("m", n)) > 4) s += n + " ";
                else if (!(o instanceof Character c)) s += "long" + await(leaf("long", o)) + " ";
                else s += await(leaf("c", c)) + "" + c + " ";
                continue;
            }
            s += t + await(leaf("after", t)) + " ";
            while (!(await(leaf("loop", o)) instanceof String u)) s += "never";
            s += u.length();
        }
        return done(s);
    }

    @Case("what is assigned once is captured by whatever comes later")
    @Async
    static Coroutine<String> captures() {
        int once;
        if (await(leaf("a", true))) once = await(leaf("b", 4));
        else once = 5;
        class Local {
            int twice() {
                return 2 * once;
            }
        }
        Coroutine<Integer> later = async(() -> {
            int inner;
            if (await(leaf("inner", once > 3))) inner = once + await(leaf("c", 1));
            else inner = 0;
            Supplier<Integer> s = () -> inner + once;
            return s.get() + await(leaf("d", s.get()));
        });
        Iterator<Integer> ones = new Iterator<>() {
            int left = once;

            public boolean hasNext() {
                return left > 0;
            }

            public Integer next() {
                return left--;
            }
        };
        String s = "";
        while (await(leaf("has", ones.hasNext()))) s += ones.next();
        return done(s + new Local().twice() + await(later));
    }
}
