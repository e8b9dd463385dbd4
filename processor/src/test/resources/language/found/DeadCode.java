package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.tick;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Code that javac knows never to run: it writes no class files for the classes in it. */
@SuppressWarnings({"unused", "empty"})
class DeadCode {
    static final boolean DEBUG = false;
    static final int LEVEL = 5;
    static final String MODE = "on" + LEVEL;

    @Case("a class in the catch of an empty try, whose class file does not exist")
    @Async
    static Coroutine<Integer> catchOfEmptyTry() {
        try {
        } catch (IllegalStateException e) {
            new Thread(new Runnable() {
                @Override
                public void run() {
                    log("never");
                }
            }).start();
        }
        try {
        } catch (IllegalStateException e) {
            class Never {}
            await(leaf("never", new Never()));
        } finally {
            log(await(leaf("a", "finally")));
        }
        try {
        } catch (IllegalStateException e) {
            await(leaf("never", 1));
        }
        return done(1);
    }

    @Case("a class in the branch that a constant does not choose")
    @Async
    static Coroutine<Integer> deadBranch() {
        int x;
        if (DEBUG) {
            class Never {
                int one() {
                    return 1;
                }
            }
            x = await(leaf("never", new Never().one()));
        } else {
            x = 2;
        }
        if (LEVEL < 7 && MODE == "on5") log("level");
        else log(new Object() {});
        if ((byte) (LEVEL << 7) == -128 && (LEVEL / 2.0 > 2 ? LEVEL : 0) == 5) {
            log(await(leaf("b", "chosen")));
        } else {
            class Never {}
            return done(await(leaf("never", new Never().hashCode())));
        }
        return done(x);
    }

    @Case("a class in an operand that a constant does not choose")
    @Async
    static Coroutine<String> deadOperand() {
        Object opaque = DEBUG ? new Object() {} : "opaque";
        Object before = DEBUG ? new Object() {} : await(leaf("a", "before"));
        Object behind = LEVEL == 5
                ? await(leaf("b", "behind"))
                : new Comparable<String>() {
                    @Override
                    public int compareTo(String other) {
                        return 0;
                    }
                };
        boolean and = DEBUG
                && new Object() {
                    boolean yes() {
                        return true;
                    }
                }.yes();
        boolean or = !DEBUG
                || new Object() {
                            boolean yes() {
                                return true;
                            }
                        }.yes()
                        && await(leaf("never", true));
        return done(opaque + " " + before + " " + behind + " " + and + " " + or);
    }

    @Case("what stands behind a constant branch that leaves is dropped")
    @Async
    static Coroutine<Integer> behindALeavingBranch() {
        outer:
        {
            if (DEBUG) break outer;
            log("in the block");
        }
        if (true) {
            log(await(leaf("a", "last")));
            return done(3);
        }
        class Never {}
        return done(await(leaf("never", new Never().hashCode())));
    }

    @Case("a loop is endless if its condition is a constant expression of any form")
    @Async
    static Coroutine<Integer> endlessByAConstant() {
        if (await(leaf("a", true))) return done(await(whole()) + await(withAwait()) + await(doLoop()));
        for (; LEVEL > 3; ) {
            if (!tick()) return done(0);
        }
    }

    @Async
    static Coroutine<Integer> whole() {
        while (!DEBUG) {
            if (!tick()) return done(1);
        }
    }

    @Async
    static Coroutine<Integer> withAwait() {
        while (!DEBUG) {
            if (await(leaf("b", !tick()))) return done(1);
        }
    }

    @Async
    static Coroutine<Integer> doLoop() {
        final boolean always = LEVEL >= 5;
        do {
            if (await(leaf("c", !tick()))) return done(1);
        } while (always);
    }

    static boolean yes() {
        log("yes");
        return true;
    }

    @Case("a class behind a condition that javac knows though it is no constant expression")
    @Async
    static Coroutine<String> deadByFolding() {
        int q = await(leaf("a", 1));
        int x;
        if (DEBUG && await(leaf("never", true))) {
            x = 1;
            log(new Object() {
                int z = q;
            });
        } else {
            x = 3;
        }
        if (!(DEBUG && yes() || DEBUG)) {
            x += 2;
        } else {
            class Never {
                int z = q;
            }
            return done("never" + await(leaf("never", new Never().z)));
        }
        Object opaque = (DEBUG ? yes() : !DEBUG && yes())
                ? "opaque"
                : new Object() {
                    int z = q;
                };
        Object whole = (DEBUG ? await(leaf("never", true)) : DEBUG && yes())
                ? new Object() {
                    int z = q;
                }
                : await(leaf("b", "whole"));
        if (null != null) {
            log(new Object() {
                int z = q;
            });
        }
        if ("a" == null || DEBUG) {
            log(await(leaf("never", new Object() {
                int z = q;
            })));
        }
        boolean or = !DEBUG || await(leaf("never", true)) || new Object() {
            boolean z = q > 1;
        }.z;
        return done(x + " " + opaque + " " + whole + " " + or + await(returns()));
    }

    @Async
    static Coroutine<Integer> returns() {
        int q = await(leaf("c", 1));
        if (DEBUG && yes()) {
            class Never {
                int z = q;
            }
            return done(new Never().z);
        } else {
            return done(7);
        }
    }
}
