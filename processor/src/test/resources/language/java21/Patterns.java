package language.java21;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;
import java.util.function.Supplier;

class Patterns {
    sealed interface Shape permits Circle, Box, Group {}

    record Circle(int radius) implements Shape {}

    record Box(int width, Object label) implements Shape {}

    record Group(Shape left, Shape right) implements Shape {}

    record Pair<A, B>(A a, B b) {}

    enum Colour {
        RED,
        GREEN
    }

    static final Object[] THINGS = {1, 20, "text", "", null, 'c', List.of(1), Colour.RED, new Circle(3), new Box(4, "label"), new Box(5, 6)};

    @Case("A10: a pattern switch statement with awaits in its cases")
    @Async
    static Coroutine<String> patternSwitch() {
        String s = "";
        for (Object o : THINGS) {
            switch (o) {
                case null -> s += await(leaf("null", "null "));
                case Integer i when i > 10 -> s += await(leaf("big", i)) + "big ";
                case Integer i -> s += await(leaf("small", 1)) + i + " ";
                case String t when t.isEmpty() -> s += "empty ";
                case String t -> {
                    await(leaf("text", 0));
                    s += t + await(leaf("length", t.length())) + " ";
                }
                case Colour c -> s += await(leaf("colour", c)) + " ";
                case Circle(int r) -> s += await(leaf("circle", r)) + r + " ";
                case Box(int w, String label) -> s += await(leaf("labelled", w)) + label + " ";
                case Box(var w, var label) when label instanceof Integer n && n > w -> s += n + await(leaf("numbered", w)) + " ";
                default -> s += await(leaf("default", "? "));
            }
        }
        return done(s);
    }

    @Case("A10: old-style pattern cases, with break")
    @Async
    static Coroutine<String> oldPatternSwitch() {
        String s = "";
        for (Object o : THINGS) {
            switch (o) {
                case String t:
                    s += t + await(leaf("t", 1));
                    break;
                case Integer i when i == 1:
                    s += "one";
                    await(leaf("i", i));
                case null, default:
                    s += await(leaf("d", "-"));
            }
        }
        return done(s);
    }

    @Case("A10: an exhaustive switch expression over a sealed type, with nested record patterns")
    @Async
    static Coroutine<Integer> sealedSwitch() {
        Shape shape = new Group(new Circle(2), new Group(new Box(3, "x"), new Circle(4)));
        return done(await(area(shape)) + await(area(new Group(new Circle(1), new Circle(2)))));
    }

    @Async
    static Coroutine<Integer> area(Shape shape) {
        int area = switch (shape) {
            case Circle c -> await(leaf("circle", c.radius())) * c.radius();
            case Box(int w, Object label) -> {
                log(await(leaf("label", label)));
                yield w;
            }
            case Group(Circle(int a), Circle(var b)) -> await(leaf("both", a)) * 100 + b;
            case Group(Shape left, Shape right) -> await(area(left)) + await(area(right));
        };
        return done(area);
    }

    @Case("A10: a pattern variable of a case captured by a lambda, behind an await")
    @Async
    static Coroutine<String> captured() {
        String s = "";
        for (Object o : new Object[] {"a", 1, new Pair<>("p", 2)}) {
            Supplier<String> later = switch (o) {
                case String t -> {
                    await(leaf("t", 0));
                    yield () -> t + t;
                }
                case Pair<?, ?>(String a, Integer b) -> {
                    int more = await(leaf("b", b));
                    yield () -> a + b + more;
                }
                default -> () -> "default " + o;
            };
            await(leaf("later", 0));
            s += later.get();
        }
        return done(s);
    }

    @Case("A10: record patterns in an instanceof, live across an await")
    @Async
    static Coroutine<String> recordInstanceof() {
        String s = "";
        for (Object o : new Object[] {new Pair<>("a", 1), new Pair<>(new Pair<>(2, 3), "b"), "other"}) {
            if (o instanceof Pair<?, ?>(String a, Integer b) && await(leaf("b", b > 0))) s += a + await(leaf("a", b)) + b;
            if (o instanceof Pair<?, ?>(Pair<?, ?>(Integer x, var y), var z) && y instanceof Integer k) {
                await(leaf("x", x));
                s += x + k + "" + z;
            }
            if (!(o instanceof Pair<?, ?>(var first, var second))) {
                s += await(leaf("none", "none"));
                continue;
            }
            await(leaf("first", 0));
            s += first.getClass().getSimpleName() + second;
        }
        return done(s);
    }

    @Case("A10: a pattern switch over null without a null case fails")
    @Async
    static Coroutine<String> nullWithoutCase() {
        Object o = null;
        return done(switch (o) {
            case String t -> await(leaf("never", t));
            default -> "never";
        });
    }

    @Case("A10: a selector that is awaited, and a guard that looks at hoisted variables")
    @Async
    static Coroutine<String> guards() {
        int limit = await(leaf("limit", 2));
        String s = "";
        for (int i = 0; i < 4; i++) {
            int now = i;
            s += switch (await(leaf("i", (Object) i))) {
                case Integer n when n > limit -> "above";
                case Integer n when note("guard", n == limit) && now == n -> await(leaf("equal", "equal"));
                case Integer n -> n + await(leaf("below", "below"));
                default -> "?";
            };
        }
        return done(s);
    }

    @Case("A10: enum constants, qualified, beside patterns")
    @Async
    static Coroutine<String> qualifiedConstants() {
        String s = "";
        for (Object o : new Object[] {Colour.RED, Colour.GREEN, "x"}) {
            s += switch (o) {
                case Colour.RED -> await(leaf("red", "r"));
                case Colour.GREEN -> "g";
                case String t -> t + await(leaf("text", t));
                default -> "?";
            };
        }
        return done(s);
    }

    @Case("A12: concatenation converts an operand when it is reached")
    @Async
    static Coroutine<String> concatenationConvertsInOrder() {
        var text = new StringBuilder("a");
        String s = "" + text + await(leaf("x", text.append("b"))).length() + text;
        return done(s);
    }
}
