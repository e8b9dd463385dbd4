package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.AsyncCloseable;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import dev.javait.processor.twin.support.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Control flow after the tests of coroutines of other languages. */
class Coroutines {
    static RuntimeException oops(String text) {
        return new IllegalStateException(text);
    }

    static final class Slow implements AsyncCloseable {
        final String name;
        final boolean fails;

        Slow(String name, boolean fails) {
            log("open " + name);
            this.name = name;
            this.fails = fails;
        }

        @Async
        public Coroutine<Void> closeAsync() {
            log("closing " + name);
            await(leaf("close " + name, 0));
            if (fails) throw oops("close " + name);
            return done();
        }
    }

    @Case("recursion, plain and mutual, through awaits in arguments")
    @Async
    static Coroutine<String> recursion() {
        return done(await(fib(7)) + " " + await(even(5)) + " " + await(ackermann(2, 2)) + " " + await(hanoi(3, "a", "b", "c")));
    }

    @Async
    static Coroutine<Integer> fib(int n) {
        return done(n < 2 ? await(leaf("fib", n)) : await(fib(n - 1)) + await(fib(n - 2)));
    }

    @Async
    static Coroutine<Boolean> even(int n) {
        return n == 0 ? done(await(leaf("even", true))) : odd(n - 1);
    }

    @Async
    static Coroutine<Boolean> odd(int n) {
        if (n == 0) return done(false);
        return even(n - 1);
    }

    @Async
    static Coroutine<Integer> ackermann(int m, int n) {
        if (m == 0) return done(n + 1);
        if (n == 0) return ackermann(m - 1, 1);
        return ackermann(m - 1, await(ackermann(m, n - 1)));
    }

    @Async
    static Coroutine<String> hanoi(int n, String from, String over, String to) {
        return done(n == 0 ? "" : await(hanoi(n - 1, from, to, over)) + await(leaf("move", from + to + " ")) + await(hanoi(n - 1, over, from, to)));
    }

    @Case("the result of finally is the result; what it replaces is gone")
    @Async
    static Coroutine<String> replaced() {
        String s = "";
        for (int i = 0; i < 6; i++) {
            try {
                s += await(overriding(i)) + " ";
            } catch (IllegalStateException e) {
                s += "thrown " + e.getMessage() + " " + e.getSuppressed().length + " ";
            }
        }
        return done(s);
    }

    @Async
    static Coroutine<String> overriding(int i) {
        outer:
        for (int turn = 0; turn < 2; turn++) {
            try {
                try {
                    if (i == 0) return done(await(leaf("r", "returned")));
                    if (i == 1) throw oops("body");
                    if (i == 2) await(failing("f", oops("awaited")));
                    if (i == 3) continue;
                    if (i == 4) break;
                    log("body ends");
                } finally {
                    await(leaf("inner", i));
                    if (i == 1) return done("overridden");
                    if (i == 3) throw oops("finally " + turn);
                    if (i == 4) continue outer;
                }
                log("after inner");
            } catch (IllegalStateException e) {
                log("caught " + e.getMessage());
                if (i == 3) continue;
                await(leaf("handler", turn));
                throw e;
            } finally {
                log("outer finally " + i + turn);
                await(leaf("outer", i));
                if (i == 5 && turn == 1) return done("five");
            }
        }
        return done("end " + i);
    }

    @Case("resources close in the reverse order, whatever ends the block")
    @Async
    static Coroutine<String> resources() {
        String s = "";
        for (int i = 0; i < 6; i++) {
            try (Slow a = new Slow("a" + i, i == 3);
                    Slow b = i == 1 ? null : new Slow("b" + i, i >= 3)) {
                if (i == 2) throw oops("body");
                if (i == 4) throw oops("both");
                if (i == 5) continue;
                s += await(leaf("body", i)) + (b == null ? "null" : b.name) + a.name + " ";
            } catch (IllegalStateException e) {
                s += e.getMessage();
                for (Throwable t : e.getSuppressed()) s += "+" + t.getMessage();
                s += " ";
            } finally {
                s += await(leaf("finally", "f "));
            }
        }
        return done(s);
    }

