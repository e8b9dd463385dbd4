package language.java22;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;

/** Cases that run on into one whose guard awaits: it is not asked then. */
class GuardsRunInto {
    private static final List<Object> THINGS = List.of(3, 9, "s", (byte) 1, (short) 2, 3L, 'c', 1.0, 2f, List.of(1), new Object[0]);

    @Async
    static Coroutine<String> statement(Object o, boolean a, boolean b, boolean c) {
        String s = "";
        switch (o) {
            case Integer i when i > 5 && await(leaf("a", a)):
                s += "big" + i;
            case String _ when await(leaf("b", b)):
                s += "string";
                if (c) break;
            case Byte _, Short _ when await(leaf("c", c)) && note("and", a):
                s += await(leaf("small", "small"));
            case Long _ when note("plain", c):
                s += "long";
            case Character _ when note("left", a) | await(leaf("right", c)):
                {
                    s += "char";
                    if (a) break;
                    else s += "no";
                }
            case Double _ when await(leaf("double", a)):
            case Float _ when await(leaf("float", b)):
                s += "floating";
                throw new IllegalStateException(s);
            case List<?> list when await(leaf("list", a)):
                s += list;
                break;
            default:
                s += "default";
        }
        return done(s);
    }

    @Async
    static Coroutine<String> expression(Object o, boolean a, boolean b) {
        int runs = 0;
        String s =
                switch (o) {
                    case Integer _ when await(leaf("a", a)):
                        runs++;
                    case String _ when await(leaf("b", b)):
                        runs += 10;
                        if (a) yield "string";
                    case Byte _ when await(leaf("a", a)):
                        yield "byte";
                    case Long _:
                    default:
                        yield "default" + await(leaf("runs", runs));
                };
        for (boolean first : new boolean[] {true, false}) {
            switch (o) {
                case Integer _ when await(leaf("not first", !first)):
                    runs += 100;
                    continue;
                case String _ when await(leaf("first", first)):
                    runs += 1000;
                case Byte _ when await(leaf("b", b)):
                    runs += 10000;
                default:
                    runs += 100000;
            }
        }
        return done(s + runs);
    }

    @Case("statements")
    @Async
    static Coroutine<String> statements() {
        String s = "";
        for (Object o : THINGS) {
            for (int i = 0; i < 8; i++) {
                try {
                    s += await(statement(o, (i & 1) > 0, (i & 2) > 0, (i & 4) > 0)) + " ";
                } catch (IllegalStateException e) {
                    s += e.getMessage() + " ";
                }
            }
        }
        return done(s);
    }

    @Case("expressions")
    @Async
    static Coroutine<String> expressions() {
        String s = "";
        for (Object o : THINGS) {
            for (int i = 0; i < 4; i++) s += await(expression(o, (i & 1) > 0, (i & 2) > 0)) + " ";
        }
        return done(s);
    }
}
