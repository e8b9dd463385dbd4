package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body that runs on the spot is the one that the call would have reached, and nobody else gets anything but a coroutine. */
class DirectCallTest {
    @TempDir
    Path folder;

    @Test
    void anOverridingMethodMayDoWithTheCoroutineWhatItLikes() {
        prints(
                folder,
                """
                static class Client {
                  @Async Coroutine<String> fetch(String page) { await(pause()); return done("fetched " + page); }
                  @Async Coroutine<String> twice(String page) { return done(await(fetch(page)) + ", " + await(this.fetch(page + "'"))); }
                }
                static class Later extends Client {
                  Coroutine<String> kept;
                  @Override Coroutine<String> fetch(String page) {
                    kept = super.fetch(page);
                    return of("kept " + page);
                  }
                }
                static class Around extends Client {
                  final Client inner = new Client();
                  @Override Coroutine<String> fetch(String page) {
                    var task = createTask(inner.fetch(page));
                    return new Client() { @Async Coroutine<String> joined() { return done("around " + await(task)); } }.joined();
                  }
                }
                static class Swapped extends Client {
                  @Override @Async Coroutine<String> fetch(String page) { return done("own " + await(super.fetch(page))); }
                }
                @Async public static void main(String[] args) {
                  say(await(new Client().twice("a")));
                  var later = new Later();
                  say(await(later.twice("b")));
                  say(await(later.kept));
                  say(await(new Around().twice("c")));
                  say(await(new Swapped().twice("d")));
                  Client client = new Later();
                  say(await(client.fetch("e")));
                }
                """,
                "fetched a, fetched a'",
                "kept b, kept b'",
                "fetched b'",
                "around fetched c, around fetched c'",
                "own fetched d, own fetched d'",
                "kept e");
    }

    /** The body takes one too, which is another matter. */
    @Test
    void aDriverMayBeAllThatAMethodTakes() {
        prints(folder, """
                static final class Client {
                  @Async Coroutine<String> of(dev.javait.frame.Driver driver) { await(pause()); return done("of " + driver); }
                  @Async static Coroutine<String> statically(dev.javait.frame.Driver driver) { await(pause()); return done("statically " + driver); }
                  @Async <D extends dev.javait.frame.Driver> Coroutine<String> one(D driver) { await(pause()); return done("one " + driver); }
                }
                @Async public static void main(String[] args) {
                  say(await(new Client().of(null)));
                  say(await(Client.statically(null)));
                  say(await(new Client().one(null)));
                }
                """, "of null", "statically null", "one null");
    }

    @Test
    void mocksAndSpiesAnswerAsTheyAreTold() {
        prints(
                folder,
                """
                static class Client {
                  @Async Coroutine<String> fetch(String page) { await(pause()); return done("real " + page); }
                  @Async final Coroutine<Integer> number() { return done(7); }
                  @Async static Coroutine<String> shared() { return done("shared"); }
                  @Async Coroutine<String> both(String page) { return done(await(fetch(page)) + " " + await(number())); }
                }
                @Async static Coroutine<String> use(Client client) {
                  String all = "";
                  for (int i = 0; i < 2; i++) all += await(client.fetch("p" + i)) + ", " + await(client.number()) + ", ";
                  return done(all + await(Client.shared()));
                }
                @Async public static void main(String[] args) {
                  var mock = org.mockito.Mockito.mock(Client.class);
                  org.mockito.Mockito.when(mock.fetch("p0")).thenAnswer(call -> of("stubbed"));
                  org.mockito.Mockito.when(mock.fetch("p1")).thenAnswer(call -> new Client().fetch("other"));
                  org.mockito.Mockito.when(mock.number()).thenAnswer(call -> of(42));
                  try (var statics = org.mockito.Mockito.mockStatic(Client.class)) {
                    statics.when(Client::shared).thenAnswer(call -> of("stubbed too"));
                    say(await(use(mock)));
                  }
                  var spy = org.mockito.Mockito.spy(new Client());
                  say(await(spy.both("a")));
                  org.mockito.Mockito.doAnswer(call -> of("stubbed")).when(spy).fetch("b");
                  say(await(spy.both("b")) + "; " + await(use(spy)));
                  org.mockito.Mockito.verify(spy, org.mockito.Mockito.times(4)).fetch(org.mockito.ArgumentMatchers.anyString());
                }
                """,
                "stubbed, 42, real other, 42, stubbed too",
                "real a 7",
                "stubbed 7; real p0, 7, real p1, 7, shared");
    }

    @Test
    void aCallThatNeverGotThereLeavesNothingExpected() {
        prints(folder, """
                private static int depth;
                private @Async Coroutine<String> mine() { await(pause()); return done("mine"); }
                @Async static Coroutine<String> shared() { await(pause()); return done("shared"); }
                @Async static Coroutine<String> deep() { depth++; return done(await(deep()) + "!"); }
                @Async public static void main(String[] args) {
                  Program nobody = args.length == 0 ? null : new Program();
                  try { say(await(nobody.mine())); } catch (NullPointerException e) { say("nobody"); }
                  Coroutine<String> c = new Program().mine();
                  say(await(c));
                  Supplier<Coroutine<String>> s = Program::shared;
                  try { say(await(shared()) + await(nobody.mine())); } catch (NullPointerException e) { c = s.get(); }
                  await(yieldNow());
                  say(await(c));
                }
                """, "nobody", "mine", "shared");
    }

