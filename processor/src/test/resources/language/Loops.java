package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Loops whose turns need no way through the states, or nearly. */
class Loops {
    static int turns;

    static class Count {
        static int turns = 10;
    }

    static int left;

    @Case("L1: continue in front of a seldom await runs the update")
    @Async
    static Coroutine<Integer> seldom() {
        int sum = 0;
        for (int i = 0, j = 10; i < 9; i++, j -= 2) {
            if (i % 2 == 0) continue;
            if (i % 3 == 0) sum += await(leaf("a" + i, i * j));
            else sum += j;
            log("sum " + sum);
        }
        return done(sum);
    }

    @Case("L1: an update to which only copies lead")
    @Async
    static Coroutine<Integer> onlyCopies() {
        for (int i = 0; i < 5; i++) {
            if (i < 3) continue;
            await(leaf("a", i));
            return done(i);
        }
        return done(-1);
    }

    @Case("L1: a loop that ends in its first turn, behind it nothing but a throw")
    @Async
    static Coroutine<Integer> neverTwice() {
        try {
            for (int i = 0; ; i++) {
                if (i == 1) continue;
                if (i > 1) throw new IllegalStateException("i " + i);
                await(leaf("a", i));
            }
        } catch (IllegalStateException e) {
            return done(e.getMessage().length());
        }
    }

