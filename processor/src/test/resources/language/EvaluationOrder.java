package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

class EvaluationOrder {
    final String name;
    int number;
    EvaluationOrder next;

    EvaluationOrder(String name) {
        this.name = name;
        log("made " + name);
    }

    static EvaluationOrder make(String name) {
        log("make " + name);
        return new EvaluationOrder(name);
    }

    static EvaluationOrder nothing() {
        log("nothing");
        return null;
    }

    EvaluationOrder take(Object... values) {
        log(name + " takes " + Arrays.toString(values));
        return this;
    }

    static String join(Object a, Object b, Object c, Object d) {
        return a + "," + b + "," + c + "," + d;
    }

    @Case("A1: what stands left of an await is evaluated before it, what stands right of it after")
    @Async
    static Coroutine<String> arguments() {
        return done(join(note("a", 1), note("b", "x"), await(leaf("c", 3L)), note("d", 'd')));
    }

    @Case("A1: four awaits in one call keep their order and their values")
    @Async
    static Coroutine<String> fourAwaits() {
        return done(join(await(leaf("a", 1)), await(leaf("b", 2)), await(leaf("c", 3)), await(leaf("d", 4))));
    }

    @Case("A1: an operand left of a failing await has run, one right of it has not")
    @Async
    static Coroutine<String> failingArgument() {
        return done(join(note("a", 1), note("b", 2), await(failing("c", new IllegalStateException("c"))), note("d", 4)));
    }

    @Case("A1: calls nested in calls are evaluated depth first")
    @Async
    static Coroutine<String> nestedCalls() {
        return done(join(
                join(note("a", 1), await(leaf("b", 2)), note("c", 3), note("d", 4)),
                note("e", 5),
                join(note("f", 6), join(note("g", 7), 8, await(leaf("h", 9)), 10), 11, await(leaf("i", 12))),
                note("j", 13)));
    }

    @Case("A2: a null receiver is noticed after the arguments")
    @Async
    static Coroutine<Object> nullReceiver() {
        return done(nothing().take(note("a", 1), await(leaf("b", 2))));
    }

    @Case("A2: a null receiver that is a local is noticed after the arguments")
    @Async
    static Coroutine<Object> nullLocalReceiver() {
        String s = null;
        try {
            return done(s.concat(await(leaf("b", "2"))));
        } catch (NullPointerException e) {
            log("caught");
            return done("npe");
        }
    }

    @Case("A2: a receiver is evaluated once and before its arguments, all along a chain")
    @Async
    static Coroutine<Object> chain() {
        return done(make("r")
                .take(await(leaf("a", 1)), note("b", 2))
                .take(note("c", 3), await(leaf("d", 4)))
                .take()
                .name
                .concat(await(leaf("e", "!"))));
    }

    @Case("A2: a static method called through an expression evaluates the expression first")
    @Async
    @SuppressWarnings("static")
    static Coroutine<Object> staticThroughExpression() {
        return done(nothing().join(1, await(leaf("a", 2)), 3, 4));
    }

    @Case("A3: a local on the left is read before the await that assigns it")
    @Async
    static Coroutine<Integer> localReadFirst() {
        int a = 1;
        int sum = a + (a = await(leaf("x", 10))) + a;
        return done(sum * 1000 + a);
    }

    @Case("A3: an increment on the left is seen by the right")
    @Async
    static Coroutine<String> incrementBeforeAwait() {
        int i = 5;
        String s = join(i++, i, await(leaf("x", i++)), i);
        return done(s + ";" + i);
    }

    @Case("A3: a field on the left is read before an await during which it changes")
    @Async
    static Coroutine<Integer> fieldReadFirst() {
        var o = make("o");
        o.number = 1;
        return done(o.number + await(change(o, 10)) + o.number);
    }

    @Async
    static Coroutine<Integer> change(EvaluationOrder o, int to) {
        await(leaf("change", 0));
        o.number = to;
        return done(100);
    }