    @Test
    void initialisersOfTheCalledClassMakeCoroutines() {
        prints(folder, """
                static class Base { static final Coroutine<String> EARLY = Called.greet("early"); }
                static class Called extends Base {
                  static Coroutine<String> own = greet("own");
                  @Async static Coroutine<String> greet(String whom) { await(pause()); return done("hello " + whom); }
                }
                @Async public static void main(String[] args) {
                  say(await(Called.greet("main")));
                  say(await(Called.own));
                  say(await(Base.EARLY));
                }
                """, "hello main", "hello own", "hello early");
    }

    @Test
    void numbersComeOutAsWhatTheAwaiterTakesThemFor() {
        prints(
                folder,
                """
                @Async static Coroutine<Integer> i(int i) { await(pause()); return done(i); }
                @Async static Coroutine<Long> l(long l) { await(pause()); return done(l); }
                @Async static Coroutine<Double> d(double d) { await(pause()); return done(d); }
                @Async static Coroutine<Integer> none() { await(pause()); return done(null); }
                @Async static Coroutine<Number> number(int i) { await(pause()); if (i > 0) return done(i); return done(i * 1.5); }
                @Async static Coroutine<Object> any(long l) { await(pause()); return done(l); }
                @Async static Coroutine<Integer> tail(int i) { return i(i); }
                @Async static Coroutine<Integer> last(int i) { try { await(pause()); return done(i); } finally { await(i(0)); await(d(1)); } }
                @Async static <T> Coroutine<T> same(Coroutine<T> c) { T t = await(c); await(l(5)); return done(t); }
                @Async static <T extends Comparable<T>> Coroutine<T> max(Coroutine<T> a, Coroutine<T> b) {
                  T x = await(a), y = await(b);
                  return done(x.compareTo(y) < 0 ? y : x);
                }
                @Async static Coroutine<Boolean> yes() { await(pause()); return done(true); }
                @Async static Coroutine<Character> c() { await(pause()); return done('c'); }
                @Async public static void main(String[] args) {
                  int a = await(i(1)); long b = await(l(1L << 40)); double c = await(d(-0.0));
                  say(a + " " + b + " " + c);
                  Integer boxed = await(i(1000)); Object object = await(i(1001)); Number number = await(l(5)); Comparable<Long> comparable = await(l(6));
                  java.io.Serializable serializable = await(d(7));
                  say(boxed + " " + object + " " + number + " " + comparable.compareTo(6L) + " " + serializable);
                  say(await(number(3)) + " " + await(number(-3)) + " " + await(any(9)).getClass().getSimpleName());
                  say(await(tail(4)) + await(last(5)) + await(same(i(6))) + " " + await(same(l(7))) + await(same(d(8))) + await(max(i(9), i(10))));
                  Integer empty = await(none());
                  say(empty);
                  try { int n = await(none()); say(n); } catch (NullPointerException e) { say("null"); }
                  var list = new ArrayList<Object>(); list.add(await(i(1))); list.add(await(l(2))); list.add(await(d(3)));
                  say(list + " " + await(gather(i(1), i(2))) + " " + await(createTask(l(3))) + " " + await(shield(d(4))) + " " + await(waitFor(i(5), ofSeconds(9))));
                  long wide = await(i(6)); double wider = await(l(7)); long sum = await(i(1)) + await(l(2)) + (long) (double) await(d(3.9));
                  say(wide + " " + wider + " " + sum + " " + (await(i(1)) == await(i(1))) + " " + -await(i(2)) + " " + await(yes()) + await(c()));
                  say(await(async(() -> await(i(11)))));
                  int[] array = new int[3]; array[await(i(1))] += await(i(5)); array[await(i(2))]++;
                  say(Arrays.toString(array));
                }
                """,
                "1 1099511627776 -0.0",
                "1000 1001 5 0 7.0",
                "3 -4.5 Long",
                "15 78.010",
                "null",
                "null",
                "[1, 2, 3.0] [1, 2] 3 4.0 5",
                "6 7.0 6 true -2 truec",
                "11",
                "[0, 5, 1]");
    }

    @Test
    void depthIsNoDanger() {
        prints(folder, """
                @Async static Coroutine<Integer> down(int n) {
                  if (n == 0) { await(pause()); return done(0); }
                  return done(1 + await(down(n - 1)));
                }
                @Async static Coroutine<Integer> fails(int n) {
                  if (n == 0) { await(pause()); throw new IllegalStateException("bottom"); }
                  try { return done(await(fails(n - 1))); } finally { awaits++; }
                }
                @Async public static void main(String[] args) {
                  say(await(down(100_000)));
                  try { await(fails(20_000)); } catch (IllegalStateException e) { say(e.getMessage()); }
                  int caught = 0;
                  for (int i = 0; i < 2_000; i++) {
                    try { await(fails(i % 7)); } catch (IllegalStateException e) { caught++; }
                  }
                  say(caught);
                }
                """, "100000", "bottom", "2000");
    }

    @Test
    void aTraceNamesEachMethodOnce() {
        prints(folder, """
                @Async static Coroutine<Void> outer() { await(middle()); return done(); }
                @Async static Coroutine<Void> middle() { await(inner()); return done(); }
                @Async static Coroutine<Void> inner() { await(pause()); throw new IllegalStateException(); }
                public static void main(String[] args) {
                  try { run(outer()); } catch (IllegalStateException e) {
                    say(Stream.of(e.getStackTrace()).map(StackTraceElement::getMethodName).limit(4).toList());
                  }
                }
                """.replace("Stream.of", "java.util.stream.Stream.of"), "[inner, middle, outer, main]");
    }
}
