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
    void aFailureOfTheSourceComesOutOfTheLoop() {
        prints(folder, COUNT + """
                @Async public static void main(String[] args) {
                  try {
                    for (int x : awaitEach(new Count(9))) if (x > 5) say(x);
                  } catch (IllegalStateException e) { say(e.getMessage()); await(pause()); }
                }
                """, "6", "7", "seven");
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
}