    @Case("A3: a local captured by nobody but assigned in the other operand keeps its old value on the left")
    @Async
    static Coroutine<String> assignedInArgument() {
        String s = "old";
        Object r = join(s, s = "new", await(leaf("x", s)), s);
        return done(r + s);
    }

    @Case("A6: assigning a field evaluates the receiver first and complains about null last")
    @Async
    static Coroutine<Object> fieldOfNull() {
        nothing().number = await(leaf("x", 1));
        return done(null);
    }

    @Case("A6: a compound assignment to a field of null fails before the right side runs")
    @Async
    static Coroutine<Object> compoundFieldOfNull() {
        nothing().number += await(leaf("x", 1));
        return done(null);
    }

    @Case("A6: the receiver of a compound assignment is evaluated once")
    @Async
    static Coroutine<Object> receiverOnce() {
        var o = make("o");
        o.number = 5;
        EvaluationOrder same = o;
        o.take().number += (o = null) == null ? await(leaf("x", 1)) : 0;
        same.number *= await(leaf("y", 7));
        return done(same.number);
    }

    @Case("A6: a chain of assignments goes from the right, its places from the left")
    @Async
    static Coroutine<Object> chainOfAssignments() {
        int[] a = {0, 0};
        var o = make("o");
        int x;
        int y = a[note("i", 1)] = make("p").number = o.take().number = x = await(leaf("v", 9));
        return done(List.of(x, y, a[1], o.number));
    }

    @Case("A6: static and own fields take compound assignments")
    @Async
    static Coroutine<Object> ownFields() {
        return done(await(make("own").change()));
    }

    static int count = 3;

    @Async
    Coroutine<String> change() {
        number += await(leaf("a", 2));
        this.number *= await(leaf("b", 3));
        count -= await(leaf("c", 1));
        EvaluationOrder.count <<= await(leaf("d", 2));
        number++;
        next = this;
        next.next.number += await(leaf("e", 100));
        return done(number + " " + count);
    }

    @Case("A7: the right side of && and || is awaited only if it is reached")
    @Async
    static Coroutine<String> shortCircuit() {
        boolean a = note("a", false) && await(leaf("never", true));
        boolean b = note("b", true) && await(leaf("b2", true));
        boolean c = note("c", true) || await(leaf("never", false));
        boolean d = note("d", false) || await(leaf("d2", true));
        boolean e = await(leaf("e", false)) && note("never", true) || note("e3", true) && !await(leaf("e4", false));
        boolean f = (await(leaf("f", true)) || note("never", true)) & note("f2", false) | await(leaf("f3", true));
        return done("" + a + b + c + d + e + f);
    }

