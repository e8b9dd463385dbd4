package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.isRefused;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code try} with resources that close by awaiting. */
class AsyncResourceTest {
    /** A scope that says what it sees, then swallows it, replaces it or lets it pass. */
    private static final String SCOPE = """
            record Scope(String name, String how) implements AsyncScope {
              @Async public Coroutine<Boolean> exit(Throwable error) {
                say(name + " sees " + (error == null ? null : error.getMessage()));
                await(pause());
                if (how.equals("replace")) throw new IllegalStateException("replaced by " + name);
                return done(how.equals("swallow"));
              }
            }
            """;

    private static final String SCOPE_THAT_SWALLOWS = """
            record Swallow() implements AsyncScope { @Async public Coroutine<Boolean> exit(Throwable e) { await(pause()); return done(true); } }
            """;

    @TempDir
    Path folder;

    @Test
    void resourcesAreClosedInJavasOrderBeforeCatchAndFinally() {
        prints(
                folder,
                SCOPE + """
                @Async public static void main(String[] args) {
                  try (var a = new Res("a"); var b = new Plain("b"); Scope c = new Scope("c", "pass"); Res d = await(of(new Res("d")))) {
                    say(a.name() + d.name());
                    await(pause());
                    throw new RuntimeException("body");
                  } catch (RuntimeException e) { say("caught " + e.getMessage()); await(pause()); }
                  finally { say("finally"); }
                }
                """,
                "open a",
                "open b",
                "open d",
                "ad",
                "closing d",
                "closed d",
                "c sees body",
                "closed b",
                "closing a",
                "closed a",
                "caught body",
                "finally");
    }

    @Test
    void jumpsLeaveThroughTheClose() {
        prints(
                folder,
                SCOPE + """
                @Async static Coroutine<String> jumps() {
                  outer:
                  for (int i = 0; ; i++) {
                    try (var r = new Res("r" + i); var s = new Scope("s", "swallow")) {
                      if (i == 0) continue;
                      if (i == 1) { await(pause()); continue outer; }
                      if (i == 2) break outer;
                    }
                  }
                  try (var r = new Res("last")) { return done(await(of("returned"))); }
                }
                @Async public static void main(String[] args) { say(await(jumps())); }
                """,
                "open r0",
                "s sees null",
                "closing r0",
                "closed r0",
                "open r1",
                "s sees null",
                "closing r1",
                "closed r1",
                "open r2",
                "s sees null",
                "closing r2",
                "closed r2",
                "open last",
                "closing last",
                "closed last",
                "returned");
    }

    @Test
    void aScopeSwallowsOrReplacesWhatTheBlockFailedWith() {
        prints(
                folder,
                SCOPE + """
                @Async static Coroutine<String> swallowed() {
                  try (var outer = new Scope("outer", "pass"); var inner = new Scope("inner", "swallow")) { await(fails(new Exception("lost"))); return done("no"); }
                  catch (Throwable t) { return done("caught " + t.getMessage()); }
                }
                @Async public static void main(String[] args) throws Throwable {
                  try (var s = new Scope("s", "swallow")) { if (args.length == 0) throw new RuntimeException("a"); }
                  say("on");
                  try (var s = new Scope("s", "swallow")) { await(fails(new Exception("checked"))); }
                  say("on");
                  try (var s = new Scope("s", "replace")) { throw new RuntimeException("b"); }
                  catch (IllegalStateException e) { say(e.getMessage() + e.getSuppressed().length); }
                  try (var t = new Scope("t", "replace"); var s = new Scope("s", "replace")) { say("fine"); }
                  catch (IllegalStateException e) { say(e.getMessage()); }
                }
                """,
                "s sees a",
                "on",
                "s sees checked",
                "on",
                "s sees b",
                "replaced by s0",
                "fine",
                "s sees null",
                "t sees replaced by s",
                "replaced by t");
    }

    @Test
    void whatAResourceFailsWithIsSuppressed() {
        prints(
                folder,
                """
                record Bad(String name) implements AsyncCloseable {
                  @Async public Coroutine<Void> closeAsync() { await(pause()); throw new RuntimeException("close " + name); }
                }
                static void tell(Throwable e) { say(e.getMessage() + Arrays.asList(e.getSuppressed())); }
                @Async public static void main(String[] args) {
                  try (var a = new Bad("a"); var b = new Bad("b")) { await(fails(new Exception("body"))); } catch (Throwable e) { tell(e); }
                  try (var a = new Bad("a"); var b = new Bad("b")) { say("fine"); } catch (Throwable e) { tell(e); }
                  try (var a = new Bad("a"); var b = new Bad(await(fails(new Error("open"))))) { say("no"); } catch (Throwable e) { tell(e); }
                }
                """,
                "body[java.lang.RuntimeException: close b, java.lang.RuntimeException: close a]",
                "fine",
                "close b[java.lang.RuntimeException: close a]",
                "open[java.lang.RuntimeException: close a]");
    }

    @Test
    void nullIsNotClosedAndAnExistingVariableMayBeNamed() {
        prints(folder, SCOPE + """
                @Async public static void main(String[] args) {
                  Res none = null;
                  Res some = new Res("some");
                  try (none; some; Scope s = null; var held = await(new AsyncLock().acquire())) { say("in"); }
                  say("out");
                }
                """, "open some", "in", "closing some", "closed some", "out");
    }

