package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.isRefused;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code async(() -> …)}. */
class AsyncLambdaTest {
    @TempDir
    Path folder;

    @Test
    void lambdasCaptureAsJavasDo() {
        prints(folder, """
                private int count = 40;
                private int add(int n) { return count += n; }
                private static <A> A same(A a) { return a; }
                @Async Coroutine<List<Integer>> all(int parameter, int... more) {
                  var tasks = new ArrayList<Task<Integer>>();
                  for (int i = 0; i < 2; i++) { int j = i; tasks.add(createTask(async(() -> await(of(j)) + parameter))); }
                  for (int x : more) tasks.add(createTask(async(() -> { await(pause()); return same(x) + this.add(1); })));
                  for (var x : List.of(7)) tasks.add(createTask(async(() -> count + x)));
                  return done(await(gather(tasks)));
                }
                @Async public static void main(String[] args) { say(await(new Program().all(10, 100, 200))); }
                """.replace("count + x", "await(of(1)) + x"), "[10, 11, 141, 242, 8]");
    }

    @Test
    void aLambdaIsLazyAndRunsOnce() {
        prints(folder, """
                @Async public static void main(String[] args) {
                  Coroutine<String> c = async(() -> { say("runs"); await(pause()); return "value"; });
                  Coroutine<Void> v = async(() -> { await(pause()); say("void"); });
                  Coroutine<Void> e = async(() -> say("expression"));
                  say("made");
                  say(await(c));
                  say(await(v));
                  say(await(e));
                  try { await(c); } catch (IllegalStateException again) { say("once"); }
                  await(async(() -> {}));
                  say(await(async(() -> 5)) + await(async(() -> await(of(6)))));
                }
                """, "made", "runs", "value", "void", "null", "expression", "null", "once", "11");
    }

    @Test
    void lambdasStandInOneAnotherAndInPlainOnes() {
        prints(folder, """
                static <T> T use(Function<Integer, T> f) { return f.apply(3); }
                @Async public static void main(String[] args) {
                  int base = 1;
                  say(await(async(() -> {
                    int mine = await(of(10));
                    int inner = await(async(() -> { int third = await(async(() -> base + mine)); return third + await(of(100)); }));
                    return inner + mine;
                  })));
                  Coroutine<Integer> made = use(x -> async(() -> await(of(x)) * 2 + base));
                  say(await(made));
                  try (var group = TaskGroup.open()) {
                    List.of(5).forEach(x -> group.spawn(async(() -> { await(pause()); say("spawned " + (x + base)); })));
                  }
                  Supplier<Coroutine<String>> factory = () -> async(() -> { Supplier<String> s = () -> "plain in async"; await(pause()); return s.get(); });
                  say(await(factory.get()) + await(factory.get()).length());
                }
                """, "121", "7", "spawned 6", "plain in async14");
    }

    @Test
    void lambdasHaveStatementsOfTheirOwn() {
        prints(folder, """
                @Async static AsyncIterable<Integer> upTo(int n) { for (int i = 1; i <= n; i++) emit(i); return end(); }
                @Async public static void main(String[] args) throws Exception {
                  say(await(async(() -> {
                    int sum = 0;
                    loop: for (int x : awaitEach(upTo(5))) { if (x == 2) continue; if (x == 5) break loop; sum += x; await(pause()); }
                    try (var r = new Res("r")) { if (sum > 3) return "sum " + sum; }
                    finally { say("finally"); }
                    return "no";
                  })));
                }
                """, "open r", "closing r", "closed r", "finally", "sum 8");
    }

    @Test
    void checkedExceptionsComeOutOfTheAwait() {
        prints(folder, """
                @Async public static void main(String[] args) throws Exception {
                  Coroutine<String> c = async(() -> { await(pause()); if (args.length == 0) throw new java.io.IOException("checked"); return ""; });
                  try { await(c); if (args.length > 9) throw new java.io.IOException(); } catch (java.io.IOException e) { say(e); }
                  Coroutine<Void> v = async(() -> { throw new Exception("void"); });
                  try { await(v); } catch (Exception e) { say(e.getMessage()); }
                }
                """, "java.io.IOException: checked", "void");
    }