    @Case("A7: && in a condition with awaits on both sides")
    @Async
    static Coroutine<String> conditions() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            if (await(leaf("l" + i, i % 2 == 0)) && await(leaf("r" + i, i > 1))) s += "both" + i;
            if (await(leaf("x" + i, i % 2 == 0)) || !await(leaf("y" + i, i > 1))) s += "one" + i;
        }
        return done(s);
    }

    @Case("A7: an operand left of a short circuit with an await is evaluated first")
    @Async
    static Coroutine<String> besideShortCircuit() {
        return done(join(note("a", 1), note("b", true) && await(leaf("c", false)), note("d", 2), note("e", 3)));
    }

    @Case("A7: a Boolean operand of && is unboxed where it stands")
    @Async
    static Coroutine<Object> nullBoolean() {
        Boolean unknown = null;
        if (await(leaf("a", true)) && unknown && await(leaf("never", true))) return done("yes");
        return done("no");
    }

    @Case("A8: only the branch that is taken is awaited")
    @Async
    static Coroutine<String> conditional() {
        int a = note("a", true) ? await(leaf("b", 1)) : await(leaf("never", 2));
        int b = await(leaf("c", false)) ? note("never", 3) : note("d", 4);
        int c = await(leaf("e", a > b)) ? 5 : await(leaf("f", true)) ? await(leaf("g", 6)) : 7;
        return done(a + " " + b + " " + c);
    }

    @Case("A8: a conditional keeps its own type, boxing and promotion")
    @Async
    @SuppressWarnings("unused")
    static Coroutine<Object> conditionalTypes() {
        Object a = await(leaf("a", true)) ? 1 : 2.0;
        Object b = true ? await(leaf("b", 'b')) : 0;
        Object c = false ? await(leaf("never", 1)) : Long.valueOf(5);
        Object d = await(leaf("d", true)) ? null : 0;
        Object e = await(leaf("e", true)) ? (Object) 1 : 2.0;
        Object f = note("f", true) ? await(leaf("f2", (Integer) 7)) : Character.valueOf('x');
        char g = await(leaf("g", false)) ? 1 : 'g';
        Object h = await(leaf("h", true)) ? (byte) 1 : 'h';
        long i = await(leaf("i", true)) ? 1 : 2L;
        return done(Arrays.asList(a, b, c, d, e, f, g, h, i) + " "
                + a.getClass() + b.getClass() + c.getClass() + e.getClass() + f.getClass() + h.getClass());
    }

    @Case("A8: unboxing null in a conditional fails where Java fails")
    @Async
    static Coroutine<Object> conditionalNull() {
        Integer nothing = null;
        int x = await(leaf("a", true)) ? nothing : await(leaf("never", 0));
        return done(x);
    }

    @Case("A8: a conditional of lambdas gets the type of its context")
    @Async
    static Coroutine<Object> conditionalLambda() {
        Supplier<Object> s = await(leaf("a", false)) ? () -> "yes" : () -> "no";
        return done(join(note("x", 1), s.get(), (await(leaf("b", true)) ? s : (Supplier<Object>) () -> 2).get(), 4));
    }

    @Case("A8: a conditional as an argument between two awaits")
    @Async
    static Coroutine<Object> conditionalArgument() {
        return done(join(await(leaf("a", 1)), note("b", false) ? note("never", 2) : note("c", 3), await(leaf("d", 4)), note("e", 5)));
    }

    @Case("A11: the object is made after its arguments")
    @Async
    static Coroutine<Object> creation() {
        var o = new EvaluationOrder(await(leaf("a", "first")) + new EvaluationOrder(await(leaf("b", "second"))).name);
        return done(o.name);
    }

    @Case("A11: an anonymous class with awaits in its arguments")
    @Async
    static Coroutine<Object> anonymousCreation() {
        int seven = 7;
        var o = new EvaluationOrder(await(leaf("a", "anonymous"))) {
            int more = seven;

            String both() {
                return name + more;
            }
        };
        await(leaf("b", 0));
        return done(o.both());
    }

    @Case("A12: array initialisers evaluate their elements from left to right")
    @Async
    static Coroutine<Object> arrayInitialiser() {
        int[] a = {note("a", 1), await(leaf("b", 2)), note("c", 3)};
        long[] l = {await(leaf("d", 4)), note("e", 5), 'x'};
        Object[][] o = {{note("f", 1), await(leaf("g", "g"))}, {}, {await(leaf("h", (Object) null))}};
        byte[] b = new byte[] {1, await(leaf("i", (byte) 2))};
        return done(new Object[] {a, l, o, b});
    }

    @Case("A12: dimensions are evaluated from left to right before anything is allocated")
    @Async
    static Coroutine<Object> dimensions() {
        int[][][] a = new int[note("a", 2)][await(leaf("b", 1))][];
        try {
            int[][] b = new int[note("c", -1)][await(leaf("d", 1))];
            return done(b);
        } catch (NegativeArraySizeException e) {
            log(e);
        }
        return done(a);
    }

    @Case("A12: concatenation converts its operands from left to right")
    @Async
    static Coroutine<Object> concatenation() {
        var o = new Object() {
            int n = 0;

            @Override
            public String toString() {
                log("toString");
                return "n" + n++;
            }
        };
        String s = "a" + o.n + await(leaf("b", 1)) + 'c' + o.n + 1.0f + await(leaf("d", (String) null)) + o.n;
        char c = 'x';
        String t = c + await(leaf("e", 1)) + "s" + c + await(leaf("f", 1));
        return done(s + t);
    }

    @Case("A13: a lambda beside an await stays a lambda")
    @Async
    static Coroutine<Object> lambdaBesideAwait() {
        int base = await(leaf("base", 40));
        return done(apply(() -> base + 1, await(leaf("x", 1)), () -> note("later", base)));
    }

    static int apply(IntSupplier f, int x, IntSupplier g) {
        log("apply");
        return f.getAsInt() + x + g.getAsInt();
    }

    @Case("A13: the receiver of a method reference is evaluated where it stands")
    @Async
    static Coroutine<Object> methodReference() {
        IntSupplier f = make("r").name::length;
        return done(apply(make("left").name::length, await(leaf("x", 1)), make("right").name::length) + f.getAsInt());
    }

    @Case("A13: a null receiver of a method reference is noticed before the await behind it")
    @Async
    static Coroutine<Object> nullMethodReference() {
        String s = null;
        return done(apply(s::length, await(leaf("never", 1)), () -> 0));
    }

    @Case("A14: an await in the receiver of a call that is awaited itself")
    @Async
    static Coroutine<Object> awaitOfAwait() {
        return done(await(await(leaf("a", make("r"))).own(await(leaf("b", 2)))) + await(await(leaf("c", leaf("d", 5)))));
    }

    @Async
    Coroutine<Integer> own(int x) {
        await(leaf("own " + name, x));
        return done(x * 2);
    }

    @Case("A15: awaits in casts, parentheses, unary and shift operators, instanceof and comparisons")
    @Async
    static Coroutine<Object> operators() {
        Object o = await(leaf("o", (Object) "text"));
        int a = -await(leaf("a", 5)) + +await(leaf("b", 6)) + ~(await(leaf("c", 7)));
        boolean b = !await(leaf("d", true)) | await(leaf("e", (Object) 1)) instanceof Integer;
        boolean c = await(leaf("f", 1)) < await(leaf("g", 2)) == await(leaf("h", true)) != await(leaf("i", 3)) >= 3;
        long d = (long) await(leaf("j", 2)) << await(leaf("k", 33)) >>> (byte) (int) await(leaf("l", 1));
        String e = (String) await(leaf("m", o));
        int f = ((int) await(leaf("n", 'n'))) % await(leaf("p", 7)) / 2 * await(leaf("q", 3));
        boolean g = await(leaf("r", o)) == o && await(leaf("s", (Object) null)) == null;
        return done(a + " " + b + c + " " + d + e + f + g);
    }

    @Case("A15: a failing cast of an awaited value fails")
    @Async
    static Coroutine<Object> failingCast() {
        Integer i = (Integer) await(leaf("a", (Object) "no number"));
        return done(i);
    }

    @Case("A15: division by an awaited zero fails after both operands")
    @Async
    static Coroutine<Object> division() {
        return done(note("a", 1) / await(leaf("b", 0)) + note("never", 1));
    }

    @Case("A15: an await inside the index of a varargs call, and a spread array as it is")
    @Async
    static Coroutine<Object> varargs() {
        int[] a = {1, 2, 3};
        var o = make("o");
        o.take(a[await(leaf("a", 1))], a[a[await(leaf("b", 0))]]);
        o.take(new Object[] {await(leaf("c", "spread")), 1});
        o.take((Object) new Object[] {await(leaf("d", "one"))}.length);
        o.take(await(leaf("e", (Object[]) new String[] {"x", "y"})));
        o.take(note("f", 1), await(leaf("g", null)));
        return done(o.name);
    }

    @Case("A16: constants stay constants")
    @Async
    static Coroutine<Object> constants() {
        final int one = 1;
        final String x = "x";
        await(leaf("a", 0));
        byte b = one;
        String s = "";
        switch (await(leaf("b", 1))) {
            case one -> s += "one";
            case one + 1 -> s += "two";
            default -> s += "more";
        }
        switch (await(leaf("c", "xy"))) {
            case x:
                s += "x";
            case x + "y":
                s += "xy";
            default:
                s += "else";
        }
        return done(s + b + (x == "x") + (x + one == "x1"));
    }
}
