package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class Conversions {
    Integer field;
    static Integer shared;

    static final class Text {
        String text;

        Text(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            log("text of " + text);
            return text;
        }
    }

    static Text text(String text) {
        log("make " + text);
        return new Text(text);
    }

    static int sum(int... values) {
        log("sum of " + Arrays.toString(values));
        int sum = 0;
        for (int value : values) sum += value;
        return sum;
    }

    static String pair(int a, long b) {
        return a + "," + b;
    }

    static Object same(Object a, Object b) {
        return a + "," + b;
    }

    @Case("E5: a null box left of an operator fails before the await on its right")
    @Async
    static Coroutine<Integer> nullBoxAddend() {
        Integer n = null;
        return done(n + await(leaf("x", 1)));
    }

    @Case("E5: the box is opened before the await that replaces it")
    @Async
    static Coroutine<Integer> boxThatChanges() {
        Integer n = 1;
        shared = 5;
        int sum = n + shared + (n = await(leaf("x", 10))) + (shared = await(leaf("y", 100)));
        return done(sum * 1000 + n + shared);
    }

    @Case("E5: every operator opens its left box first")
    @Async
    static Coroutine<List<String>> operators() {
        List<String> said = new ArrayList<>();
        Integer n = null;
        Boolean b = null;
        Character c = null;
        Double d = null;
        try { said.add("" + (n * await(leaf("times", 1)))); } catch (NullPointerException e) { said.add("times"); }
        try { said.add("" + (n - (long) await(leaf("minus", 1)))); } catch (NullPointerException e) { said.add("minus"); }
        try { said.add("" + (d / await(leaf("over", 1)))); } catch (NullPointerException e) { said.add("over"); }
        try { said.add("" + (c << await(leaf("shift", 1)))); } catch (NullPointerException e) { said.add("shift"); }
        try { said.add("" + (n < await(leaf("less", 1)))); } catch (NullPointerException e) { said.add("less"); }
        try { said.add("" + (b & await(leaf("and", true)))); } catch (NullPointerException e) { said.add("and"); }
        try { said.add("" + (b ^ await(leaf("xor", true)))); } catch (NullPointerException e) { said.add("xor"); }
        try { said.add("" + (n == (int) await(leaf("equal", 1)))); } catch (NullPointerException e) { said.add("equal"); }
        try { said.add("" + (n != 1 + await(leaf("unequal", 1)))); } catch (NullPointerException e) { said.add("unequal"); }
        return done(said);
    }

    @Case("E5: two boxes are compared as references, and opened by nobody")
    @Async
    static Coroutine<String> referencesCompared() {
        Integer n = null;
        return done((n == await(leaf("x", (Integer) 1))) + " " + (n != await(leaf("y", (Integer) null))));
    }

    @Case("E5: an awaited null on the left fails before the await on the right")
    @Async
    static Coroutine<Integer> awaitedNull() {
        return done(await(leaf("x", (Integer) null)) + await(leaf("y", 1)));
    }

    @Case("E5: a null box as an argument fails before the await behind it")
    @Async
    static Coroutine<String> argument() {
        Integer n = null;
        return done(pair(n, await(leaf("x", 1))));
    }

    @Case("E5: a null box as a receiver's argument does not run what comes later")
    @Async
    static Coroutine<Object> laterArguments() {
        Integer n = null;
        var list = new ArrayList<>(List.of("a"));
        list.add(n, await(leaf("x", "b")));
        return done(list);
    }

    @Case("E5: a box goes as a reference where an Object is wanted")
    @Async
    static Coroutine<Object> objectArgument() {
        Integer n = null;
        return done(same(n, await(leaf("x", 1))));
    }

    @Case("E5: boxes among variable arguments are opened one by one")
    @Async
    static Coroutine<Integer> variableArguments() {
        Integer one = 1;
        Integer n = null;
        int first = sum(one, await(leaf("x", 1)), one);
        return done(first + sum(one, await(leaf("y", 2)), n, await(leaf("z", 3))));
    }

    @Case("E5: an array given for variable arguments stays one")
    @Async
    static Coroutine<Integer> arrayForVariableArguments() {
        int[] values = {1, 2};
        return done(sum(values) + sum(note("a", 1), await(leaf("x", 2))));
    }

    @Case("E5: a null box as an index fails before the right side of the assignment")
    @Async
    static Coroutine<Integer> index() {
        int[] values = {1, 2};
        Integer n = null;
        values[n] = await(leaf("x", 1));
        return done(values[0]);
    }

    @Case("E5: a null box as an index fails before the right side of a compound assignment")
    @Async
    static Coroutine<Integer> compoundIndex() {
        int[] values = {1, 2};
        Integer n = null;
        values[n] += await(leaf("x", 1));
        return done(values[0]);
    }

    @Case("E5: an index that is a box is opened before it changes")
    @Async
    static Coroutine<String> indexThatChanges() {
        int[] values = {1, 2, 3};
        Integer i = 0;
        values[i] += (i = await(leaf("x", 2)));
        values[i] = (i = await(leaf("y", 1)));
        values[i++] += await(leaf("z", 10)) + i;
        return done(Arrays.toString(values) + i);
    }

    @Case("E5: null boxes in an array of primitives, and as its dimensions")
    @Async
    static Coroutine<String> arrays() {
        Integer n = null;
        String s = "";
        try {
            int[] values = {n, await(leaf("x", 1))};
            s += values.length;
        } catch (NullPointerException e) {
            s += "element ";
        }
        try {
            s += new long[][] {{1}, {2, (Integer) n, await(leaf("y", 1))}}.length;
        } catch (NullPointerException e) {
            s += "inner element ";
        }
        try {
            s += new int[n][await(leaf("z", 1))].length;
        } catch (NullPointerException e) {
            s += "dimension ";
        }
        Integer[] boxes = {n, await(leaf("boxes", 1))};
        return done(s + Arrays.toString(boxes));
    }

    @Case("E5: a compound assignment opens the old box before its right side")
    @Async
    static Coroutine<String> compound() {
        Integer n = null;
        Conversions object = new Conversions();
        Integer[] boxes = {null, 2};
        String s = "";
        try { n += await(leaf("local", 1)); } catch (NullPointerException e) { s += "local "; }
        try { object.field *= await(leaf("field", 1)); } catch (NullPointerException e) { s += "field "; }
        try { boxes[0] <<= await(leaf("element", 1)); } catch (NullPointerException e) { s += "element "; }
        boxes[1] -= await(leaf("fine", 5));
        n = 7;
        n++;
        n /= await(leaf("local", 2));
        return done(s + boxes[1] + n);
    }

    @Case("E5: a null box in a condition fails before the await beside it")
    @Async
    static Coroutine<String> conditions() {
        Boolean b = null;
        String s = "";
        try { if (b && await(leaf("and", true))) s += "?"; } catch (NullPointerException e) { s += "and "; }
        try { if (b || await(leaf("or", true))) s += "?"; } catch (NullPointerException e) { s += "or "; }
        try { s += b ? await(leaf("yes", 1)) : await(leaf("no", 2)); } catch (NullPointerException e) { s += "choice "; }
        try { while (b | await(leaf("while", true))) s += "?"; } catch (NullPointerException e) { s += "while "; }
        return done(s);
    }

    @Case("E5: a type variable that is a box is opened as one")
    @Async
    static Coroutine<Integer> typeVariable() {
        return done(await(addTo((Integer) 1)) + await(addTo((Integer) null)));
    }

    @Async
    static <T extends Integer> Coroutine<Integer> addTo(T n) {
        return done(n + await(leaf("x", 1)));
    }

    static final class Point {
        Point(int x, Object y) {
            log("point " + x + y);
        }
    }

    @Case("E5: a null box as an argument of a constructor fails before the await behind it")
    @Async
    static Coroutine<Object> constructor() {
        Integer n = null;
        return done(new Point(n, await(leaf("x", 1))));
    }

    @Case("E5: a null box as an argument of a local class's constructor")
    @Async
    static Coroutine<Object> localConstructor() {
        Integer n = null;
        int base = await(leaf("base", 1));
        class Local {
            Local(int x, Object y) {
                log("local " + x + y + base);
            }
        }
        new Local(n = 4, await(leaf("x", 1)));
        n = null;
        return done(new Local(n, await(leaf("y", 1))));
    }

    @Case("A12: the left of a concatenation is converted before the await on its right")
    @Async
    static Coroutine<String> convertedFirst() {
        Text t = text("a");
        String s = t + await(leaf("x", "b"));
        return done(s + "" + t + await(leaf("y", text("c"))) + text("d") + await(leaf("z", 1)) + t);
    }

    @Case("A12: what is converted does not change any more")
    @Async
    static Coroutine<String> convertedForGood() {
        var sb = new StringBuilder("a");
        String s = sb + await(leaf("x", sb.append("b").toString()));
        Object o = sb;
        return done(s + (o + (sb.append("c") + await(leaf("y", "d"))) + sb.append("e")));
    }

    @Case("A12: an awaited object left of a concatenation is converted before the next await")
    @Async
    static Coroutine<String> awaitedConverted() {
        return done(await(leaf("x", text("a"))) + ("" + await(leaf("y", text("b")))));
    }

    @Case("A12: null, characters and sums keep their text")
    @Async
    static Coroutine<String> texts() {
        Object nothing = null;
        String noString = null;
        char c = 'c';
        Character boxed = 'd';
        String s = nothing + await(leaf("a", "1"));
        s += noString + await(leaf("b", "2"));
        s += c + await(leaf("c", "3"));
        s += boxed + await(leaf("d", "4"));
        s += 1 + 2 + await(leaf("e", "5"));
        s += null + await(leaf("f", "6"));
        s += 'a' + 1 + await(leaf("g", "7"));
        return done(s);
    }

    @Case("A12: the old value of += is converted before the right side")
    @Async
    static Coroutine<String> compoundConverted() {
        Object o = text("a");
        o += await(leaf("x", "b"));
        CharSequence[] sequences = {new StringBuilder("s")};
        sequences[0] += ((StringBuilder) sequences[0]).append("t").toString() + await(leaf("y", "u"));
        Comparable<?> nothing = null;
        nothing += await(leaf("z", "v"));
        return done(o + " " + sequences[0] + " " + nothing);
    }

    static <T extends Comparable<T>> T larger(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Case("A12: a type variable and an intersection are converted when they are reached")
    @Async
    static Coroutine<String> genericConverted() {
        return done(await(generic(text("t"))) + larger("a", "b"));
    }

    @Async
    static <T> Coroutine<String> generic(T t) {
        return done(t + await(leaf("x", "y")));
    }
}
