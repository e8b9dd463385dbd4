package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.isRefused;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code for (T x : awaitEach(source))}. */
class AwaitEachTest {
    /** A source that says when it is closed. */
    private static final String COUNT = """
            record Count(int last) implements AsyncIterable<Integer> {
              public AsyncIterator<Integer> iterator() {
                return new AsyncIterator<Integer>() {
                  int at = 0;
                  @Async public Coroutine<Boolean> moveNext() {
                    await(pause());
                    if (at == 7) throw new IllegalStateException("seven");
                    return done(at++ < last);
                  }
                  public Integer current() { return at; }
                  @Async @Override public Coroutine<Void> close() { say("closing"); await(pause()); say("closed at " + at); return done(); }
                };
              }
            }
            """;

    private static final String EACH = """
            @SafeVarargs @Async static <T> AsyncIterable<T> each(T... xs) { for (T x : xs) { await(pause()); emit(x); } return end(); }
            """;

    @TempDir
    Path folder;

    @Test
    void aLoopThatRunsOutClosesNothing() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  for (int x : awaitEach(new Count(3))) say(x);
                  for (var x : awaitEach(new Count(0))) say(x);
                  for (final Number x : awaitEach(new Count(1))) { await(pause()); say(x); }
                  say("after");
                }
                """, "1", "2", "3", "1", "after");
    }

    @Test
    void breakClosesBeforeWhatComesAfter() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  for (int x : awaitEach(new Count(5))) { if (x == 2) break; say(x); }
                  say("after");
                }
                """, "1", "closing", "closed at 2", "after");
    }

    @Test
    void continueGoesOn() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  for (int x : awaitEach(new Count(4))) { if (await(of(x)) % 2 == 0) continue; say(x); }
                  say("after");
                }
                """, "1", "3", "after");
    }

    @Test
    void theReturnedValueIsMadeBeforeTheIteratorIsClosed() {
        prints(folder, COUNT + """
                @Async static Coroutine<String> find() {
                  try {
                    for (int x : awaitEach(new Count(5))) {
                      if (x == 2) return done(await(of(tell("found " + x))));
                    }
                    return done("none");
                  } finally { say("finally"); await(pause()); }
                }
                static String tell(String s) { say("tell " + s); return s; }
                @Async public static void main(String[] args) { say(await(find())); }
                """, "tell found 2", "closing", "closed at 2", "finally", "found 2");
    }

    @Test
    void aFailureInTheBodyClosesAndGoesOn() {
        prints(
                folder,
                COUNT + """
                @Async public static void main(String[] args) throws Exception {
                  try {
                    for (int x : awaitEach(new Count(5))) { await(pause()); throw new Exception("at " + x); }
                  } catch (Exception e) { say(e.getMessage()); }
                  for (int x : awaitEach(new Count(5))) { if (x > 0) throw new Exception("out"); }
                }
                """,
                "closing",
                "closed at 1",
                "at 1",
                "closing",
                "closed at 1",
                "threw java.lang.Exception: out");
    }

    @Test
    void aFailureOfTheSourceComesOutOfTheLoopWhenThatIsClosed() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  try {
                    for (int x : awaitEach(new Count(9))) if (x > 5) say(x);
                  } catch (IllegalStateException e) { say(e.getMessage()); await(pause()); }
                }
                """, "6", "7", "closing", "closed at 7", "seven");
    }

    @Test
    void aFailureOfCloseIsSuppressedByTheBodys() {
        prints(folder, """
                @Async static AsyncIterable<Integer> bad() {
                  try { emit(1); emit(2); } finally { await(pause()); if (awaits >= 0) throw new IllegalStateException("close"); }
                  return end();
                }
                @Async public static void main(String[] args) {
                  try { for (int x : awaitEach(bad())) { await(pause()); throw new RuntimeException("body"); } }
                  catch (RuntimeException e) { say(e.getMessage() + Arrays.asList(e.getSuppressed())); }
                  try { for (int x : awaitEach(bad())) break; say("no"); }
                  catch (RuntimeException e) { say(e.getMessage() + Arrays.asList(e.getSuppressed())); }
                }
                """, "body[java.lang.IllegalStateException: close]", "close[]");
    }

    @Test
    void aJumpToAnOuterLoopClosesTheInnerOneFirst() {
        prints(
                folder,
                COUNT + """
                @Async public static void main(String[] args) {
                  outer:
                  for (int x : awaitEach(new Count(4))) {
                    for (int y : awaitEach(new Count(4))) {
                      if (y == 2) continue outer;
                      if (x == 3) break outer;
                      say(x + "," + y);
                    }
                  }
                  say("after");
                  found: { for (int x : awaitEach(new Count(2))) { await(pause()); break found; } say("no"); }
                  say("end");
                }
                """,
                "1,1",
                "closing",
                "closed at 2",
                "2,1",
                "closing",
                "closed at 2",
                "closing",
                "closed at 1",
                "closing",
                "closed at 3",
                "after",
                "closing",
                "closed at 1",
                "end");
    }

    @Test
    void theSourceMayBeAwaitedAndTheVariableCaptured() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  List<Supplier<Integer>> all = new ArrayList<>();
                  for (int x : awaitEach(await(of(new Count(3))))) all.add(() -> x * 10);
                  all.forEach(s -> say(s.get()));
                  int sum = 0;
                  for (var task : awaitEach(asCompleted(List.of(of(1), of(2))))) sum += await(task);
                  say(sum);
                }
                """, "10", "20", "30", "3");
    }

    @Test
    void cancellingTheTaskInTheLoopClosesTheIterator() {
        prints(folder, COUNT + """
                @Async static Coroutine<Void> forEver() {
                  for (int x : awaitEach(new Count(3))) { say("got " + x); await(sleep(ofDays(1))); }
                  return done();
                }
                @Async public static void main(String[] args) {
                  var task = createTask(forEver());
                  await(sleep(ofMillis(5)));
                  task.cancel();
                  try { await(task); } catch (CancelledError e) { say("cancelled"); }
                }
                """, "got 1", "closing", "closed at 1", "cancelled");
    }

    @Test
    void awaitEachStandsOnlyInTheHeadOfALoopOfAnAsyncMethod() {
        isRefused(
                folder,
                COUNT + """
                        static void plain() { for (int x : awaitEach(new Count(1))) say(x); }
                        @Async static Coroutine<Void> elsewhere() {
                          Iterable<Integer> all = awaitEach(new Count(1));
                          Runnable r = () -> { for (int x : awaitEach(new Count(1))) say(x); };
                          return done();
                        }
                        """,
                "15: [await-outside] awaitEach()",
                "17: [await-each-place] awaitEach()",
                "18: [await-in-lambda] awaitEach()");
    }

    @Test
    void theVariableMayHaveAnyTypeThatAnElementFitsInto() {
        prints(
                folder,
                EACH + """
                @Async public static void main(String[] args) {
                  for (long x : awaitEach(each(1, 2))) say(x);
                  for (char c : awaitEach(each('a'))) { c++; say(c); }
                  for (Object x : awaitEach(each(1, "a"))) { await(pause()); if (x instanceof String s && s.length() == 1) say(s); }
                  for (var x : awaitEach(args.length == 0 ? each(1) : each("s"))) { await(pause()); Comparable<?> c = x; say(c); }
                  AsyncIterable<? extends Number> wild = each(1, 2.5);
                  for (Number x : awaitEach(wild)) say(x.intValue());
                  AsyncIterable<?> any = each("any");
                  for (Object x : awaitEach(any)) say(x);
                  AsyncIterable<? super Integer> wide = each(9);
                  for (Object x : awaitEach(wide)) say(x);
                  for (List<? extends CharSequence> x : awaitEach(each(List.of("x"), List.of(new StringBuilder("yy"))))) say(x.get(0).length());
                  for (List<? extends CharSequence> x : List.of(List.of("x"), List.of(new StringBuilder("yy")))) { await(pause()); say(x.get(0).length()); }
                  for (int[] x : awaitEach(each(new int[] {1}, new int[] {2}))) say(x[0]);
                  try { for (int x : awaitEach(each(1, null))) say(x); } catch (NullPointerException e) { say("null is no int"); }
                  AsyncIterable<String> none = null;
                  try { for (String s : awaitEach(none)) say(s); } catch (NullPointerException e) { say("null is no source"); }
                  List<Supplier<Integer>> later = new ArrayList<>();
                  for (int x : awaitEach(each(1, 2))) { await(pause()); later.add(() -> x); }
                  for (var f : later) say("kept " + f.get());
                }
                """,
                "1",
                "2",
                "b",
                "a",
                "1",
                "1",
                "2",
                "any",
                "9",
                "1",
                "2",
                "1",
                "2",
                "1",
                "2",
                "1",
                "null is no int",
                "null is no source",
                "kept 1",
                "kept 2");
    }

    @Test
    void theSourceMayBeAnyExpression() {
        prints(folder, EACH + """
                @Async public static void main(String[] args) {
                  boolean yes = args.length == 0;
                  for (int x : awaitEach(() -> each(1).iterator())) say(x);
                  for (int x : awaitEach(yes ? () -> each(2).iterator() : each(-2))) say(x);
                  for (int x : awaitEach(await(of(yes)) ? () -> each(3).iterator() : each(-3))) say(x);
                  for (Object x : awaitEach(switch (args.length) { case 1 -> each("-4"); default -> () -> each("4").iterator(); })) say(x);
                  AsyncIterable<Integer> five = each(5);
                  for (int x : awaitEach(five::iterator)) say(x);
                  for (int x : awaitEach((await(of(each(6)))))) say(x);
                  for (int x : (awaitEach(yes ? each(7) : null))) say(x);
                  AsyncIterable<?>[] sources = {each(8), each(), each("9", 10)};
                  for (var source : sources) for (var x : awaitEach(source)) say(x);
                  if (yes) for (int x : awaitEach(each(11))) say(x); else say("no");
                  int sum = switch (args.length) { case 0 -> { int z = 0; for (int x : awaitEach(each(4, 5, 6))) { z += x; if (z > 4) break; } yield z; } default -> 0; };
                  say(sum);
                }
                """, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "9");
    }

    @Test
    void aLoopThatIsCancelledWhileItWaitsForTheNextElementClosesItsIterator() {
        prints(folder, """
                record Channel(Promise<Boolean> next) implements AsyncIterable<Integer>, AsyncIterator<Integer> {
                  public AsyncIterator<Integer> iterator() { return this; }
                  @Async public Coroutine<Boolean> moveNext() { return done(await(next)); }
                  public Integer current() { return 1; }
                  @Async @Override public Coroutine<Void> close() { say("closing"); await(pause()); say("closed"); return done(); }
                }
                @Async static Coroutine<Void> listen(AsyncIterable<Integer> channel) {
                  try { for (int x : awaitEach(channel)) say(x); } finally { say("left"); }
                  return done();
                }
                @Async public static void main(String[] args) {
                  var task = createTask(listen(new Channel(new Promise<>())));
                  await(yieldNow());
                  task.cancel();
                  try { await(task); } catch (CancelledError e) { say("cancelled"); }
                }
                """, "closing", "closed", "left", "cancelled");
    }
}
