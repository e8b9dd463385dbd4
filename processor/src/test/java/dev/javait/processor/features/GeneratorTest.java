package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.isRefused;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Async} methods that return an {@code AsyncIterable}. */
class GeneratorTest {
    @TempDir
    Path folder;

    @Test
    void nothingOfTheBodyRunsBeforeTheFirstElementIsAskedFor() {
        prints(folder, """
                @Async static AsyncIterable<String> words(String... words) {
                  say("begins");
                  for (String word : words) { await(pause()); emit(word); say("after " + word); }
                  return end();
                }
                @Async public static void main(String[] args) {
                  var words = words("a", "b");
                  say("made");
                  for (String word : awaitEach(words)) { await(pause()); say(word); }
                  for (String word : awaitEach(words)) say("no");
                  say(await(words.iterator().moveNext()));
                }
                """, "made", "begins", "a", "after a", "b", "after b", "false");
    }

    @Test
    void closingRunsTheFinallyBlocksWithTheirAwaits() {
        prints(
                folder,
                """
                @Async static AsyncIterable<Integer> naturals() {
                  try (var r = new Res("r")) {
                    try { for (int i = 0; ; i++) emit(await(of(i))); }
                    finally { say("inner"); await(pause()); say("inner done"); }
                  } finally { await(pause()); say("outer"); }
                }
                @Async public static void main(String[] args) {
                  for (int n : awaitEach(naturals())) { if (n == 2) break; say(n); }
                  say("after");
                  await(naturals().iterator().close());
                  say("a fresh one has nothing to close");
                }
                """,
                "open r",
                "0",
                "1",
                "inner",
                "inner done",
                "closing r",
                "closed r",
                "outer",
                "after",
                "a fresh one has nothing to close");
    }

    @Test
    void generatorsGoThroughGenerators() {
        prints(folder, """
                @Async static AsyncIterable<Integer> upTo(int n) {
                  try { for (int i = 1; i <= n; i++) { emit(i); } } finally { say("end of " + n); }
                  return end();
                }
                @Async static <T> AsyncIterable<T> where(AsyncIterable<? extends T> source, Predicate<? super T> wanted) {
                  for (T x : awaitEach(source)) { await(pause()); if (wanted.test(x)) emit(x); }
                  return end();
                }
                @Async public static void main(String[] args) {
                  for (int x : awaitEach(where(upTo(4), x -> x % 2 == 0))) say(x);
                  for (int x : awaitEach(where(upTo(9), x -> x > 2))) { say(x); break; }
                }
                """, "2", "4", "end of 4", "3", "end of 9");
    }

    @Test
    void aGeneratorThatFailedStaysEnded() {
        prints(folder, """
                @Async static AsyncIterable<Integer> one() throws Exception {
                  emit(1);
                  await(pause());
                  throw new Exception("no two");
                }
                @Async public static void main(String[] args) throws Exception {
                  var it = one().iterator();
                  say(await(it.moveNext()) + " " + it.current());
                  try { await(it.moveNext()); } catch (Exception e) { say(e.getMessage()); }
                  say(await(it.moveNext()));
                  try { it.current(); } catch (IllegalStateException e) { say("nothing current"); }
                }
                """, "true 1", "no two", "false", "nothing current");
    }

    @Test
    void earlyEndRunsFinallyBlocks() {
        prints(folder, """
                @Async static AsyncIterable<Integer> some(boolean early) {
                  try {
                    emit(1);
                    if (early) return end();
                    emit(2);
                  } finally { await(pause()); say("finally"); }
                  say("end");
                  return end();
                }
                @Async public static void main(String[] args) {
                  for (int x : awaitEach(some(true))) say(x);
                  for (int x : awaitEach(some(false))) say(x);
                }
                """, "1", "finally", "1", "2", "finally", "end");
    }

    @Test
    void emitInEveryPlaceOfAStatement() {
        prints(folder, """
                private final String name = "me";
                @Async AsyncIterable<Object> all(int n) {
                  emit(name);
                  emit(null);
                  emit(n + 1L);
                  if (n > 0) emit("if"); else emit("else");
                  switch (n) { case 1 -> emit("one"); default -> { emit("default"); } }
                  do { emit(n--); } while (n > 0);
                  try { emit(Integer.parseInt("x")); } catch (NumberFormatException e) { emit("catch"); }
                  return end();
                }
                @Async public static void main(String[] args) {
                  var line = new ArrayList<Object>();
                  for (Object x : awaitEach(new Program().all(1))) line.add(x);
                  say(line);
                }
                """, "[me, null, 2, if, one, 1, catch]");
    }

    @Test
    void twoConsumersAtOnceAreAnError() {
        prints(folder, """
                @Async static AsyncIterable<Integer> slow() { await(sleep(ofMillis(5))); emit(1); return end(); }
                @Async public static void main(String[] args) {
                  var it = slow().iterator();
                  var first = createTask(it.moveNext());
                  await(yieldNow());
                  try { await(it.moveNext()); } catch (IllegalStateException e) { say(e.getMessage().contains("only one task at a time")); }
                  say(await(first));
                }
                """, "true", "true");
    }

    @Test
    void theLoopClosesWhatIsLeft() {
        prints(folder, """
                @Async static AsyncIterable<Integer> left() {
                  try { emit(1); emit(2); } finally { say("closing"); await(pause()); say("closed"); }
                  return end();
                }
                @Async public static void main(String[] args) {
                  var it = left().iterator();
                  say(await(it.moveNext()));
                  say("end of main");
                }
                """, "true", "end of main", "closing", "closed");
    }

    @Test
    void emitWhereItMeansNothingIsRefused() {
        isRefused(
                folder,
                """
                        @Async static AsyncIterable<Integer> wrong() { emit("text"); return end(); }
                        @Async static Coroutine<Void> outside() { emit(1); return done(); }
                        static void plain() { emit(1); }
                        @Async static AsyncIterable<Integer> inLambda() {
                          List.of(1).forEach(x -> emit(x));
                          return end();
                        }
                        @Async static AsyncIterable<Integer> inAsyncLambda() {
                          await(async(() -> { await(pause()); emit(1); }));
                          return end();
                        }
                        """,
                "1: [emit-type] emit() is given java.lang.String",
                "2: [emit-outside] emit() yields a value of an async generator, and outside() is none; have it return an AsyncIterable",
                "3: [await-outside] emit() cannot suspend in plain(), which is not @Async; annotate it with @Async and return an AsyncIterable",
                "5: [emit-in-lambda] emit()",
                "9: [emit-in-lambda] emit()");
    }

    @Test
    void aGeneratorReturnsOnlyEnd() {
        isRefused(folder, """
                @Async static AsyncIterable<Integer> other() { emit(1); return AsyncIterables.from(List.of(1).iterator()); }
                """, "1: [return-in-generator]");
    }
}