    @Test
    void groupsAndTimeoutsDecideHowTheBlockEnds() {
        prints(folder, """
                @Async public static void main(String[] args) throws Throwable {
                  try (var group = TaskGroup.open()) {
                    var a = group.spawn(of("a"));
                    group.spawn(async(() -> { await(sleep(ofDays(1))); }));
                    say(await(a));
                    group.spawn(fails(new Exception("one fails")));
                  } catch (Exception e) { say(e); }
                  try (var t = timeout(ofMillis(2))) { await(sleep(ofDays(1))); }
                  catch (AsyncTimeoutException e) { say("late"); }
                  Task<String> kept;
                  try (var group = TaskGroup.open()) { kept = group.spawn(of("kept")); }
                  say(kept.result());
                }
                """, "a", "java.lang.Exception: one fails", "late", "kept");
    }

    @Test
    void cancellationWaitsForTheClose() {
        prints(folder, """
                @Async static Coroutine<Void> held() { try (var r = new Res("r")) { await(sleep(ofDays(1))); } return done(); }
                @Async public static void main(String[] args) {
                  var task = createTask(held());
                  await(sleep(ofMillis(2)));
                  task.cancel();
                  try { await(task); } catch (CancelledError e) { say(e.getClass().getSimpleName()); }
                }
                """, "open r", "closing r", "closed r", "CancelledError");
    }

    @Test
    void aPlainMethodCannotCloseByAwaiting() {
        isRefused(
                folder,
                """
                static void plain() { try (var r = new Res("r")) { say(r); } }
                @Async static Coroutine<Void> method() {
                  Runnable r = () -> { try (var group = TaskGroup.open()) { say(group); } };
                  return done();
                }
                static void named(Res r) { try (r) { say(r); } }
                @Async static Coroutine<Void> locked(Res r) {
                  synchronized (r) { try (r) { say(r); } }
                  return done();
                }
                Program(Res r) { try (r) { say(r); } }
                Runnable field = () -> { try (var r = new Res("r")) { say(r); } };
                static int number(Res r) { Runnable later = () -> { try (r) { say(r); } }; later.run(); return 1; }
                """,
                "1: [async-resource] Program.Res closes by awaiting, which only an @Async method can do, and plain() is none; annotate it with @Async and return a Coroutine<Void>",
                "3: [async-resource] dev.javait.TaskGroup closes by awaiting, which a lambda",
                "6: [async-resource]",
                "8: [async-resource] Program.Res closes by awaiting, which a lambda",
                "11: [async-resource] Program.Res closes by awaiting, which only an @Async method can do; close it in one",
                "12: [async-resource] Program.Res closes by awaiting, which only an @Async method can do; close it in one",
                "13: [async-resource] Program.Res closes by awaiting, which only an @Async method can do; close it in one");
    }

    @Test
    void fieldsAndVariablesOfEverySortAreClosed() {
        prints(
                folder,
                """
                static final Res SHARED = new Res("static");
                final Res mine = new Res("mine");
                static final class Both implements AsyncCloseable, Comparable<Both> {
                  public int compareTo(Both other) { return 0; }
                  @Override public void close() { throw new IllegalStateException("the plain close"); }
                  @Async public Coroutine<Void> closeAsync() { await(pause()); say("both"); return done(); }
                }
                @Async static <A extends AsyncCloseable & Comparable<A>> Coroutine<Void> generic(A a) { try (a) { say("in"); await(pause()); } return done(); }
                @Async Coroutine<String> resources() {
                  try (mine) { say("field"); }
                  try (this.mine; SHARED) { say("fields"); await(pause()); }
                  try (Res none = null; Plain plain = null) { say("null"); await(pause()); }
                  try (var x = await(of(new Res("x"))); var y = new Res(x.name() + "2"); var p = new Plain("p")) { return done(await(of(y.name()))); }
                  finally { say("finally"); }
                }
                @Async static Coroutine<Integer> inStatements() {
                  label: try (var r = new Res("label")) { if (waits() || awaits > 0) break label; say("no"); }
                  int z = switch (awaits > 0 ? 1 : 0) { case 1 -> { try (var r = new Res("switch")) { yield await(of(5)); } } default -> 0; };
                  return done(z);
                }
                @Async public static void main(String[] args) {
                  say(await(new Program().resources()));
                  await(generic(new Both()));
                  say(await(inStatements()));
                }
                """,
                "open static",
                "open mine",
                "field",
                "closing mine",
                "closed mine",
                "fields",
                "closing static",
                "closed static",
                "closing mine",
                "closed mine",
                "null",
                "open x",
                "open x2",
                "open p",
                "closed p",
                "closing x2",
                "closed x2",
                "closing x",
                "closed x",
                "finally",
                "x2",
                "in",
                "both",
                "open label",
                "closing label",
                "closed label",
                "open switch",
                "closing switch",
                "closed switch",
                "5");
    }

    @Test
    void whatJavaBelievesToBeTheEndIsNotWhenAScopeSwallows() {
        prints(folder, SCOPE_THAT_SWALLOWS + """
                @Async static Coroutine<String> value() { try (var s = new Swallow()) { throw new IllegalStateException("x"); } }
                @Async static Coroutine<Integer> loop(int n) { while (true) { try (var s = new Swallow()) { if (n++ > 3) return done(n); throw new IllegalStateException("x"); } } }
                @Async static AsyncIterable<Integer> elements() { emit(1); try (var s = new Swallow()) { throw new IllegalStateException("x"); } }
                @Async public static void main(String[] args) {
                  say(await(value()));
                  say(await(loop(1)));
                  for (int n : awaitEach(elements())) say(n);
                  try (var s = new Swallow()) { throw new IllegalStateException("x"); }
                }
                """, "null", "5", "1");
    }
}
