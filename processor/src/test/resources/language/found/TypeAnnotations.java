package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

class TypeAnnotations {
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
    @interface A {
        int value() default 0;
    }

    @Target({ElementType.PARAMETER, ElementType.LOCAL_VARIABLE})
    @interface On {}

    @interface Says {
        int value();

        String[] names() default {};

        Class<?> type() default Object.class;
    }

    class Inner {
        final int i;

        Inner(int i) {
            this.i = i;
        }

        class Generic<T> {
            final T t;

            Generic(T t) {
                this.t = t;
            }
        }
    }

    @Async
    static <@A Z extends @A Comparable<@A(4) ? super Z>> Coroutine<@A String> annotated(
            @A(1) @On final int x, @A List<@A(2) ? extends @A Z> list, @A int @A(9) [] @A [] array) {
        @A(5) @SuppressWarnings("unused") final @On int y = await(leaf("y", x));
        java.util.@A List<java.lang.@A(7) String> texts = new @A ArrayList<@A String>();
        for (@A @On final Z z : list) texts.add("" + z + await(leaf("z", z)));
        @A int @A [] made = new @A int @A [] {await(leaf("made", 3)), y};
        try {
            made[0] += await(leaf("added", made[1]));
            throw new java.io.@A IOException("io");
        } catch (@On final java.io.@A IOException | java.lang.@A IllegalStateException e) {
            texts.add(await(leaf("message", e.getMessage())));
        }
        Object o = (java.lang.@A String) await(leaf("o", (Object) "o"));
        if (o instanceof @A String s && await(leaf("b", true))) texts.add(s + await(leaf("s", s)));
        Object[] objects = (@A Object @A []) await(leaf("objects", (Object) new java.lang.@A Object @A [] {1}));
        Function<String, Integer> f = (@A @On final String p) -> p.length() + y;
        return done(texts + Arrays.toString(made) + f.apply("abc") + array[0][0] + objects.length);
    }

    @Case("E1: annotations of types, parameters and variables, and in the midst of qualified names")
    @Async
    static Coroutine<String> everywhere() throws IOException {
        return done(await(annotated(1, List.of("x"), new int[][] {{1}})));
    }

    @Case("A11: annotated names behind new, of classes inside and outside, generic and local")
    @Async
    static Coroutine<String> creations() {
        var outer = new TypeAnnotations();
        int i = outer.new @A Inner(await(leaf("i", 1))).i;
        i += outer.new @A(3) Inner(2).new @A Generic<@A Integer>(await(leaf("j", 3))).t;
        class Local<T> {
            final T t;

            Local(T t) {
                this.t = t;
            }
        }
        @A Local<@A String> local = new @A Local<@A String>(await(leaf("local", "l")) + i);
        var entry = new java.util.AbstractMap.@A SimpleEntry<>(await(leaf("key", "k")), local.t);
        return done(entry + "" + await(async(() -> new java.util.@A ArrayList<@A String>(List.of(await(leaf("in", "in")))))));
    }

    @Case("D12: annotations with values on the variables, parameters and classes of code without an await")
    @Async
    static Coroutine<String> plainCode() {
        Object o = await(leaf("o", List.of("a")));
        String s = "";
        if (s.isEmpty()) {
            @SuppressWarnings("unchecked")
            List<String> texts = (List<String>) o;
            @SuppressWarnings({"unchecked", "rawtypes"}) List<Object> raw = (List) texts;
            @Says(value = 1 + 2, names = {"x", "y"}, type = TypeAnnotations.class) final int q = raw.size();
            s += texts.get(0) + q;
        }
        for (@Says(1) int i = 0; i < 2; i++) {
            @Says(2)
            class Local {
                @SuppressWarnings("unused")
                int get(@Says(3) int p) {
                    return p;
                }
            }
            s += new Local().get(i);
        }
        for (@Says(4) var e : List.of(1)) s += e;
        try (@Says(5) var reader = new java.io.StringReader("k")) {
            s += reader.read();
        } catch (@SuppressWarnings("unused") IOException e) {
            s += "never";
        }
        Function<Integer, Integer> f = (@Says(6) Integer x) -> {
            @SuppressWarnings("unused")
            int y = x;
            return y + 1;
        };
        return done(s + f.apply(await(leaf("f", 1))));
    }
}
