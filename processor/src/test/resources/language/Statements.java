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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Statements {
    static Iterable<Integer> numbers(String tag, int count) {
        log("numbers " + tag);
        return () -> {
            log("iterator " + tag);
            return new Iterator<>() {
                int next = 0;

                @Override
                public boolean hasNext() {
                    log("hasNext " + tag);
                    return next < count;
                }

                @Override
                public Integer next() {
                    log("next " + tag);
                    return next++;
                }
            };
        };
    }

    @Case("B1: a while condition with an await is evaluated anew each time")
    @Async
    static Coroutine<Integer> whileCondition() {
        int i = 0;
        while (await(leaf("c" + i, i < 3))) {
            log("body " + i);
            i++;
        }
        return done(i);
    }

    @Case("B1: continue in a while loop goes to the condition")
    @Async
    static Coroutine<Integer> whileContinue() {
        int i = 0;
        while (await(leaf("c" + i, i++ < 5))) {
            if (i % 2 == 0) continue;
            log("odd " + await(leaf("i", i)));
        }
        return done(i);
    }

    @Case("B1: a do loop runs before its condition, and continue goes to the condition")
    @Async
    static Coroutine<Integer> doLoop() {
        int i = 0;
        do {
            i++;
            if (i == 2) continue;
            if (i == 5) break;
            log("body " + await(leaf("i", i)));
        } while (await(leaf("c" + i, i < 10)));
        do i += await(leaf("once", 100));
        while (i < 0);
        return done(i);
    }

    @Case("B1: continue in a for loop goes to the update")
    @Async
    static Coroutine<String> forLoop() {
        String s = "";
        for (int i = await(leaf("init", 0)), j = 10; await(leaf("c", i < j)); i += await(leaf("u", 2)), j--) {
            if (i == 2) continue;
            s += i + ":" + j + " ";
            if (await(leaf("b", i == 6))) break;
        }
        return done(s);
    }

    @Case("B1: a for loop without initialisation, condition or update")
    @Async
    static Coroutine<Integer> bareFor() {
        int n = 0;
        for (; ; ) {
            if (await(leaf("n", ++n)) > 3) break;
        }
        for (; n < 6; ) n = await(leaf("m", n + 1));
        int i;
        for (i = await(leaf("i", 1)), log("comma"); i < 3; log("update"), i++) {}
        return done(n * 10 + i);
    }

    @Case("B1: a loop whose only await is in its update")
    @Async
    static Coroutine<Integer> awaitInUpdateOnly() {
        int sum = 0;
        for (int i = 0; i < 4; i = await(leaf("u", i + 1))) {
            if (i == 1) continue;
            sum += i;
        }
        return done(sum);
    }

    @Case("B2: an enhanced for evaluates its array once and keeps it")
    @Async
    static Coroutine<String> forArray() {
        int[] a = {1, 2, 3};
        int[] b = a;
        String s = "";
        for (int x : note("array", a)) {
            a = null;
            b[2] = 30;
            s += await(leaf("x", x)) + ";";
        }
        for (long x : new int[] {await(leaf("first", 7)), 8}) s += x + await(leaf("y", 1)) + ",";
        for (int[] row : new int[][] {{1, 2}, {}, {3}}) for (int x : row) s += await(leaf("z", x));
        return done(s);
    }

    @Case("B2: an enhanced for asks its iterator as Java does")
    @Async
    static Coroutine<Integer> forIterable() {
        int sum = 0;
        for (int x : numbers("n", 3)) {
            if (x == 1) continue;
            sum += await(leaf("x", x + 1));
        }
        for (Integer x : await(leaf("source", numbers("m", 5)))) {
            if (await(leaf("stop", x == 1))) break;
        }
        return done(sum);
    }

    @Case("B2: an enhanced for over null fails before its body")
    @Async
    static Coroutine<Object> forNull() {
        List<String> list = null;
        try {
            for (String s : list) log(await(leaf("never", s)));
        } catch (NullPointerException e) {
            log("list");
        }
        int[] array = null;
        for (int x : array) log(await(leaf("never", x)));
        return done(null);
    }

    @Case("B2: the loop variable is converted: unboxed, widened, cast")
    @Async
    static Coroutine<String> forConversion() {
        List<Integer> list = new ArrayList<>(Arrays.asList(1, 2, null));
        String s = "";
        try {
            for (long x : list) s += await(leaf("x", x)) + "L ";
        } catch (NullPointerException e) {
            s += "npe ";
        }
        for (Object o : new String[] {"a", "b"}) s += await(leaf("o", o));
        for (final var e : new TreeMap<>(Map.of("k", 1, "l", 2)).entrySet()) s += e.getKey() + await(leaf("v", e.getValue()));
        return done(s);
    }

    @Case("B2: the loop variable may be assigned")
    @Async
    static Coroutine<Integer> assignLoopVariable() {
        int sum = 0;
        for (int x : new int[] {1, 2, 3}) {
            x *= 10;
            x += await(leaf("x", x));
            sum += x;
        }
        return done(sum);
    }

    @Case("B2: changing a list under its loop is noticed")
    @Async
    static Coroutine<Object> concurrentModification() {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        for (int x : list) list.add(await(leaf("x", x)));
        return done(list);
    }

    @Case("B3: labelled break and continue leave several loops")
    @Async
    static Coroutine<String> labels() {
        String s = "";
        outer:
        for (int i = 0; i < 4; i++) {
            inner:
            for (int j = 0; ; j++) {
                s += i + "" + j + " ";
                if (await(leaf("c", j == 2))) continue outer;
                if (i == 2) break inner;
                if (i == 3) break outer;
                while (true) {
                    if (await(leaf("d", true))) continue inner;
                }
            }
            s += "after ";
        }
        return done(s);
    }

    @Case("B3: labelled jumps out of several try blocks run each finally, innermost first")
    @Async
    static Coroutine<String> labelsThroughFinally() {
        String s = "";
        outer:
        for (int i = 0; i < 5; i++) {
            try {
                for (int j = 0; j < 3; j++) {
                    try {
                        try {
                            if (i == 0 && j == 1) continue outer;
                            if (i == 1) continue;
                            if (i == 2) break;
                            if (i == 3) break outer;
                            s += await(leaf("b" + i + j, i + "" + j)) + " ";
                        } finally {
                            s += "f1" + await(leaf("f1", "")) + " ";
                        }
                    } finally {
                        s += "f2 ";
                    }
                }
                s += "end" + i + " ";
            } finally {
                log(await(leaf("f3", "f3")));
                s += "f3 ";
            }
        }
        return done(s);
    }

    @Case("B3: a labelled block is left by break")
    @Async
    static Coroutine<String> labelledBlock() {
        String s = "";
        block:
        {
            s += "a";
            if (await(leaf("x", true))) break block;
            s += "never";
        }
        here:
        if (await(leaf("y", true))) {
            s += "b";
            if (s.length() == 2) break here;
            s += "never";
        }
        a:
        b:
        for (; ; ) {
            c:
            try {
                if (await(leaf("z", true))) break c;
            } finally {
                s += "c";
                if (s.length() == 3) continue b;
                if (s.length() == 4) break a;
            }
        }
        there:
        try {
            break there;
        } finally {
            s += await(leaf("f", "f"));
        }
        return done(s);
    }

    @Case("B6: an endless loop needs no return behind it")
    @Async
    static Coroutine<Integer> endless() {
        int i = 0;
        while (true) {
            i = await(leaf("i", i + 1));
            if (i == 3) return done(i);
        }
    }

    @Case("B6: a method all of whose ways throw")
    @Async
    static Coroutine<Integer> alwaysThrows() {
        do {
            try {
                await(leaf("a", 1));
            } finally {
                log("finally");
            }
            throw new IllegalStateException("always");
        } while (true);
    }

    @Case("B6: every branch returns, and nothing stands behind")
    @Async
    static Coroutine<String> everyBranchReturns() {
        if (await(leaf("a", false))) {
            return done("a");
        } else {
            synchronized (Statements.class) {
                log("in the monitor");
            }
            switch (await(leaf("b", 2))) {
                case 1 -> {
                    return done("b1");
                }
                default -> {
                    try {
                        return done(await(leaf("c", "c")));
                    } finally {
                        log("bye");
                    }
                }
            }
        }
    }

    @Case("B7: loops without await run as loops")
    @Async
    static Coroutine<Long> hotLoop() {
        long sum = 0;
        int n = await(leaf("n", 3_000_000));
        for (int i = 0; i < n; i++) {
            if (i % 3 == 0) continue;
            sum += i;
            while (sum < 0) break;
        }
        outer:
        for (; ; ) {
            for (int i = 0; ; i++) if (i > 5) break outer;
        }
        for (; ; ) break;
        {
        }
        ;
        return done(sum + await(leaf("m", 1)));
    }

    @Case("B7: a jump inside an await-free loop crosses a finally with an await")
    @Async
    static Coroutine<String> exitsFromKeptCode() {
        String s = "";
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (int j = 0; j < 5; j++) {
                    if (i == 0 && j == 2) break;
                    if (i == 1 && j == 3) continue outer;
                    if (i == 2 && j == 1) break outer;
                    s += j;
                }
                s += ".";
            } finally {
                s += await(leaf("f", "f"));
            }
        }
        return done(s);
    }

    @Case("B8: assert, throw and return with awaits")
    @Async
    static Coroutine<Integer> assertThrowReturn() {
        assert await(leaf("a", true)) : await(leaf("never", "detail"));
        try {
            assert await(leaf("a2", 1)) == 2 : "detail " + await(leaf("detail", 'd'));
        } catch (AssertionError e) {
            log(e);
        }
        try {
            throw await(leaf("b", new IllegalArgumentException("awaited")));
        } catch (IllegalArgumentException e) {
            log(e);
        }
        try {
            throw await(leaf("c", (RuntimeException) null));
        } catch (NullPointerException e) {
            log("npe");
        }
        try {
            return done(await(leaf("d", 5)));
        } finally {
            log("finally");
        }
    }

    @Case("B8: local variable declarations with several declarators")
    @Async
    static Coroutine<String> declarators() {
        int a = 1, b = await(leaf("b", a + 1)), c, d[] = {a, await(leaf("d", b))}, e = a + b;
        c = await(leaf("c", d[1]));
        final long f = await(leaf("f", 5L)), g = f * 2;
        return done(a + " " + b + " " + c + " " + d.length + " " + e + " " + f + " " + g);
    }

    @Case("B8: expression statements: an await alone, a call, a creation, an increment of an awaited element")
    @Async
    static Coroutine<Integer> expressionStatements() {
        int[] a = {1, 2};
        await(leaf("alone", 1));
        await(leaf("void", (Void) null));
        log(await(leaf("call", 2)));
        new ArrayList<>(await(leaf("new", List.of(1))));
        a[await(leaf("i", 1))]++;
        --a[await(leaf("j", 0))];
        return done(a[0] * 10 + a[1]);
    }

    @Case("B8: if and else without braces, nested danglingly")
    @Async
    static Coroutine<String> dangling() {
        String s = "";
        for (int i = 0; i < 4; i++)
            if (i % 2 == 0)
                if (await(leaf("a", i == 0))) s += "zero";
                else s += "two";
            else if (await(leaf("b", i == 1))) s += "one";
            else {
                s += await(leaf("c", "three"));
            }
        return done(s);
    }

    @Case("B10: an async lambda's awaits belong to the lambda")
    @Async
    static Coroutine<Integer> asyncLambda() {
        int base = await(leaf("base", 10));
        Coroutine<Integer> c = async(() -> {
            int x = await(leaf("x", 1));
            for (int i = 0; i < 3; i++) x += await(leaf("i", i)) + base;
            return x;
        });
        log("made");
        int outer = await(leaf("outer", 100));
        int inner = await(c);
        return done(outer + inner);
    }

    @Case("B10: async lambdas nest, return from themselves only, and fail into their await")
    @Async
    static Coroutine<String> nestedAsyncLambdas() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            int number = i;
            Coroutine<String> c = async(() -> {
                if (number == 0) return await(leaf("zero", "zero"));
                if (number == 2) throw new IllegalStateException("two" + await(leaf("two", "!")));
                return await(async(() -> "inner" + await(leaf("inner", number))));
            });
            try {
                s += await(c) + " ";
            } catch (IllegalStateException e) {
                s += e.getMessage();
            }
        }
        await(async(() -> {
            log(await(leaf("nothing", "no value")));
        }));
        return done(s);
    }

    @Case("B1: a failing condition leaves the loop through the try around it")
    @Async
    static Coroutine<String> failingCondition() {
        int i = 0;
        try {
            while (i < 2 ? await(leaf("c", true)) : await(failing("d", new IllegalStateException("condition")))) i++;
        } catch (IllegalStateException e) {
            return done(e.getMessage() + i);
        }
        return done("never");
    }
}
