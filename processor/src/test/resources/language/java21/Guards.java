package language.java21;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

class Guards {
    record Wrapped(Object inner) {}

    record Pair(Object a, Object b) {}

    static final Object[] THINGS = {
        1, "text", "", new Wrapped("in"), new Wrapped(7), new Wrapped(new Wrapped(2)), new Pair(1, "x"), new Pair("y", 2), 'c'
    };

    static boolean test(BooleanSupplier test) {
        return test.getAsBoolean();
    }

    static Object selector(Object o) {
        log("selector");
        return o;
    }

    sealed interface Animal permits Cat, Dog {}

    record Cat(int lives) implements Animal {}

    record Dog(String name) implements Animal {}

    @SuppressWarnings("unchecked")
    static <T> T any(String name, Object value) {
        note(name, value);
        return (T) value;
    }

    static boolean add(List<Coroutine<String>> coroutines, Coroutine<String> coroutine) {
        return coroutines.add(coroutine);
    }

    @Case("A10: what a guard binds in an or is not there in the case")
    @Async
    static Coroutine<String> notDefinitelyMatched() {
        String s = "";
        Object other = 5;
        for (Object o : THINGS) {
            switch (o) {
                case String t when t.isEmpty() || (other instanceof Integer n && n > 9) -> s += await(leaf("empty", t)) + "empty ";
                case Wrapped w when (w.inner() instanceof String x && x.length() == 2) || (w.inner() instanceof Integer k && k > 6) ->
                    s += await(leaf("wrapped", w)) + " ";
                case Pair p when !(p.a() instanceof Integer i) || i > 3 -> s += await(leaf("pair", p)) + " ";
                default -> s += await(leaf("default", "? "));
            }
        }
        return done(s);
    }

    @Case("A10: what a guard binds for sure is there behind the await")
    @Async
    static Coroutine<String> definitelyMatched() {
        String s = "";
        for (Object o : THINGS) {
            switch (o) {
                case Wrapped w when w.inner() instanceof Wrapped v && v.inner() instanceof Integer n -> {
                    s += await(leaf("n", n));
                    s += v + "" + n + w;
                }
                case Wrapped(var in) when in instanceof String t && note("guard", t.length() == 2) -> {
                    await(leaf("t", t));
                    Supplier<String> later = () -> t + in;
                    s += await(leaf("later", later)).get();
                }
                case Pair(var a, var b) when !(a instanceof String) && b instanceof String t -> s += await(leaf("b", t)) + a + b + t;
                case Pair p when !(p.a() instanceof Integer) -> s += p.a() + await(leaf("p", " "));
                default -> s += ".";
            }
        }
        return done(s);
    }

    @Case("A10: a pattern variable that its case assigns anew")
    @Async
    static Coroutine<String> assigned() {
        String s = "";
        Integer other = 5;
        for (Object o : THINGS) {
            s += switch (o) {
                case String t when note("guard", other > 2) -> {
                    t = t + await(leaf("t", t.length()));
                    t += await(leaf("u", "!"));
                    yield t;
                }
                case Wrapped(Object in) when (Object) other instanceof Integer n -> {
                    n += await(leaf("n", 1));
                    in = n;
                    yield in + "" + await(leaf("in", in)) + n;
                }
                default -> "";
            };
        }
        return done(s);
    }

    @Case("A10: lambdas and switches in a guard read what its pattern binds")
    @Async
    static Coroutine<String> lambdasInGuards() {
        int limit = await(leaf("limit", 2));
        String s = "";
        for (Object o : THINGS) {
            s += switch (o) {
                case String t when test(() -> t.length() > limit) -> t + await(leaf("t", 1));
                case Wrapped w when switch (w.inner()) {
                    case Integer n when n > limit -> test(() -> n > limit && w.inner() == n);
                    case String x -> {
                        boolean two = x.length() == limit;
                        yield test(() -> two && x.length() == 2);
                    }
                    default -> false;
                } -> w + await(leaf("w", " "));
                default -> await(leaf("default", "."));
            };
        }
        return done(s);
    }

    @Case("A10: a guard gives its type to a generic call in it")
    @Async
    static Coroutine<String> genericGuards() {
        String s = "";
        for (Object o : List.of("a", "bb", 1, 2, 3.0)) {
            s += switch (o) {
                case String t when any("text", await(leaf("length", t.length() > 1))) -> "text" + await(leaf("t", t));
                case Integer i when (await(leaf("even", i % 2 == 0)) ? any("even", i > 1) : any("odd", i < 1)) -> "integer" + i;
                default -> await(leaf("other", "other"));
            };
            switch (o) {
                case String t when any("kept", t.length() < 2) -> s += await(leaf("short", t));
                default -> s += await(leaf("no", "-"));
            }
        }
        return done(s);
    }

    @Case("A10: guards without an await in a switch that is no state of its own")
    @Async
    static Coroutine<String> opaqueGuards() {
        String s = "";
        for (Object o : THINGS) {
            int now = s.length();
            int length = switch (o) {
                case String t when t.length() > now && t.length() > 1 -> t.length();
                case Wrapped(Integer n) when n > 3 -> n;
                default -> 0;
            };
            s += length + await(leaf("x", ","));
        }
        return done(s);
    }

    @Case("A10: a pattern and a guard on one name as another case")
    @Async
    static Coroutine<String> sameNames() {
        String s = "";
        for (Object o : THINGS) {
            switch (o) {
                case String x when x.length() > 2:
                    s += x + await(leaf("a", x));
                    break;
                case Wrapped(Integer x) when x > 5:
                    s += x + await(leaf("b", x));
                    break;
                case Pair(Object y, Object z) when y instanceof Integer x && z instanceof String w && x < w.length() + 1:
                    s += x + await(leaf("c", w)) + x + y;
                    break;
                default:
                    String x = "d";
                    s += await(leaf("d", x)) + x;
            }
        }
        return done(s);
    }

