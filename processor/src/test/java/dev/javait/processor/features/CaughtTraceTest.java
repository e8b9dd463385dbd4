package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack trace of an exception that user code catches speaks of the user's methods, whether anything had to wait or not. */
class CaughtTraceTest {
    private static final String TELL = """
            static void tell(Throwable e) {
              for (StackTraceElement at : e.getStackTrace())
                say(at.getClassName() + "." + at.getMethodName() + (at.getFileName() == null ? " nowhere" : ""));
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aCaughtExceptionShowsTheWholeChainOfItsCallers() {
        prints(
                folder,
                TELL + """
                @Async static Coroutine<Void> inner() { await(pause()); check(); return done(); }
                static void check() { throw new IllegalStateException("x"); }
                @Async static Coroutine<Void> middle() { await(inner()); return done(); }
                @Async static Coroutine<Void> outer() {
                  try { await(middle()); } catch (IllegalStateException e) { tell(e); await(pause()); tell(e); }
                  return done();
                }
                @Async public static void main(String[] args) { await(outer()); }
                """,
                chain("check", "inner", "middle", "outer", "main", "check", "inner", "middle", "outer", "main"));
    }

    @Test
    void itIsTheSameObjectAndItsTraceGrowsNoMoreWhenItIsThrownAgain() {
        prints(folder, TELL + """
                static final IllegalStateException failure[] = {null};
                @Async static Coroutine<Void> inner() { await(pause()); throw failure[0] = new IllegalStateException("x"); }
                @Async static Coroutine<Void> middle() {
                  try { await(inner()); } finally { await(pause()); }
                  return done();
                }
                @Async static Coroutine<Void> outer() {
                  try { await(middle()); } catch (IllegalStateException e) { await(pause()); throw e; }
                  return done();
                }
                @Async public static void main(String[] args) {
                  try { await(outer()); } catch (IllegalStateException e) { tell(e); say(e == failure[0]); }
                }
                """, chain("inner", "middle", "outer", "main", "true"));
    }

    @Test
    void aMethodThatCatchesItsOwnExceptionIsInTheTraceUnderItsName() {
        prints(folder, TELL + """
                @Async static Coroutine<Void> own() {
                  try { await(pause()); throw new IllegalStateException("x"); } catch (IllegalStateException e) { tell(e); }
                  return done();
                }
                @Async public static void main(String[] args) { await(own()); }
                """, chain("own", "main"));
    }

    @Test
    void callsOfSuperAndNewObjectsOfLocalClassesLeaveNoOtherMethodInIt() {
        prints(
                folder,
                TELL + """
                static class Base {
                  int get(int x) { throw new IllegalStateException("x"); }
                }
                static class Derived extends Base {
                  @Override int get(int x) { return 1; }
                  @Async Coroutine<Integer> call() { await(pause()); return done(super.get(1)); }
                  @Async Coroutine<Integer> within() {
                    int x = await(done(1));
                    await(pause());
                    java.util.function.IntSupplier get = () -> super.get(x);
                    return done(get.getAsInt());
                  }
                  @Async Coroutine<Integer> local() {
                    int x = await(done(1));
                    await(pause());
                    class Local { Local() { throw new IllegalStateException("" + x); } }
                    return done(new Local().hashCode());
                  }
                }
                @Async public static void main(String[] args) {
                  var derived = new Derived();
                  for (var each : java.util.List.of(derived.call(), derived.within(), derived.local())) {
                    try { await(each); } catch (IllegalStateException e) { tell(e); }
                  }
                }
                """,
                "Program$Base.get",
                "Program$Derived.call",
                "Program.main",
                "Program$Base.get",
                "Program$Derived.lambda$within$0",
                "Program$Derived.within",
                "Program.main",
                "Program$Derived$1Local.<init>",
                "Program$Derived.local",
                "Program.main");
    }

    @Test
    void callsOfImportedMethodsLeaveNoOtherMethodInIt() {
        prints(folder, """
                @Async static Coroutine<String> call() { await(pause()); return done(format("{")); }
                @Async public static void main(String[] args) {
                  say(format("{0}", 1) + await(of(format("x"))));
                  try { await(call()); } catch (IllegalArgumentException e) {
                    for (StackTraceElement at : e.getStackTrace())
                      if (!at.getClassName().startsWith("java")) say(at.getClassName() + "." + at.getMethodName());
                  }
                }
                """, "1x", "Program.call", "Program.main");
    }

    /** {@code printStackTrace} leaves out what a cause has in common with what carries it. */
    private static final String PRINT = """
            static void print(Throwable e) {
              var text = new java.io.StringWriter();
              e.printStackTrace(new java.io.PrintWriter(text));
              say(text.toString().replaceAll("[(].*?[)]|Program[.]|\\\\t(at )?", "").strip());
            }
            static int low() { throw new IllegalStateException("low"); }
            static int wrap(Exception e) { throw new RuntimeException("wrapped", e); }
            """;

    @Test
    void aCauseThatWasCaughtOnTheSpotHasTheSameCallers() {
        prints(folder, PRINT + """
                @Async static Coroutine<Integer> inner(int deep) {
                  if (deep > 0) return done(await(inner(deep - 1)));
                  await(pause());
                  try { return done(low()); } catch (IllegalStateException e) { return done(wrap(e)); }
                }
                @Async static Coroutine<Integer> outer() { await(pause()); return done(await(inner(2)) + 1); }
                @Async public static void main(String[] args) {
                  try { await(outer()); } catch (RuntimeException e) { print(e); }
                }
                """, """
                java.lang.RuntimeException: wrapped
                wrap
                inner
                inner
                inner
                outer
                main
                Caused by: java.lang.IllegalStateException: low
                low
                ... 5 more""".lines().toArray(String[]::new));
    }

    @Test
    void soHasOneThatIsWrappedByAnAwaiterAndOneThatIsSuppressed() {
        prints(folder, PRINT + """
                static final List<Exception> caught = new ArrayList<>();
                @Async static Coroutine<Integer> inner() {
                  try (AutoCloseable closing = () -> low()) {
                    await(pause());
                    try { low(); } catch (IllegalStateException e) { caught.add(e); }
                    await(pause());
                    throw new Exception("first");
                  } catch (Exception e) { return done(wrap(e)); }
                }
                @Async static Coroutine<Integer> outer() {
                  try { return done(await(inner()) + 1); } catch (RuntimeException e) { e.addSuppressed(caught.get(0)); throw e; }
                }
                @Async public static void main(String[] args) {
                  try { await(outer()); } catch (RuntimeException e) { print(e); }
                }
                """, """
                java.lang.RuntimeException: wrapped
                wrap
                inner
                outer
                main
                Suppressed: java.lang.IllegalStateException: low
                low
                inner
                ... 2 more
                Caused by: java.lang.Exception: first
                inner
                ... 2 more
                Suppressed: java.lang.IllegalStateException: low
                low
                lambda$inner$0
                inner
                ... 2 more""".lines().toArray(String[]::new));
    }

    @Test
    void aCauseThatComesFromElsewhereIsLeftAsItIs() {
        prints(folder, PRINT + """
                static Exception elsewhere;
                static StackTraceElement[] before;
                @Async static Coroutine<Integer> inner() {
                  await(pause());
                  return done(wrap(elsewhere));
                }
                @Async public static void main(String[] args) throws InterruptedException {
                  await(toThread(() -> { elsewhere = new Exception("elsewhere"); before = elsewhere.getStackTrace(); return 1; }));
                  elsewhere.initCause(new Exception("of itself", elsewhere));
                  try { await(inner()); } catch (RuntimeException e) { say(Arrays.equals(before, elsewhere.getStackTrace())); }
                }
                """, "true");
    }

    private static String[] chain(String... names) {
        String[] lines = names.clone();
        for (int i = 0; i < lines.length; i++) if (!lines[i].equals("true")) lines[i] = "Program." + lines[i];
        return lines;
    }
}