    @Case("L2: continue out of loops, switches and blocks without an await")
    @Async
    static Coroutine<Integer> fromWithin() {
        int sum = 0;
        outer:
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 3; k++) {
                if (k + i == 4) continue outer;
            }
            switch (i) {
                case 1: continue;
                case 2: break outer;
                default: log("switch " + i);
            }
            if (i == 0) { log("zero"); continue; } else log("else");
            sum += await(leaf("a" + i, i));
        }
        return done(sum);
    }

    @Case("L2: what the update names is hidden where continue stands")
    @Async
    static Coroutine<Integer> hidden() {
        turns = 0;
        left = 3;
        Count.turns = 10;
        outer:
        for (; left > 0; left--, turns++, Loops.turns++, Count.turns++) {
            for (int turns = 100, left = 50; turns < 102; turns++) {
                String Count = "c";
                if (turns + left == 150 && Loops.left == 2) continue outer;
                log(Count + turns);
            }
            Object o = left;
            if (o instanceof Integer turns && turns == 1) continue;
            log(await(leaf("a", "left " + left)));
        }
        return done(turns * 100 + Count.turns);
    }

    @Case("L2: continue through a finally without an await")
    @Async
    static Coroutine<Integer> throughFinally() {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            try {
                if (i == 1) continue;
                sum += i;
            } finally {
                log("finally " + i);
                sum += 10;
            }
            sum += await(leaf("a" + i, 1));
        }
        return done(sum);
    }

    @Case("L3: both sides of an if go on with the same")
    @Async
    static Coroutine<String> bothSides() {
        String text = "";
        for (int i = 0; i < 5; i++) {
            if (i % 2 == 0) {
                text += "even";
            } else {
                await(leaf("odd", i));
            }
            text += i;
            if (i == 3) {
                if (await(leaf("three", true))) text += "!";
            } else if (i == 4) {
                text += "?";
            } else {
                text += ",";
            }
        }
        return done(text);
    }

    @Case("L3: a while loop whose last statement is short")
    @Async
    static Coroutine<Integer> shortWhile() {
        int i = 0;
        int sum = 0;
        while (i < 6) {
            sum += i;
            if (i % 4 == 0) await(leaf("a" + i, 0));
            i++;
        }
        do {
            i--;
            if (i == 3) continue;
            sum -= await(leaf("b" + i, i));
        } while (i > 0);
        return done(sum);
    }

    @Case("L4: loops in a try: the handlers of the place where it fails are found")
    @Async
    static Coroutine<String> failures() {
        String text = "";
        for (int i = 0; i < 8; i++) {
            try {
                for (int k = 0; k < 3; k = next(k, i)) {
                    if (k == i) continue;
                    text += await(i + k == 6 ? failing("f" + i, new IllegalStateException("k" + k)) : leaf("a" + i, k));
                }
            } catch (IllegalStateException e) {
                text += e.getMessage();
                if (i == 5) continue;
                await(leaf("c", i));
            } finally {
                text += await(leaf("d", ";"));
            }
        }
        return done(text);
    }

    static int next(int k, int i) {
        if (k == 1 && i == 2) throw new IllegalStateException("next");
        return k + 1;
    }

    @Case("L4: loops within loops, both with awaits")
    @Async
    static Coroutine<Integer> nested() {
        int sum = 0;
        rows:
        for (int i = 0; i < 5; i++) {
            if (i == 1) continue;
            for (int k = 0; ; k++) {
                if (k == 2) continue;
                if (k == i) continue rows;
                if (k > 3) break rows;
                sum += await(leaf("a" + i + k, i * k));
            }
        }
        return done(sum);
    }

    @Case("L5: what a lambda captures is that of its turn")
    @Async
    static Coroutine<Integer> captured() {
        List<IntSupplier> suppliers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int mine = i * 10;
            suppliers.add(() -> mine);
            if (i == 2) continue;
            int awaited = await(leaf("a" + i, i));
            suppliers.add(() -> mine + awaited);
        }
        int sum = 0;
        for (IntSupplier supplier : suppliers) sum = sum * 3 + supplier.getAsInt();
        return done(sum);
    }

    @Case("L5: patterns that bind, and their names")
    @Async
    static Coroutine<String> patterns() {
        String text = "";
        for (Object o : new Object[] {1, "two", 3L, "four"}) {
            if (!(o instanceof String s)) continue;
            if (o instanceof String t && t.length() > 3) text += await(leaf("t", t));
            else text += s;
        }
        for (Object o : new Object[] {1, "two", 3L}) {
            if (!(o instanceof Integer s)) {
                text += await(leaf("o", o));
                continue;
            }
            text += s + 1;
        }
        return done(text);
    }

    @Case("L6: elements of maps and arrays, with awaits that bring them")
    @Async
    static Coroutine<List<Object>> elements() {
        List<Object> all = new ArrayList<>();
        for (Map.Entry<String, Integer> e : Map.of("one", 1).entrySet()) all.add(await(leaf(e.getKey(), e.getValue())));
        for (long n : new long[] {1, 2}) all.add(n + await(leaf("n", n)));
        for (String s : List.of("x", "", "y")) {
            if (s.isEmpty()) continue;
            var held = await(leaf("s", List.of(s)));
            for (String h : held) all.add(h);
        }
        return done(all);
    }

    @Case("L7: the turn of a loop waits more than once")
    @Async
    static Coroutine<String> parts() {
        String text = "";
        int i = 0;
        while (i < 6) {
            String a = await(leaf("a" + i, "a"));
            text += a;
            if (i == 4) break;
            String b = await(leaf("b" + i, "b"));
            text += b + i;
            i++;
        }
        while (true) {
            text += await(leaf("c", ":"));
            if (text.length() > 40) break;
            await(leaf("d", 1));
            text += "-";
            await(leaf("e", 1));
            text += ".";
            await(leaf("f", 1));
            text += i++;
        }
        do {
            await(leaf("g", 1));
            i -= 3;
        } while (await(leaf("h" + i, i > 0)));
        return done(text + i);
    }

    @Case("L7: each part of a turn fails into the handlers of its place")
    @Async
    static Coroutine<String> failingParts() {
        String text = "";
        for (int round = 0; round < 4; round++) {
            int i = 0;
            try {
                text += await(leaf("r", "r"));
                while (i < 3) {
                    text += await(round == 1 && i == 1 ? failing("a", new IllegalStateException("a")) : leaf("a", i));
                    if (round == 3 && i == 2) throw new IllegalStateException("c");
                    await(round == 2 && i == 2 ? failing("b", new IllegalStateException("b")) : leaf("b", i));
                    text += "b";
                    i++;
                }
                text += "end";
            } catch (IllegalStateException e) {
                text += e.getMessage() + i;
            }
        }
        return done(text);
    }

    @Case("L7: loops one behind the other and in each other, left in the midst of a turn")
    @Async
    static Coroutine<Integer> leftInTheMidst() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            await(leaf("i", i));
            sum += i;
            int k = 0;
            while (k < 3) {
                await(leaf("k", k));
                if (k == i) break;
                sum += 10;
                k++;
            }
            sum += k * 100;
            while (true) {
                sum++;
                await(leaf("w", 0));
                if (sum % 5 == 0) break;
                if (sum > 2000) return done(-1);
            }
            if (i == 1) continue;
            sum += 1000;
        }
        while (await(leaf("last", sum < 2300))) {
            sum += 7;
        }
        return done(sum);
    }

    @Case("L8: a turn that goes on at once or does something more, and is entered from its midst")
    @Async
    static Coroutine<String> someMore() {
        String text = "";
        int i = 0;
        while (i < 7) {
            boolean quick = await(leaf("q" + i, i % 3 == 0));
            i++;
            if (quick) {
                text += "q";
                continue;
            }
            text += i;
        }
        while (i > 0) {
            turn:
            {
                i--;
                if (i == 3) break turn;
                for (int k = 0; k < 3; k++) {
                    if (k + i == 6) break turn;
                }
                await(leaf("t", i));
            }
            text += "t";
            if (i == 5) continue;
            text += i;
        }
        return done(text);
    }

    static List<? extends String[]> arrays() {
        return List.of(new String[] {"a", "b"}, new String[] {"c"});
    }

    @Case("B2: each element of an array whose type is captured for a wildcard")
    @Async
    static Coroutine<String> capturedArrays() {
        String text = "";
        for (String element : arrays().get(0)) text += await(leaf("element", element));
        for (String element : await(leaf("arrays", arrays())).get(1)) text += element;
        for (String[] array : arrays()) for (String element : await(leaf("array", array))) text += element;
        return done(text);
    }
}