    @Case("A10: an await in a guard, and the next case when it says no")
    @Async
    static Coroutine<String> awaitingGuards() {
        String s = "";
        for (Object o : THINGS) {
            switch (o) {
                case String t when (t.length() > await(leaf("limit", 3))) || await(leaf("empty", t)).isEmpty() -> s += t + " ";
                case Wrapped w when w.inner() instanceof String x && await(leaf("x", x.length())) == 2 -> {
                    s += x + await(leaf("w", w));
                }
                case Wrapped(Integer n) when note("plain guard", n > 3) -> s += n + await(leaf("n", n));
                case Wrapped w when await(leaf("no", false)) -> s += "never";
                case Wrapped w -> s += "other " + w;
                case Pair(var a, var b) when await(leaf("a", a)) instanceof Integer i && note("a", i) == 1 -> s += i + "" + b;
                default -> s += ".";
            }
        }
        return done(s);
    }

    @Case("A10: the selector is evaluated once, guards in order and each once")
    @Async
    static Coroutine<String> guardsOnce() {
        String s = "";
        for (int i = 0; i < 5; i++) {
            int round = i;
            s += switch (selector(await(leaf("selector", (Object) i)))) {
                case Integer n when note("first", n > 3) -> "first";
                case Integer n when await(leaf("second", n > 2)) -> "second" + n;
                case Integer n when note("third", n > 1) && round == n -> "third" + await(leaf("in third", n));
                case Integer n when note("fourth", await(leaf("fourth", n > 0)) && !await(leaf("not", false))) -> {
                    if (round > 8) yield "?";
                    yield "fourth" + n;
                }
                case Integer n -> n + "rest";
                default -> throw new IllegalStateException();
            };
        }
        return done(s);
    }

    @Case("A10: an awaiting guard in a switch of the old form, with breaks and running on")
    @Async
    static Coroutine<String> oldForm() {
        String s = "";
        loop:
        for (Object o : THINGS) {
            switch (o) {
                case String t when await(leaf("t", t.length() > 0)):
                    s += t;
                    if (s.length() > 100) break loop;
                    break;
                case Wrapped(Integer n) when n > 5 && await(leaf("n", true)):
                    s += n;
                    continue loop;
                case Pair p when await(leaf("p", p)).b() instanceof Integer:
                    s += "pair";
                case null, default:
                    s += await(leaf("rest", ","));
            }
            s += ";";
        }
        return done(s);
    }

    @Case("A10: a failing guard, and one that awaits in a try")
    @Async
    static Coroutine<String> failingGuard() {
        String s = "";
        for (Object o : THINGS) {
            try {
                s += switch (o) {
                    case String t when 1 / await(leaf("length", t.length())) >= 0 -> t;
                    case Wrapped(Integer n) when await(leaf("n", n)) / 0 == 1 -> n;
                    case Character c -> await(leaf("c", c));
                    default -> "";
                };
            } catch (ArithmeticException e) {
                s += await(leaf("caught", "caught "));
            } finally {
                s += "|";
            }
        }
        return done(s);
    }

    @Async
    static Coroutine<String> describe(Animal animal) {
        return done(switch (animal) {
            case Cat(int lives) when await(leaf("lives", lives)) > 5 -> "young cat";
            case Cat(int lives) when await(leaf("lives again", lives)) > 2 -> "old cat";
            case Cat cat -> "cat";
            case Dog(var name) when await(leaf("name", name)).isEmpty() -> "nameless";
            case Dog dog -> dog.name() + await(leaf("dog", "!"));
        });
    }

    @Case("A10: an exhaustive switch whose guards await")
    @Async
    static Coroutine<String> exhaustive() {
        return done(await(describe(new Cat(9))) + await(describe(new Cat(3))) + await(describe(new Cat(1)))
                + await(describe(new Dog(""))) + await(describe(new Dog("d"))));
    }

    @Case("A10: null and constants beside an awaiting guard")
    @Async
    static Coroutine<String> constantsBesideGuards() {
        String s = "";
        for (String t : new String[] {"a", "b", null, "c", "dd"}) {
            s += switch (t) {
                case "a" -> await(leaf("a", 1));
                case String u when await(leaf("u", u.length() > 1)) -> "long";
                case "b", "c" -> t;
                case null -> "null";
                default -> "?";
            };
        }
        return done(s);
    }

    @Case("A10: a switch in a guard awaits in a guard of its own")
    @Async
    static Coroutine<String> nestedGuards() {
        String s = "";
        for (Object o : THINGS) {
            s += switch (o) {
                case Wrapped w when switch (w.inner()) {
                    case Integer n when await(leaf("n", n)) > 3 -> true;
                    case String x -> await(leaf("x", x.isEmpty()));
                    default -> false;
                } -> "yes";
                case Object other when await(leaf("other", false)) -> "never";
                default -> "no";
            };
        }
        return done(s);
    }

    @Case("A10: an async lambda that a guard makes")
    @Async
    static Coroutine<String> asyncLambda() {
        List<Coroutine<String>> made = new ArrayList<>();
        int limit = await(leaf("limit", 2));
        for (Object o : THINGS) {
            switch (o) {
                case String t when add(made, async(() -> t + await(leaf("in lambda", limit)))) -> log(await(leaf("t", t)));
                case Wrapped w when add(made, async(() -> w + await(leaf("w", "w")))) && await(leaf("also", true)) -> log(w);
                default -> {}
            }
        }
        String s = "";
        for (Coroutine<String> coroutine : made) s += await(coroutine);
        return done(s);
    }
}
