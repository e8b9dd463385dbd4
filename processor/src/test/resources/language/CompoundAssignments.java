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
import java.util.List;

class CompoundAssignments {
    static String join(Object a, Object b, Object c, Object d) {
        return a + "," + b + "," + c + "," + d;
    }

    static int[] array(String tag, int... values) {
        log("array " + tag);
        return values;
    }

    @Case("A4: assigning an element evaluates array and index before the right side")
    @Async
    static Coroutine<int[]> elementAssignment() {
        int[] a = {0, 0, 0};
        int i = 0;
        a[i++] = await(leaf("x", 7)) + i;
        a[i] = i = await(leaf("y", 2));
        return done(new int[] {a[0], a[1], a[2], i});
    }

    @Case("A4: a null array is noticed after the right side")
    @Async
    static Coroutine<Object> nullArray() {
        int[] a = null;
        a[note("i", 0)] = await(leaf("x", 7));
        return done(null);
    }

    @Case("A4: an index out of bounds is noticed after the right side")
    @Async
    static Coroutine<Object> outOfBounds() {
        array("a", 1, 2)[note("i", 5)] = await(leaf("x", 7));
        return done(null);
    }

    @Case("A4: a failing right side is seen before the bad index")
    @Async
    static Coroutine<Object> failingBeforeOutOfBounds() {
        array("a", 1, 2)[note("i", 5)] = await(failing("x", new IllegalStateException("right")));
        return done(null);
    }

    @Case("A4: storing the wrong element type is noticed at the store")
    @Async
    static Coroutine<Object> arrayStore() {
        Object[] a = new String[1];
        try {
            a[0] = await(leaf("x", (Object) 1));
        } catch (ArrayStoreException e) {
            return done("refused");
        }
        return done("stored");
    }

    @Case("A4: arrays of arrays are walked from left to right")
    @Async
    static Coroutine<int[][]> twoDimensions() {
        int[][] a = {{1, 2}, {3, 4}};
        a[note("i", 1)][await(leaf("j", 0))] = a[await(leaf("k", 0))][note("l", 1)] + await(leaf("m", 100));
        return done(a);
    }

    @Case("A5: a compound assignment reads the old value before the right side")
    @Async
    static Coroutine<Integer> compoundReadsFirst() {
        int x = 1;
        x += (x = 10) + await(leaf("y", 100));
        return done(x);
    }

    @Case("A5: a compound assignment keeps its implicit narrowing, for every kind of local")
    @Async
    static Coroutine<String> narrowing() {
        byte b = 10;
        b += await(leaf("b", 300));
        short s = 1;
        s *= await(leaf("s", 100000));
        char c = 'a';
        c += await(leaf("c", 1));
        int i = 5;
        i *= await(leaf("i", 1.9));
        long l = 1L << 40;
        l >>= await(leaf("l", 3));
        float f = 1.5f;
        f -= await(leaf("f", 0.25));
        double d = 1;
        d /= await(leaf("d", 3));
        int shift = -1;
        shift >>>= await(leaf("shift", 28L));
        boolean z = true;
        z &= await(leaf("z", false));
        z |= await(leaf("z2", true));
        z ^= await(leaf("z3", true));
        return done(b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + shift + " " + z);
    }

    @Case("A5: every compound operator on an int has its meaning")
    @Async
    static Coroutine<int[]> everyOperator() {
        int[] a = {100, 100, 100, 100, 100, 100, 100, 100, -100, -100, 100};
        a[0] += await(leaf("0", 7));
        a[1] -= await(leaf("1", 7));
        a[2] *= await(leaf("2", 7));
        a[3] /= await(leaf("3", 7));
        a[4] %= await(leaf("4", 7));
        a[5] &= await(leaf("5", 7));
        a[6] |= await(leaf("6", 7));
        a[7] ^= await(leaf("7", 7));
        a[8] >>= await(leaf("8", 3));
        a[9] >>>= await(leaf("9", 3));
        a[10] <<= await(leaf("10", 3));
        return done(a);
    }

    @Case("A5: += on a String converts the right side, null included")
    @Async
    static Coroutine<String> stringCompound() {
        String s = null;
        s += await(leaf("a", 1));
        s += await(leaf("b", (Object) null));
        s += await(leaf("c", 'c')) + 1;
        Object o = "o";
        o += await(leaf("d", "p"));
        return done(s + o);
    }

    @Case("A5: a compound assignment to a boxed local unboxes, computes and boxes")
    @Async
    static Coroutine<Object> boxedCompound() {
        Integer boxed = 1000;
        boxed += await(leaf("a", 1));
        Character c = 'x';
        c = (char) (c + await(leaf("b", 1)));
        Long l = 5L;
        l *= await(leaf("c", 2));
        Double d = 1.0;
        d += await(leaf("d", 1));
        return done(List.of(boxed, c, l, d));
    }

    @Case("A5: a null boxed left side fails before the right side runs")
    @Async
    static Coroutine<Object> nullBoxedCompound() {
        Integer boxed = null;
        boxed += await(leaf("a", 1));
        return done(boxed);
    }

    @Case("A5: a compound assignment to an element reads it once, before the right side")
    @Async
    static Coroutine<int[]> elementCompound() {
        int[] a = {1, 2, 3};
        int i = 0;
        a[i++] += a[i++] = await(leaf("x", 10));
        a[await(leaf("i", 2))] <<= await(leaf("y", 3));
        return done(a);
    }

    @Case("A5: a compound assignment to an element of a null array fails before the right side runs")
    @Async
    static Coroutine<Object> nullArrayCompound() {
        int[] a = null;
        a[note("i", 0)] += await(leaf("x", 7));
        return done(null);
    }

    @Case("A5: a compound assignment to an element out of bounds fails before the right side runs")
    @Async
    static Coroutine<Object> outOfBoundsCompound() {
        array("a", 1)[note("i", 1)] += await(leaf("x", 7));
        return done(null);
    }

    @Case("A5: a compound assignment to a byte element and a String element")
    @Async
    static Coroutine<Object> otherElements() {
        byte[] b = {100};
        b[0] += await(leaf("b", 100));
        String[] s = {"s", null};
        s[0] += await(leaf("s", 1));
        s[1] += await(leaf("t", "t"));
        Integer[] n = {1, null};
        n[0] -= await(leaf("n", 5));
        try {
            n[1] -= await(leaf("m", 5));
        } catch (NullPointerException e) {
            log("npe");
        }
        return done(List.of(b[0], s[0], s[1], n[0]));
    }

    @Case("A5: increments beside an await happen in their turn")
    @Async
    static Coroutine<String> increments() {
        int i = 0;
        Integer boxed = 10;
        char c = 'a';
        int[] a = {5};
        String s = join(i++ + await(leaf("a", ++i)), boxed++, ++c, a[await(leaf("b", 0))]++);
        s += join(--a[await(leaf("c", 0))], boxed--, -i, ~await(leaf("d", i)));
        return done(s + i + boxed + c + a[0]);
    }
}