    @Test
    void genericMethodsAndClassesMayHoldLambdas() {
        prints(folder, """
                static class Box<T extends Comparable<T>> {
                  private final T mine;
                  Box(T mine) { this.mine = mine; }
                  @Async <U> Coroutine<Map<T, List<U>>> pair(U other) {
                    Coroutine<Map<T, List<U>>> c = async(() -> { T t = await(of(mine)); List<U> us = List.of(await(of(other))); return Map.of(t, us); });
                    return done(await(c));
                  }
                }
                @Async public static void main(String[] args) { say(await(new Box<>("t").pair(5))); }
                """, "{t=[5]}");
    }

    @Test
    void tracesShowTheUsersLines() {
        prints(folder, """
                @Async public static void main(String[] args) throws Exception {
                  Coroutine<Void> c = async(() -> {
                    await(pause());
                    deep();
                  });
                  try { await(createTask(c)); } catch (RuntimeException e) {
                    for (var f : e.getStackTrace()) if (f.getClassName().startsWith("Program")) say(f.getFileName() + " " + (f.getLineNumber() - %d));
                  }
                }
                static void deep() {
                  throw new RuntimeException();
                }
                """.formatted(UserProgram.LINES_OF_HEAD), "Program.java 11", "Program.java 4", "Program.java 6");
    }

    @Test
    void anAsyncLambdaStandsInAnAsyncMethod() {
        isRefused(folder, """
                static void plain() { Coroutine<Integer> c = async(() -> 5); }
                static final Coroutine<Integer> FIELD = async(() -> 5);
                """, "1: [async-outside] async()", "2: [async-outside] async()");
    }

    @Test
    void aLambdaMayBeHadWhereverACoroutineIsWanted() {
        prints(
                folder,
                """
                private int field = 1;
                Supplier<Coroutine<String>> held;
                @Async static AsyncIterable<String> words(String s) { var c = async(() -> await(of("in " + s))); emit(await(c)); return end(); }
                @Async Coroutine<Integer> tail(int n) { return async(() -> await(of(n)) + field); }
                @Async Coroutine<Void> all(String p) {
                  int local = 3;
                  boolean yes = p.length() == 1;
                  Function<String, Coroutine<String>> f = s -> async(() -> { String t = await(of(s)); for (String u : awaitEach(words(t))) t += u; return t; });
                  say(await(f.apply("f")));
                  held = () -> async(() -> await(of(p)) + field);
                  say(await(held.get()));
                  Object o = "obj";
                  if (o instanceof String s && s.length() == 3) say(await(async(() -> await(of(s)) + s)));
                  for (var e : List.of(1, 2)) { var c = async(() -> e * await(of(10))); say(await(c)); }
                  Coroutine<Object> either = yes ? async(() -> await(of("yes"))) : async(() -> 1);
                  say(await(either));
                  say(await(switch (p.length()) { case 1 -> async(() -> "one"); default -> async(() -> "many"); }));
                  Coroutine<int[]> array = async(() -> new int[] {await(of(1)), 2});
                  say(await(array)[0]);
                  Coroutine<Supplier<Integer>> function = async(() -> { int q = await(of(4)); return () -> q + local; });
                  say(await(function).get());
                  Coroutine<Coroutine<Integer>> twice = async(() -> async(() -> await(of(1))));
                  say(await(await(twice)));
                  Coroutine<Map<String, ? extends List<String>>> map = async(() -> Map.of("k", List.of(await(of(p)))));
                  say(await(map).get("k"));
                  Coroutine<Void> nothing = async(() -> { if (p.isEmpty()) return; await(pause()); say("nothing"); });
                  await(nothing);
                  var anonymous = new Object() { int v = 7; @Async Coroutine<Integer> get() { return async(() -> await(of(v)) + field + local); } };
                  say(await(anonymous.get()));
                  say(await(tail(5)));
                  return done();
                }
                @Async public static void main(String[] args) { await(new Program().all("p")); }
                """,
                "fin f",
                "p1",
                "objobj",
                "10",
                "20",
                "yes",
                "one",
                "1",
                "7",
                "1",
                "[p]",
                "nothing",
                "11",
                "6");
    }

    @Test
    void whatALambdaCapturesDoesNotChange() {
        isRefused(
                folder,
                """
                @Async static Coroutine<Integer> method(int n) {
                  n++;
                  int m = 0;
                  m++;
                  return async(() -> { await(pause()); return n + m; });
                }
                """,
                "5: local variables referenced from a lambda expression must be final or effectively final",
                "5: local variables referenced from a lambda expression must be final or effectively final");
    }
}
