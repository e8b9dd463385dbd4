package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.LINES_OF_HEAD;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Async} methods that return {@code CompletableFuture}, {@code CompletionStage} or {@code void}. */
class EagerMethodTest {
    @TempDir
    Path folder;

    @Test
    void aFutureMethodIsATaskOfTheCallersLoopAndBeginsAtTheCall() {
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
                """, "begins", "called", "turned", "same thread: true", "21");
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
    void whatItFailsWithLooksAsInAnyFuture() {
        prints(folder, """
                @Async static CompletableFuture<String> eager(int kind) throws Exception {
                  await(pause());
                  if (kind == 0) throw new java.io.IOException("checked");
                  if (kind == 1) throw new CompletionException("own", new Exception("cause"));
                  if (kind == 2) throw new AssertionError("error");
                  throw new CancelledError("cancelled");
                }
                static CompletableFuture<String> byHand(int kind) {
                  var future = new CompletableFuture<String>();
                  future.completeExceptionally(switch (kind) {
                    case 0 -> new java.io.IOException("checked");
                    case 1 -> new CompletionException("own", new Exception("cause"));
                    case 2 -> new AssertionError("error");
                    default -> new CancellationException("cancelled");
                  });
                  return future;
                }
                static String seen(CompletableFuture<String> future) {
                  var seen = new ArrayList<String>();
                  try { future.get(); } catch (Exception e) { seen.add(chain(e)); }
                  try { future.join(); } catch (Exception e) { seen.add(chain(e)); }
                  try { future.getNow("late"); } catch (Exception e) { seen.add(chain(e)); }
                  future.handle((v, e) -> seen.add(chain(e)));
                  future.whenComplete((v, e) -> seen.add(chain(e)));
                  future.exceptionally(e -> { seen.add(chain(e)); return ""; });
                  future.thenApply(v -> v).handle((v, e) -> seen.add(chain(e)));
                  seen.add(future.isDone() + " " + future.isCancelled() + " " + future.isCompletedExceptionally());
                  return String.join("; ", seen);
                }
                static String chain(Throwable e) {
                  return e == null || e instanceof CancelledError ? "" : e.getClass().getSimpleName() + " " + e.getMessage() + " < " + chain(e.getCause());
                }
                public static void main(String[] args) throws Exception {
                  for (int kind = 0; kind < 4; kind++) {
                    String java = seen(byHand(kind)), async = seen(eager(kind));
                    say(java.equals(async) ? "same" : java + " but " + async);
                  }
                }
                """, "same", "same", "same", "same");
    }

    @Test
    void howDeepEagerCallsAreDoesNotMatter() {
        prints(folder, """
                @Async static CompletableFuture<Integer> awaited(int n) { return done(n == 0 ? 0 : 1 + await(awaited(n - 1)) + await(of(0))); }
                @Async static CompletableFuture<Integer> composed(int n) {
                  if (n == 0) return done(0);
                  await(pause());
                  return composed(n - 1).thenApply(x -> x + 1);
                }
                @Async static Coroutine<Integer> mixed(int n) { return done(n == 0 ? 0 : 1 + await(eagerly(n - 1))); }
                @Async static CompletableFuture<Integer> eagerly(int n) { return done(n == 0 ? 0 : 1 + await(mixed(n - 1))); }
                @Async public static void main(String[] args) {
                  say(await(awaited(10_000)));
                  say(await(composed(10_000)));
                  say(await(mixed(10_000)));
                }
                """, "10000", "10000", "10000");
    }

    @Test
    void aCallInTheMiddleOfAnyFrameLeavesThatAsItWas() {
        prints(folder, """
                @Async static CompletableFuture<Integer> eager(int n) {
                  int sum = 0;
                  for (int i = 0; i <= n; i++) sum += await(of(i));
                  return done(sum);
                }
                @Async static Coroutine<Integer> inner(int n) {
                  int a = await(of(1)), b = await(eager(n)), c = eager(n).isDone() ? 0 : 0;
                  return done(a + b + c + await(of(1)));
                }
                @Async static Coroutine<Integer> tail(int n) {
                  var one = eager(n);
                  try { return inner(n); } finally { one.whenComplete((v, e) -> say("one " + v)); eager(1); }
                }
                @Async static AsyncIterable<Integer> all(int n) {
                  for (int i = 0; i < n; i++) { eager(3); emit(await(eager(i)) + await(tail(i))); eager(2); }
                  return end();
                }
                @Async public static void main(String[] args) throws Exception {
                  var name = currentTask().name();
                  for (int x : awaitEach(all(2))) { eager(4); say(x + " " + await(inner(x))); }
                  say(name.equals(currentTask().name()));
                  try (var group = TaskGroup.open()) {
                    for (int i = 0; i < 3; i++) { int n = i; group.spawn(async(() -> { await(pause()); return await(eager(n)); })); }
                  }
                  say("end");
                }
                """, "one 0", "2 5", "one 1", "4 12", "true", "end");
    }

    @Test
    void theTraceGoesOnWithTheCaller() {
        String failing = """
                @Async static CompletableFuture<String> fails() throws Exception {
                  throw new Exception("early");
                }
                static CompletableFuture<String> plain() throws Exception {
                  return fails();
                }
                @Async static Coroutine<Void> caller() throws Exception {
                  await(yieldNow());
                  await(plain());
                  return done();
                }
                @Async public static void main(String[] args) throws Exception {
                  try { await(caller()); } catch (Exception e) {
                    for (var element : e.getStackTrace()) say(element.getMethodName() + " " + (element.getLineNumber() - HEAD));
                  }
                }
                """;
        prints(folder, failing.replace("HEAD", LINES_OF_HEAD + ""), "fails 2", "plain 5", "caller 9", "main 13");
    }

    @Test
    void aFutureThatIsCancelledBeforeItsTaskBeginsElsewhereBeginsNothing() {
        prints(folder, """
                @Async static CompletableFuture<Void> eager() { say("never"); return done(); }
                public static void main(String[] args) throws Exception {
                  var hold = new CountDownLatch(1);
                  EventLoop.background().execute(() -> { try { hold.await(); } catch (InterruptedException e) { say(e); } });
                  var future = eager();
                  say(future.cancel(true) + " " + future.isCancelled());
                  hold.countDown();
                  EventLoop.background().submit(of(1)).get();
                }
                """, "true true");
    }

    @Test
    void whoeverHoldsTheFutureMayLimitItsTime() {
        prints(folder, """
                static boolean over;
                @Async static CompletableFuture<String> slow() {
                  try { await(sleep(ofDays(1))); return done("no"); } finally { say("cancelled"); over = true; }
                }
                @Async static Coroutine<Void> limited() {
                  try { await(waitFor(async(() -> await(slow())), ofMillis(5))); } catch (AsyncTimeoutException e) { say("late"); }
                  return done();
                }
                @Async public static void main(String[] args) throws Exception {
                  await(limited());
                  while (!over) await(yieldNow());
                  try { await(slow().orTimeout(5, TimeUnit.MILLISECONDS)); } catch (Exception e) { say(e); }
                  say("end");
                }
                """, "late", "cancelled", "java.util.concurrent.TimeoutException", "end", "cancelled");
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
