package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

class Variables {
    int field = 1;

    interface Shape {
        String name();
    }

    @Case("D1: the same name in sister scopes is another variable, of another type")
    @Async
    @SuppressWarnings("unused")
    static Coroutine<String> sisters() {
        String s = "";
        {
            int x = await(leaf("a", 1));
            s += x;
        }
        {
            String x = await(leaf("b", "two"));
            s += x;
        }
        for (long x = 3; x < 4; x++) s += await(leaf("c", x)) + x;
        for (char x : new char[] {'d'}) s += await(leaf("d", x)) + "" + x;
        try {
            double x = await(leaf("e", 5.5));
            s += x;
            throw new IllegalStateException("six");
        } catch (IllegalStateException x) {
            s += await(leaf("f", "")) + x.getMessage();
        }
        Runnable r = () -> {
            byte x = 7;
            log(x);
        };
        r.run();
        int x;
        x = await(leaf("g", 8));
        return done(s + x);
    }

    @Case("D1: a variable declared in a loop begins anew each round")
    @Async
    static Coroutine<String> freshEachRound() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            int x;
            String t = "t";
            if (i == 1) x = 10;
            else x = await(leaf("x", i));
            t += await(leaf("t", x));
            s += t;
        }
        return done(s);
    }

    @Case("D2: lambdas that capture a loop's variables keep those of their round")
    @Async
    static Coroutine<String> capturedInLoops() {
        List<Supplier<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int copy = i;
            String awaited = await(leaf("a", "a" + i));
            all.add(() -> copy + awaited);
        }
        for (String each : await(leaf("list", List.of("x", "y")))) {
            await(leaf("b", 0));
            all.add(() -> each);
        }
        for (int each : new int[] {7, 8}) {
            all.add(() -> "" + each);
            await(leaf("c", 0));
        }
        int i = 0;
        while (await(leaf("d", i < 2))) {
            final int now = i++;
            all.add(() -> "w" + now);
        }
        String s = "";
        for (Supplier<String> one : all) s += one.get() + " ";
        return done(s);
    }

    @Case("D2: a captured variable assigned once, later, on two ways")
    @Async
    static Coroutine<String> capturedLateAssigned() {
        final String x;
        int y;
        if (await(leaf("a", true))) {
            x = await(leaf("b", "b"));
            y = 1;
        } else {
            x = "c";
            y = 2;
        }
        Supplier<String> s = () -> x + y;
        await(leaf("d", 0));
        return done(s.get());
    }

    @Case("D2: a lambda inside a lambda, and a lambda's own variables")
    @Async
    static Coroutine<Integer> nestedLambdas() {
        int base = await(leaf("base", 100));
        IntUnaryOperator f = x -> {
            int y = x * 2;
            IntUnaryOperator g = z -> {
                int base2 = base + z;
                return base2 + y;
            };
            return g.applyAsInt(x);
        };
        await(leaf("b", 0));
        return done(f.applyAsInt(5));
    }

    @Case("D2: a local class captures the variables of its round, across awaits")
    @Async
    static Coroutine<String> localClassInLoop() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = await(leaf("n", i * 10));
            class Local {
                final int more = number + 1;

                @Override
                public String toString() {
                    return number + "+" + more;
                }
            }
            Local one = new Local();
            await(leaf("b", 0));
            all.add(one);
            all.add(new Local());
        }
        return done(all.toString());
    }

    @Case("D3: parameters are variables like others")
    @Async
    static Coroutine<String> parameters() {
        return done(await(reassign(1, "a", new int[] {1}, 'x', 5L, 2.0)));
    }

    @Async
    static Coroutine<String> reassign(int i, final String s, int[] a, char c, long l, double d) {
        i += await(leaf("i", 10));
        a[0] = i;
        c++;
        l = await(leaf("l", l * 2));
        while (i > 8) i -= await(leaf("d", 1));
        d /= 4;
        return done(i + s + a[0] + c + l + d);
    }

    @Case("D4: a parameter that only a lambda reads, behind an await")
    @Async
    static Coroutine<Integer> parameterInLambda() {
        return done(await(onlyInLambda(41, 0)));
    }

    @Async
    static Coroutine<Integer> onlyInLambda(int x, int unused) {
        await(leaf("a", 0));
        IntSupplier f = () -> x + 1;
        return done(f.getAsInt());
    }

    @Case("D5: arguments are evaluated at the call, the body when it is awaited")
    @Async
    static Coroutine<Integer> argumentsAtCall() {
        int x = 1;
        var a = leaf("first", x);
        x = 2;
        log("between");
        int y = await(a) * 10 + x;
        return done(y + await(onlyInLambda(note("argument", 5), note("second", 6))));
    }

    @Case("D6: catch parameters, resources and loop variables live across awaits")
    @Async
    static Coroutine<String> otherVariables() throws Exception {
        String s = "";
        for (var each : new String[] {"p", "q"}) {
            try (AutoCloseable r = () -> log("close " + each)) {
                await(leaf("in " + each, 0));
                if (each.equals("q")) throw new IllegalStateException("thrown " + (r != null));
                s += each;
            } catch (IllegalStateException caught) {
                await(leaf("caught", 0));
                s += caught.getMessage();
            } finally {
                await(leaf("finally", 0));
                s += each;
            }
        }
        return done(s);
    }

    @Case("D6: pattern variables live across awaits, out of an if, a while and a negation")
    @Async
    static Coroutine<String> patterns() {
        Object[] all = {"text", 5, null, 'c', List.of(1)};
        String s = "";
        for (Object o : all) {
            if (o instanceof String t && await(leaf("a", t.length() > 2)) && t.startsWith("t")) s += await(leaf("b", t)) + t;
            if (!(o instanceof Integer n)) {
                s += await(leaf("no", "-"));
                continue;
            }
            s += await(leaf("c", n + 1));
            s += n;
            if (await(leaf("d", o)) instanceof Integer m && m == n) s += "m" + m + await(leaf("e", m));
            if (o instanceof String || o instanceof Integer k && await(leaf("f", k > 0))) s += "k";
            boolean b = o instanceof Integer q ? await(leaf("g", q > 1)) && q < 10 : false;
            s += b;
        }
        Object o = 0;
        while (!(o instanceof String end)) {
            o = await(leaf("h", o instanceof Integer i && i < 2 ? (Object) (i + 1) : "end"));
        }
        return done(s + end + await(leaf("i", 0)) + end);
    }

    @Case("D6: a pattern variable that shadows a field only where it is bound")
    @Async
    static Coroutine<String> patternShadows() {
        return done(await(new Variables().shadowing("text")));
    }

    @Async
    Coroutine<String> shadowing(Object o) {
        String s = "";
        if (o instanceof String field && await(leaf("a", true))) {
            s += field;
        } else {
            s += field + 1;
        }
        s += field + await(leaf("b", 2));
        if (!(o instanceof String field)) return done("no");
        return done(s + field + this.field);
    }

    @Case("D7: every primitive type keeps its value across awaits")
    @Async
    static Coroutine<String> primitives() {
        boolean z = true;
        byte b = -1;
        short s = Short.MIN_VALUE;
        char c = '\uffff';
        int i = Integer.MIN_VALUE;
        long l = Long.MIN_VALUE;
        float f = Float.MIN_VALUE;
        double d = Double.MIN_VALUE;
        long ll = 1L << 40;
        double nan = Double.NaN;
        float zero = -0f;
        await(leaf("a", 0));
        String before = z + " " + b + s + (int) c + i + l + f + d + ll + nan + zero;
        b = await(leaf("b", (byte) 3));
        s = (short) (await(leaf("s", 3)) + b);
        l += await(leaf("l", 1));
        var cc = await(leaf("c", 'c'));
        c = cc;
        return done(before + b + s + l + c + (z ? nan : d));
    }

    @Case("D7: null in a local of a precise type")
    @Async
    static Coroutine<String> nulls() {
        String s = null;
        int[] a = null;
        Supplier<String> f = null;
        var v = await(leaf("v", (List<String>) null));
        if (await(leaf("a", true))) s = await(leaf("s", (String) null));
        return done("" + s + (a == null) + f + v);
    }

    @Case("D8: a variable is live around a loop")
    @Async
    static Coroutine<String> liveAroundLoop() {
        String last = "none";
        String next = "";
        int count = 0;
        do {
            String now = last + count;
            next += last;
            last = await(leaf("l", now.length() > 6 ? "long" : now));
        } while (++count < 4);
        return done(next + last);
    }

    @Case("D8: a variable that only a finally reads")
    @Async
    static Coroutine<String> liveInFinally() {
        StringBuilder s = new StringBuilder();
        String onlyFinally = "f";
        String onlyCatch = "c";
        try {
            await(leaf("a", 0));
            onlyFinally += "g";
            await(failing("b", new IllegalStateException()));
            onlyCatch += "never";
        } catch (IllegalStateException e) {
            s.append(onlyCatch);
        } finally {
            s.append(onlyFinally);
        }
        return done(s.toString());
    }

    @Case("D8: an assignment in a try that fails half-way is seen by the catch")
    @Async
    static Coroutine<Integer> halfWay() {
        int x = 1;
        try {
            x = 2;
            x += (Integer) await(failing("a", new IllegalStateException()));
        } catch (IllegalStateException e) {
            x *= 10;
        }
        int y = 0;
        try {
            y = x + await(leaf("b", 1));
            y = Integer.parseInt(await(leaf("c", "no number")));
        } catch (NumberFormatException e) {
            return done(y * 100 + x);
        }
        return done(-1);
    }

    @Case("D12: definite assignment through every statement")
    @Async
    static Coroutine<String> definiteAssignment() {
        final int a;
        int b, c;
        final String d;
        if (await(leaf("a", true)) && (b = await(leaf("b", 2))) > 1) a = b;
        else a = 0;
        do {
            c = await(leaf("c", 3));
        } while (c < 3);
        switch (await(leaf("d", 1))) {
            case 1 -> d = "one";
            case 2 -> throw new IllegalStateException();
            default -> d = "more";
        }
        final int e = switch (d) {
            case "one" -> {
                final int inner;
                inner = await(leaf("e", 5));
                yield inner;
            }
            default -> 0;
        };
        int f;
        try {
            f = await(leaf("f", 6));
        } finally {
            log("finally");
        }
        int g;
        for (; ; ) {
            g = await(leaf("g", 7));
            break;
        }
        boolean h;
        if (!(h = await(leaf("h", false))) | true) log(h);
        int i;
        while (true) {
            if (await(leaf("i", true))) {
                i = 9;
                break;
            }
        }
        return done("" + a + c + d + e + f + g + h + i);
    }

    @Case("D12: final parameters, final loop variables and effectively final ones in async lambdas")
    @Async
    static Coroutine<Integer> finals() {
        int sum = 0;
        for (final int x : new int[] {1, 2}) {
            final int y = await(leaf("y", x * 10));
            sum += await(async(() -> x + y + await(leaf("z", 100))));
        }
        return done(sum);
    }

    @Case("D3: a variable assigned in its own initialiser, and in a condition")
    @Async
    static Coroutine<Integer> ownInitialiser() {
        int x = (x = await(leaf("x", 5))) * x;
        int y;
        if ((y = await(leaf("y", 2))) == 2 && (y += x) > 20) x = y;
        return done(x);
    }

    @Case("D7: arrays, in Java's old notation too, live across awaits")
    @Async
    static Coroutine<String> arrays() {
        int a[] = {1, 2}, b[][] = {{3}, {4, 5}};
        long[] c[] = new long[2][await(leaf("n", 1))];
        c[1][0] = await(leaf("c", 6));
        b[1][a[0]]++;
        String s = "";
        for (int[] row : b) for (int x : row) s += x + await(leaf("x", ","));
        return done(s + c[1][0] + c.length + a.clone()[1]);
    }

    @Case("D9: dead variables hold nothing, and whoever still reads one finds it, in lambdas too")
    @Async
    static Coroutine<String> deadAndAlive() {
        String dead = note("dead", "d");
        String captured = await(leaf("captured", dead + "c"));
        Supplier<String> later = () -> captured;
        String alive = await(leaf("alive", "a"));
        await(leaf("between", 0));
        return done(later.get() + alive);
    }

    @Case("D11: variables whose lives do not meet never see each other's values")
    @Async
    static Coroutine<String> disjointLives() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            if (i == 0) {
                long first = await(leaf("first", 1L << 40));
                await(leaf("a", 0));
                s += first;
            } else if (i == 1) {
                String second = await(leaf("second", "two"));
                await(leaf("b", 0));
                s += second;
            } else {
                Object third;
                await(leaf("c", 0));
                third = await(leaf("third", List.of(3)));
                await(leaf("d", 0));
                s += third;
            }
            double rest;
            if (i > 0) {
                rest = await(leaf("rest", 0.5));
                await(leaf("e", 0));
                s += rest;
            }
        }
        return done(s);
    }

    @Case("B9: local records, enums, interfaces and classes, and anonymous ones, that capture what outlives an await")
    @Async
    static Coroutine<String> localTypes() {
        int kept = await(leaf("kept", 1));
        record Point(int x, int y) {
            Point(int both) {
                this(both, both);
            }
        }
        enum Side {
            LEFT,
            RIGHT
        }
        interface Named {
            default String named() {
                return "named " + getClass().isAnonymousClass();
            }
        }
        class Local implements Named, Shape {
            int count = kept;

            @Override
            public String name() {
                return "local" + count++ + kept;
            }
        }
        String s = "";
        for (Side side : Side.values()) {
            int round = side.ordinal() + await(leaf("side", 10));
            Point point = new Point(await(leaf("both", round)));
            Shape shape = new Shape() {
                int calls = round;

                @Override
                public String name() {
                    return side + "" + calls++ + kept + point.x();
                }
            };
            Local local = new Local();
            await(leaf("between", 0));
            s += shape.name() + shape.name() + local.name() + local.name() + new Named() {}.named() + point;
        }
        return done(s);
    }
}
