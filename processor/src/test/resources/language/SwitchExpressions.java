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
import java.util.function.Supplier;

class SwitchExpressions {
    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    @Case("A9: a switch expression with awaits in selector and values")
    @Async
    static Coroutine<String> arrows() {
        String s = "";
        for (int i = 0; i < 4; i++) {
            s += switch (await(leaf("i", i))) {
                case 0 -> "zero";
                case 1, 2 -> await(leaf("v", "few"));
                default -> {
                    log("default");
                    yield await(leaf("w", "many")) + "!";
                }
            };
        }
        return done(s);
    }

    @Case("A9: a switch expression with old cases yields and falls through")
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<Integer> oldCases() {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum = sum * 10 + switch (i) {
                case 0:
                    yield await(leaf("a", 1));
                case 1:
                    log("falls");
                default:
                    if (await(leaf("b", i == 1))) yield 5;
                case 3:
                    int x = await(leaf("c", 6));
                    yield x + 1;
            };
        }
        return done(sum);
    }

    @Case("A9: what stands left of a switch expression is evaluated before it")
    @Async
    static Coroutine<String> besideOthers() {
        return done(note("a", "a") + switch (note("b", 1)) {
            case 1 -> await(leaf("c", "c"));
            default -> "never";
        } + note("d", "d"));
    }

    @Case("A9: an exhaustive switch over an enum needs no default")
    @Async
    static Coroutine<Integer> exhaustive() {
        int n = 0;
        for (Size size : Size.values()) {
            n = n * 10 + switch (size) {
                case SMALL -> 1;
                case MEDIUM -> await(leaf("m", 2));
                case LARGE -> {
                    int three = await(leaf("l", 3));
                    yield three;
                }
            };
        }
        return done(n);
    }

    @Case("A9: a switch expression over a null enum fails")
    @Async
    static Coroutine<Integer> nullEnum() {
        Size size = null;
        return done(switch (size) {
            case SMALL -> await(leaf("never", 1));
            default -> 2;
        });
    }

    @Case("A9: a case that throws gives no value")
    @Async
    static Coroutine<Integer> throwing() {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            try {
                int v = switch (i) {
                    case 0 -> throw new IllegalStateException("zero");
                    case 1 -> throw await(leaf("e", new IllegalArgumentException("one")));
                    default -> await(failing("f", new IllegalStateException("two")));
                };
                n += v;
            } catch (RuntimeException e) {
                log(e);
                n++;
            }
        }
        return done(n);
    }

    @Case("A9: a yield leaves try blocks through their finally")
    @Async
    static Coroutine<String> yieldThroughFinally() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            s += switch (i) {
                case 0 -> {
                    try {
                        yield await(leaf("a", "a"));
                    } finally {
                        log(await(leaf("fa", "finally a")));
                    }
                }
                case 1 -> {
                    while (true) {
                        try {
                            if (await(leaf("b", true))) yield "b";
                        } finally {
                            log("finally b");
                        }
                    }
                }
                default -> {
                    String t = "";
                    for (String u : new String[] {"x", "y", "z"}) {
                        if (u.equals("z")) yield t;
                        t += await(leaf("u", u));
                    }
                    yield "never";
                }
            };
        }
        return done(s);
    }

    @Case("A9: switch expressions nest, in selectors, values and conditions")
    @Async
    static Coroutine<Integer> nested() {
        int n = switch (switch (await(leaf("a", 1))) {
            case 1 -> "one";
            default -> "other";
        }) {
            case "one" -> {
                int k = switch (await(leaf("b", Size.LARGE))) {
                    case LARGE -> {
                        if (switch (note("c", 'c')) {
                            case 'c' -> await(leaf("d", true));
                            default -> false;
                        }) yield 10;
                        yield 20;
                    }
                    default -> 30;
                };
                yield k + await(leaf("e", 1));
            }
            default -> 0;
        };
        return done(n);
    }

    @Case("A9: numeric values of a switch expression are promoted to one type")
    @Async
    static Coroutine<String> promotion() {
        int two = 2;
        var v = switch (two) {
            case 1 -> 'c';
            case 2 -> await(leaf("v", 5));
            default -> 1.5;
        };
        long l = switch (two) {
            case 2 -> await(leaf("l", 'l'));
            default -> 1;
        };
        Object o = switch (two) {
            case 2 -> await(leaf("o", (short) 3));
            default -> "text";
        };
        Integer boxed = switch (two) {
            case 2 -> await(leaf("null", (Integer) null));
            default -> 0;
        };
        return done(v + " " + l + " " + o.getClass() + boxed);
    }

    @Case("A9: a switch expression as a condition, an argument, an index and an awaited value")
    @Async
    static Coroutine<Object> positions() {
        int[] a = {1, 2, 3};
        int one = 1;
        a[switch (one) {
            case 1 -> await(leaf("i", 2));
            default -> 0;
        }] += switch (await(leaf("j", "s"))) {
            case "s" -> 100;
            default -> 0;
        };
        String s = String.format("%s-%s-%s", note("x", "x"), switch (one) {
            case 1 -> await(leaf("k", "k"));
            default -> "?";
        }, await(leaf("y", "y")));
        int r = await(switch (one) {
            case 1 -> leaf("awaited", 7);
            default -> leaf("never", 8);
        });
        while (switch (one) {
            case 1 -> await(leaf("while", one++ < 2));
            default -> false;
        }) log("round " + one);
        return done(s + r + a[2] + one);
    }

    @Case("A9: lambdas in the cases of a switch expression get the type of its context")
    @Async
    static Coroutine<String> lambdas() {
        Supplier<String> s = switch (await(leaf("a", 1))) {
            case 1 -> {
                String captured = await(leaf("b", "captured"));
                yield () -> captured;
            }
            default -> String::new;
        };
        return done(s.get());
    }

    @Case("A9: a switch expression whose selector alone awaits")
    @Async
    static Coroutine<String> selectorOnly() {
        return done(switch (await(leaf("a", "b"))) {
            case "a" -> "first";
            case "b" -> {
                String t = "se";
                for (int i = 0; i < 2; i++) {
                    if (i == 1) break;
                    t += "co";
                }
                yield t + "nd";
            }
            default -> "?";
        });
    }
}
