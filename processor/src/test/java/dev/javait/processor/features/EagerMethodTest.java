package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Async} methods that return {@code CompletableFuture}, {@code CompletionStage} or {@code void}. */
class EagerMethodTest {
    @TempDir
    Path folder;

    @Test
    void aFutureMethodIsATaskOfTheCallersLoop() {
        prints(folder, """
                @Async static CompletableFuture<String> eager(Thread caller) {
                  say("begins");
                  await(pause());
                  return done("same thread: " + (Thread.currentThread() == caller));
                }
                @Async static CompletionStage<Integer> stage() { int n = await(of(20)); return done(n + await(of(1))); }
                @Async public static void main(String[] args) {
                  var future = eager(Thread.currentThread());
                  say("called");
                  await(yieldNow());
                  say("turned");
                  say(await(future));
                  say(await(stage()));
                }
                """, "called", "begins", "turned", "same thread: true", "21");
    }

    @Test
    void withoutALoopAFutureMethodRunsOnTheBackgroundLoop() {
        prints(folder, """
                @Async static CompletableFuture<String> eager(Thread caller) {
                  await(pause());
                  return done("same thread: " + (Thread.currentThread() == caller) + ", in a loop: " + (EventLoop.current() != null));
                }
                @Async static CompletionStage<String> stage() { return eager(Thread.currentThread()).thenApply(x -> "tail"); }
                public static void main(String[] args) throws Exception {
                  say(eager(Thread.currentThread()).get(9, TimeUnit.SECONDS));
                  say(stage().toCompletableFuture().join());
                }
                """, "same thread: false, in a loop: true", "tail");
    }

    @Test
    void cancellingTheFutureCancelsTheTask() {
        prints(folder, """
                static final CountDownLatch begun = new CountDownLatch(1), ended = new CountDownLatch(1);
                @Async static CompletableFuture<String> eager() {
                  try { await(pause()); begun.countDown(); await(sleep(ofDays(1))); return done("no"); }
                  catch (CancelledError e) { say("cancelled"); throw e; }
                  finally { await(pause()); say("finally"); ended.countDown(); }
                }
                public static void main(String[] args) throws Exception {
                  var future = eager();
                  begun.await();
                  boolean cancelled = future.cancel(true);
                  ended.await();
                  say(cancelled);
                  try { future.join(); } catch (CancellationException e) { say("a " + e.getClass().getSimpleName()); }
                }
                """, "cancelled", "finally", "true", "a CancellationException");
    }

    @Test
    void exceptionsAreNotWrapped() {
        prints(
                folder,
                """
                @Async static CompletableFuture<String> eager(boolean now) throws Exception {
                  if (now) throw new java.io.IOException("now");
                  await(pause());
                  throw new java.io.IOException("later");
                }
                @Async static Coroutine<Void> awaits() throws Exception {
                  try { await(eager(false)); } catch (java.io.IOException e) { say("await " + e.getMessage()); }
                  return done();
                }
                public static void main(String[] args) throws Exception {
                  for (boolean now : new boolean[] {true, false}) {
                    try { eager(now).get(); } catch (ExecutionException e) { say(e.getCause()); }
                    eager(now).handle((v, e) -> { say(e); return v; }).get();
                  }
                  run(awaits());
                }
                """,
                "java.io.IOException: now",
                "java.io.IOException: now",
                "java.io.IOException: later",
                "java.io.IOException: later",
                "await later");
    }

    @Test
    void aVoidMethodRunsToItsEndOnALoopOfItsOwn() {
        prints(folder, """
                private int field;
                @Async void entry(int n) throws Exception { field = await(of(n)); if (n < 0) throw new Exception("negative"); await(pause()); }
                @Async static void nested() { say("no"); }
                public static void main(String[] args) throws Exception {
                  var p = new Program();
                  p.entry(5);
                  say(p.field);
                  try { p.entry(-1); } catch (Exception e) { say(e); }
                  Runnable r = Program::inLoop;
                  r.run();
                }
                @Async static void inLoop() {
                  try { nested(); } catch (IllegalStateException e) { say("on a loop's thread"); }
                  await(pause());
                  if (awaits > 0) return;
                  say("no");
                }
                """, "5", "java.lang.Exception: negative", "on a loop's thread");
    }

    @Test
    void whatMainThrowsComesOut() {
        prints(folder, """
                @Async public static void main(String... args) throws Exception {
                  await(pause());
                  throw new java.io.IOException("out of main");
                }
                """, "threw java.io.IOException: out of main");
    }
}