    @Case("operands keep what they were when later ones await and change them")
    @Async
    static Coroutine<String> operands() {
        int x = 1;
        int[] a = {1, 2, 3};
        int i = 0;
        String s = "" + x + (x = await(leaf("x", 2))) + x++ + ++x + (x += await(leaf("y", x))) + x;
        a[i++] = a[i] + await(leaf("a", i++)) * (i = 2);
        a[i] += i = await(leaf("i", 0));
        a[await(leaf("j", 1))] <<= a[i]++ + await(leaf("k", 1));
        long wide = x;
        wide += await(leaf("d", 2.9));
        byte narrow = (byte) await(leaf("n", 300)).intValue();
        narrow -= await(leaf("m", 1000));
        char c = 'a';
        c += await(leaf("c", 1));
        boolean both = await(leaf("t", false)) & await(leaf("u", true)) | await(leaf("v", 1)) > 0 ^ x == await(leaf("w", x));
        return done(s + a[0] + a[1] + a[2] + i + wide + narrow + c + both + -await(leaf("neg", 4)) + ~await(leaf("not", 4)));
    }

    @Case("loops in loops with jumps of all kinds between awaits")
    @Async
    static Coroutine<String> primes() {
        List<Integer> primes = new ArrayList<>();
        candidates:
        for (int n = 2; await(leaf("n", n)) < 30; n++) {
            for (int p : primes) {
                if (p * p > n) break;
                if (n % await(leaf("p", p)) == 0) continue candidates;
            }
            primes.add(n);
        }
        String s = primes.toString();
        int collatz = 6, steps = 0;
        while (collatz != 1) {
            switch (collatz & 1) {
                case 0 -> collatz /= await(leaf("half", 2));
                default -> collatz = 3 * collatz + await(leaf("up", 1));
            }
            if (++steps > 100) break;
        }
        Map<Character, Integer> counts = new TreeMap<>();
        for (char letter : await(leaf("word", "mississippi")).toCharArray())
            counts.merge(letter, await(leaf("one", 1)), Integer::sum);
        do {
            steps--;
            if (steps % 2 == 0) continue;
            if (steps == 3) break;
        } while (await(leaf("down", steps)) > 0);
        return done(s + collatz + steps + counts);
    }

    @Case("async lambdas capture, nest, and are called in any order")
    @Async
    static Coroutine<String> closures() {
        List<Coroutine<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int captured = i;
            all.add(async(() -> {
                int sum = 0;
                for (int k = captured; k > 0; k--) sum += await(async(() -> captured * await(leaf("inner", captured))));
                return sum;
            }));
        }
        String s = "";
        for (int i = all.size() - 1; i >= 0; i--) s += await(all.get(i)) + " ";
        BinaryOperator<Function<Integer, Integer>> compose = (f, g) -> x -> g.apply(f.apply(x));
        Function<Integer, Integer> f = x -> x;
        for (int i = 1; i < 4; i++) {
            int step = await(leaf("step", i));
            f = compose.apply(f, x -> x * 10 + step);
        }
        int last = f.apply(0);
        return done(s + last + IntStream.range(0, 3).map(x -> x + last).sum() + await(async(() -> last + await(leaf("last", 1)))));
    }

    @Case("failures in each part of each statement are caught where they belong")
    @Async
    static Coroutine<String> failures() {
        String s = "";
        for (int i = 0; i < 9; i++) {
            try {
                if (i == 0 && await(Leaf.<Boolean, RuntimeException>failing("if", oops("if")))) s += "never";
                while (i == 1 && await(Leaf.<Boolean, RuntimeException>failing("while", oops("while")))) s += "never";
                for (int k = i == 2 ? await(Leaf.<Integer, RuntimeException>failing("init", oops("init"))) : 0; k < 1; k += i == 3 ? await(Leaf.<Integer, RuntimeException>failing("update", oops("update"))) : 1) s += k;
                switch (i == 4 ? await(Leaf.<Integer, RuntimeException>failing("switch", oops("switch"))) : i) {
                    case 5 -> throw i == 5 ? await(Leaf.<RuntimeException, RuntimeException>failing("throw", oops("thrown"))) : oops("never");
                    case 6 -> await(i == 6 ? Coroutines.<Coroutine<String>>never() : leaf("x", "x"));
                    default -> log("default " + i);
                }
                do s += i; while (i == 7 && await(Leaf.<Boolean, RuntimeException>failing("do", oops("do"))));
                int[] none = null;
                if (i == 8) none[await(leaf("index", 0))] = await(leaf("value", 1));
            } catch (IllegalStateException | NullPointerException | ArithmeticException e) {
                s += " " + (e instanceof NullPointerException ? "null" : e.getMessage()) + " ";
            }
        }
        return done(s);
    }

    static <T> T never() {
        throw new ArithmeticException("call");
    }
}
