package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static language.found.ImportedStatics.Helper.all;
import static language.found.ImportedStatics.Helper.kept;
import static language.found.ImportedStatics.Helper.next;
import static language.found.ImportedStatics.Helper.put;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Static methods that are imported, of a class whose objects have methods of the same names that would fit better. */
class ImportedStatics {
    static class Helper<Q> {
        final String name;

        Helper(String name) {
            this.name = name;
        }

        static String all(Object... all) {
            return "static" + Arrays.toString(all);
        }

        String all(String one) {
            return name + one;
        }

        @SafeVarargs
        static <T> List<T> kept(Function<T, String> text, T... of) {
            List<T> kept = new ArrayList<>();
            for (T one : of) if (text.apply(one).length() > 1) kept.add(one);
            return kept;
        }

        <T> String kept(Function<T, Boolean> test, T one) {
            return name + test.apply(one);
        }

        @Async
        static Coroutine<Integer> next(Integer n) {
            return done(n + await(leaf("next", 1)));
        }

        @Async
        protected Coroutine<Integer> next(int n) {
            return done(n + await(leaf("next of object", 2)));
        }

        static void put(long n, double... more) throws IOException {
            if (n > 3) throw new IOException("put" + more.length);
        }

        void put(int n) {}
    }

    /** Within the class these names have their usual meaning. */
    static class Derived extends Helper<String> {
        Derived() {
            super("derived");
        }

        @Async
        Coroutine<String> own(String text) {
            return done(all(text) + all(await(leaf("text", text)), 1) + await(next(3)) + kept(x -> x > 2, 3));
        }
    }

    @Async
    Coroutine<String> calls(String text) {
        String s = all(text) + all(await(leaf("text", text))) + all() + all(text, 2);
        s += new Helper<String>("object").all(text);
        Function<String, String> later = x -> all(x) + kept(y -> y + "a", x, "q").size();
        s += later.apply("later") + kept(x -> x, text, await(leaf("kept", "yy"))).get(0).length();
        s += await(next(3)) + await(next(await(leaf("n", 4))));
        int n = 5;
        try {
            put(await(leaf("small", 2)));
            put(n);
        } catch (IOException e) {
            s += e.getMessage();
        }
        try {
            put(await(leaf("large", n)));
        } catch (IOException e) {
            s += e.getMessage();
        }
        return done(s);
    }

    @Case("F91: imported static methods beside methods of objects")
    @Async
    static Coroutine<String> imported() {
        return done(await(new ImportedStatics().calls("text")) + await(new Derived().own("own")));
    }
}
