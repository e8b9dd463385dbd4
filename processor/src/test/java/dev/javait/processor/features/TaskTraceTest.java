package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack trace of what a task failed with goes on with those that await the task, up to who runs the loop. */
class TaskTraceTest {
    private static final String TELL = """
            static void tell(Throwable e) {
              var names = new java.util.ArrayList<String>();
              for (StackTraceElement at : e.getStackTrace()) {
                if (at.getClassName().startsWith("Program")) names.add(at.getMethodName());
              }
              say(String.join(" ", names));
            }
            @Async static Coroutine<Integer> inner() throws Exception { wait_; throw new Exception("x"); }
            @Async static Coroutine<Integer> outer() throws Exception { int x = await(inner()); return done(x); }
            """;

    @TempDir
    Path folder;

    private void tells(String wait, String methods, String... lines) {
        prints(folder, (TELL + methods).replace("wait_", wait), lines);
    }

    @Test
    void ofACoroutineThatNobodyAwaits() {
        tells("await(pause())", """
                @Async static Coroutine<Void> drops() throws Exception {
                  await(pause());
                  inner();
                  for (int i = 0; i < 3; i++) await(pause());
                  return done();
                }
                @Async static Coroutine<Void> top() throws Exception { await(drops()); return done(); }
                public static void main(String[] args) throws Exception {
                  var log = java.util.logging.Logger.getLogger("dev.javait");
                  log.setUseParentHandlers(false);
                  var handler = new java.util.logging.Handler() {
                    public void publish(java.util.logging.LogRecord record) {
                      say(record.getMessage().replaceAll("[0-9]+", "N"));
                      tell(record.getThrown());
                    }
                    public void flush() {}
                    public void close() {}
                  };
                  log.addHandler(handler);
                  try { EventLoop.builder().debug(true).run(top()); } finally { log.removeHandler(handler); }
                }
                """, "coroutine Program.inner(Program.java:N) was never awaited", "inner drops top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await(pause())"})
    void ofATaskThatIsAwaited(String wait) {
        tells(wait, """
                @Async static Coroutine<Integer> awaits() throws Exception { return done(await(createTask(outer())) + 1); }
                @Async static Coroutine<Integer> top() throws Exception { return done(await(awaits()) + 1); }
                public static void main(String[] args) {
                  try { run(top()); } catch (Exception e) { tell(e); }
                }
                """, "inner outer awaits top main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await(pause())"})
    void ofATaskThatFailedBeforeItIsAwaited(String wait) {
        tells(wait, """
                @Async static Coroutine<Integer> late() throws Exception {
                  var task = createTask(outer());
                  for (int i = 0; i < 5; i++) await(pause());
                  return done(await(task) + 1);
                }
                @Async static Coroutine<Integer> top() throws Exception { return done(await(late()) + 1); }
                public static void main(String[] args) {
                  try { run(top()); } catch (Exception e) { tell(e); }
                }
                """, "inner outer late top main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await(pause())"})
    void ofGatherAndGroupsAndShieldAndTimeouts(String wait) {
        tells(
                wait,
                """
                @Async static Coroutine<Object> gathers() throws Exception { return done(await(gather(outer(), pause()))); }
                @Async static Coroutine<Integer> groups() throws Exception {
                  try (var group = TaskGroup.open()) { group.spawn(outer()); }
                  return done(1);
                }
                @Async static Coroutine<Integer> shields() throws Exception { return done(await(shield(outer()))); }
                @Async static Coroutine<Integer> limits() throws Exception {
                  return done(await(waitFor(createTask(outer()), java.time.Duration.ofDays(1))));
                }
                @Async static Coroutine<Integer> hasNoTime() throws Exception {
                  var task = createTask(outer());
                  for (int i = 0; i < 5; i++) await(yieldNow());
                  return done(await(waitFor(task, java.time.Duration.ZERO)));
                }
                static void told(Coroutine<?> coroutine) {
                  try { run(coroutine); } catch (Exception e) { tell(e); }
                }
                public static void main(String[] args) throws Exception {
                  told(gathers());
                  told(groups());
                  told(shields());
                  told(limits());
                  told(hasNoTime());
                }
                """,
                "inner outer gathers told main",
                "inner outer groups told main",
                "inner outer shields told main",
                "inner outer limits told main",
                "inner outer hasNoTime told main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await(pause())"})
    void ofAMethodThatReturnsNothingAndItsCaller(String wait) {
        tells(wait, """
                @Async static void starts() throws Exception { await(outer()); }
                static void plain() throws Exception { starts(); }
                public static void main(String[] args) {
                  try { plain(); } catch (Exception e) { tell(e); }
                }
                """, "inner outer starts plain main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void ofAFutureThatFailedOnAnotherThread(String isDone) {
        prints(
                folder,
                TELL.replace("wait_", "") + """
                static CompletableFuture<Integer> far() {
                  var future = new CompletableFuture<Integer>();
                  var thread = new Thread(() -> future.completeExceptionally(new Exception("far")));
                  if (isDone_) try { thread.start(); thread.join(); } catch (InterruptedException e) { throw new AssertionError(e); }
                  else EventLoop.current().execute(thread::start);
                  return future;
                }
                @Async static Coroutine<Integer> awaits(CompletableFuture<Integer> future) throws Exception {
                  return done(await(future) + 1);
                }
                @Async static Coroutine<Integer> here() throws Exception {
                  return done(await(CompletableFuture.<Integer>failedFuture(new Exception("here"))) + 1);
                }
                @Async static Coroutine<Void> top() throws Exception {
                  var future = far();
                  try { await(awaits(future)); } catch (Exception e) { tell(e); }
                  try { await(future); } catch (Exception e) { tell(e); }
                  await(here());
                  return done();
                }
                public static void main(String[] args) {
                  try { run(top()); } catch (Exception e) { tell(e); }
                }
                """.replace("isDone_", isDone),
                "lambda$far$0 awaits top",
                "lambda$far$0 top",
                "here top main");
    }

    @Test
    void ofOneThatIsCaughtAndAwaitedAgain() {
        tells("await(pause())", """
                @Async static Coroutine<Void> first(Task<Integer> task) {
                  try { await(task); } catch (Exception e) { tell(e); }
                  return done();
                }
                @Async static Coroutine<Void> second(Task<Integer> task) throws Exception {
                  try { await(task); } finally { await(pause()); }
                  return done();
                }
                @Async public static void main(String[] args) {
                  try {
                    var task = createTask(outer());
                    await(first(task));
                    await(first(task));
                    await(second(task));
                  } catch (Exception e) { tell(e); }
                }
                """, "inner outer first main", "inner outer first main", "inner outer second main");
    }

    @Test
    void ofOneFailureThatManyTasksThrow() {
        tells("await(pause())", """
                static final Exception ALWAYS = new Exception("always the same");
                @Async static Coroutine<Void> fails() throws Exception { await(pause()); throw ALWAYS; }
                @Async static Coroutine<Void> between() throws Exception { await(createTask(fails())); return done(); }
                @Async public static void main(String[] args) {
                  for (int i = 0; i < 100; i++) {
                    try { await(createTask(between())); } catch (Exception e) { if (i % 50 == 0) tell(e); }
                  }
                }
                """, "<clinit> between main", "<clinit> between main");
    }

    @Test
    void ofACancelledTask() {
        tells("await(pause())", """
                @Async static Coroutine<Void> sleeps() { await(sleep(java.time.Duration.ofDays(1))); return done(); }
                @Async static Coroutine<Void> cancels() {
                  var task = createTask(sleeps());
                  await(yieldNow());
                  task.cancel();
                  await(task);
                  return done();
                }
                static void tellCancelled(CancelledError e) {
                  for (StackTraceElement at : e.getStackTrace())
                    if (at.getClassName().startsWith("Program")) say(at.getMethodName());
                }
                public static void main(String[] args) {
                  try { run(cancels()); } catch (CancelledError e) { tellCancelled(e); }
                }
                """, "sleeps", "cancels", "main");
    }
}
