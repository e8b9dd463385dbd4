package dev.javait.processor.features;

import static dev.javait.processor.features.UserProgram.isRefused;
import static dev.javait.processor.features.UserProgram.prints;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators wherever methods can be, and whatever is in them. */
class GeneratorShapesTest {
    private static final String EACH = """
            @SafeVarargs @Async static <T> AsyncIterable<T> each(T... xs) { for (T x : xs) { await(pause()); emit(x); } return end(); }
            @Async static <T> Coroutine<String> all(AsyncIterable<T> source) {
              var joiner = new StringJoiner(" ");
              for (T x : awaitEach(source)) joiner.add(x + "");
              return done(joiner.toString());
            }
            """;

    @TempDir
    Path folder;

    @Test
    void inEveryKindOfType() {
        prints(
                folder,
                EACH + """
                interface Source<T> {
                  T one();
                  @Async default AsyncIterable<T> twice() { emit(one()); emit(await(of(one()))); return end(); }
                  @Async private AsyncIterable<T> hidden() { for (T t : awaitEach(twice())) emit(t); return end(); }
                  default AsyncIterable<T> open() { return hidden(); }
                  @Async static <S> AsyncIterable<S> just(S s) { await(pause()); emit(s); return end(); }
                }
                static class Base {
                  protected String name = "base";
                  @Async protected AsyncIterable<String> names() { emit(name); await(pause()); emit(name + "2"); return end(); }
                }
                static class Derived extends Base {
                  Derived() { name = "derived"; }
                  @Override @Async protected AsyncIterable<String> names() {
                    for (String s : awaitEach(super.names())) emit("<" + s + ">");
                    var again = super.names();
                    for (String s : awaitEach(again)) { emit(await(of(s))); break; }
                    return end();
                  }
                  @Async private AsyncIterable<Integer> mine(int n) { for (;;) { if (n-- == 0) return end(); emit(n); } }
                }
                record Pair<A, B>(A a, B b) implements Source<A> {
                  public A one() { return a; }
                  @Async AsyncIterable<Object> parts() { emit(a); emit(b); return end(); }
                }
                enum E { A, B { @Override @Async AsyncIterable<Integer> gen() { await(pause()); emit(20); return end(); } };
                  @Async AsyncIterable<Integer> gen() { emit(ordinal()); return end(); } }
                static abstract class Shape<T> { public abstract AsyncIterable<T> all(); }
                static class Text extends Shape<String> { @Override @Async public AsyncIterable<String> all() { emit("bridge"); return end(); } }
                @Async public static void main(String[] args) {
                  Source<String> source = () -> "src";
                  say(await(all(source.open())));
                  say(await(all(Source.just("just"))));
                  say(await(all(new Derived().names())));
                  say(await(all(new Derived().mine(2))));
                  Base base = new Derived();
                  Supplier<AsyncIterable<String>> reference = base::names;
                  for (String x : awaitEach(reference.get())) { say(x); break; }
                  var pair = new Pair<>("k", 3);
                  say(await(all(pair.parts())) + await(all(pair.twice())));
                  for (var e : E.values()) say(e + await(all(e.gen())));
                  Shape<String> shape = new Text();
                  say(await(all(shape.all())));
                  var anonymous = new Source<Integer>() {
                    int n = 5;
                    public Integer one() { return n++; }
                    @Async AsyncIterable<Integer> three() { for (int i : awaitEach(twice())) emit(i); emit(one()); return end(); }
                  };
                  say(await(all(anonymous.three())));
                  class Local { @Async AsyncIterable<String> g() { emit(pair.a()); return end(); } }
                  say(await(all(new Local().g())));
                }
                """,
                "src src",
                "just",
                "<derived> <derived2> derived",
                "1 0",
                "<derived>",
                "k 3k k",
                "A0",
                "B20",
                "bridge",
                "5 6 7",
                "k");
    }

    @Test
    void theirTypesMayBeGeneric() {
        prints(
                folder,
                EACH + """
                @Async static <T extends Comparable<? super T>> AsyncIterable<T> sorted(AsyncIterable<? extends T> source) {
                  List<T> all = new ArrayList<>();
                  for (T x : awaitEach(source)) all.add(x);
                  Collections.sort(all);
                  for (T x : all) emit(await(of(x)));
                  return end();
                }
                @Async static <K, V> AsyncIterable<Map.Entry<K, List<V>>> grouped(AsyncIterable<V> source, Function<? super V, ? extends K> key) {
                  var groups = new LinkedHashMap<K, List<V>>();
                  for (V v : awaitEach(source)) groups.computeIfAbsent(key.apply(v), k -> new ArrayList<>()).add(v);
                  for (var e : groups.entrySet()) { await(pause()); emit(Map.entry(e.getKey(), e.getValue())); }
                  return end();
                }
                @Async static <T> AsyncIterable<T> flat(AsyncIterable<? extends AsyncIterable<? extends T>> s) {
                  for (var in : awaitEach(s)) for (T t : awaitEach(in)) emit(t);
                  return end();
                }
                @Async static <T> AsyncIterable<T> take(int n, AsyncIterable<T> s) {
                  if (n <= 0) return end();
                  for (T t : awaitEach(s)) { emit(t); if (--n == 0) return end(); }
                  return end();
                }
                @Async static AsyncIterable<Integer> naturals() { try { for (int i = 0; ; i++) emit(i); } finally { await(pause()); say("over"); } }
                record Node(int v, Node l, Node r) {
                  @Async AsyncIterable<Integer> inOrder() {
                    if (l != null) for (int x : awaitEach(l.inOrder())) emit(x);
                    emit(v);
                    if (r != null) for (int x : awaitEach(r.inOrder())) emit(x);
                    return end();
                  }
                }
                @Async static AsyncIterable<Integer> deep(int n) { emit(n); if (n > 0) for (int x : awaitEach(deep(n - 1))) emit(x); return end(); }
                @Async public static void main(String[] args) {
                  say(await(all(sorted(each(3, 1, 2)))));
                  say(await(all(grouped(each("a", "bb", "c"), String::length))));
                  for (var e : awaitEach(Program.<Boolean, Integer>grouped(each(1, 2, 3), x -> x > 1))) say(e.getKey() + "" + e.getValue());
                  say(await(all(flat(each(each(1, 2), each("x"))))));
                  say(await(all(take(3, naturals()))));
                  say(await(all(new Node(2, new Node(1, null, null), new Node(3, null, null)).inOrder())));
                  int sum = 0;
                  for (int x : awaitEach(deep(300))) sum += x;
                  say(sum);
                }
                """,
                "1 2 3",
                "1=[a, c] 2=[bb]",
                "false[1]",
                "true[2, 3]",
                "1 2 x",
                "over",
                "0 1 2",
                "1 2 3",
                "45150");
    }

    @Test
    void emitInTheMiddleOfAnyStatement() {
        prints(
                folder,
                EACH + """
                @Async static AsyncIterable<String> everywhere(int n) throws Exception {
                  outer:
                  for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                      try {
                        switch (i * n + j) {
                          case 0: emit("zero");
                          case 1: emit("one"); break;
                          case 2: emit("two"); continue outer;
                          case 3: continue;
                          default: if (j == 1) throw new Exception("io " + j); emit("d" + i + j);
                        }
                      } catch (Exception e) { emit(e.getMessage()); break outer; }
                      finally { emit("f" + i + j); }
                    }
                  }
                  emit(switch (await(of(n))) { case 1 -> "1"; case 3 -> { String s = await(of("3")); yield s + s; } default -> "?"; });
                  synchronized (Program.class) { n++; }
                  do { emit("n" + n); } while (await(of(n--)) > 3);
                  int k = 0;
                  while (k < 2) { emit("k" + k++); if (k == 1) continue; emit("after"); }
                  a: { emit("a"); if (await(of(true))) break a; emit("no"); }
                  b: for (;;) { do { emit("b"); if (await(of(true))) break b; } while (true); }
                  return end();
                }
                @Async static AsyncIterable<Integer> yielding(int n) {
                  int k = switch (n) { case 0: yield 1; default: { emit(9); yield await(of(2)); } };
                  emit(k);
                  int[] a = {0};
                  emit(a[0]++ + a[0]++ + await(of(a[0]++)));
                  emit(a[0] > 3 || await(of(false)) ? await(of(1)) : await(of(-2)));
                  IntFunction<Integer> twice = x -> x * 2;
                  for (int i = 0; i < 2; i++) { int j = i; Supplier<Integer> s = () -> twice.apply(j); emit(s.get()); await(pause()); emit(s.get() + 1); }
                  return end();
                }
                @Async static AsyncIterable<String> lines(String s) {
                  int from = 0;
                  for (int i; (i = s.indexOf('|', from)) >= 0; from = i + 1) emit(s.substring(from, i));
                  emit(s.substring(from));
                  return end();
                }
                @Async static AsyncIterable<Integer> nothing() { return end(); }
                @Async static AsyncIterable<Integer> onlyThrows() { throw new IllegalStateException("only"); }
                @Async public static void main(String[] args) throws Exception {
                  say(await(all(everywhere(3))));
                  say(await(all(yielding(0))) + ", " + await(all(yielding(1))));
                  say(await(all(lines("a|b||c"))));
                  say(await(all(nothing())) + ".");
                  try { await(all(onlyThrows())); } catch (IllegalStateException e) { say(e.getMessage()); }
                }
                """,
                "zero one f00 one f01 two f02 f10 io 1 f11 33 n4 n3 k0 k1 after a b",
                "1 3 -2 0 1 2 3, 9 2 3 -2 0 1 2 3",
                "a b  c",
                ".",
                "only");
    }

    @Test
    void emitBesideResourcesExceptionsAndFinally() {
        prints(
                folder,
                EACH + """
                @Async static AsyncIterable<String> mix(int n) throws Exception {
                  try (var r = new Res("r")) {
                    for (int i = 0; i < n; i++) emit("a" + await(of(i)) + await(of(i + 1)));
                    if (n > 1) throw new Exception("many");
                  } catch (Exception e) { emit("caught " + e.getMessage()); throw new Exception("again"); }
                  finally { emit("last"); }
                  return end();
                }
                @Async public static void main(String[] args) throws Exception {
                  try { for (String s : awaitEach(mix(2))) say(s); } catch (Exception e) { say(e.getMessage()); }
                  say(await(all(mix(1))));
                  var it = mix(3).iterator();
                  await(it.moveNext());
                  try { await(it.close()); } catch (IllegalStateException e) { say("emitted while it was closed"); }
                }
                """,
                "open r",
                "a01",
                "a12",
                "closing r",
                "closed r",
                "caught many",
                "last",
                "again",
                "open r",
                "closing r",
                "closed r",
                "a01 last",
                "open r",
                "closing r",
                "closed r",
                "emitted while it was closed");
    }

    @Test
    void whatIsEmittedIsConvertedAsAnArgumentIs() {
        prints(
                folder,
                EACH + """
                @Async static AsyncIterable<Long> longs() { emit(1L); int i = 2; emit((long) i); emit(Long.valueOf(3)); return end(); }
                @Async static AsyncIterable<Number> numbers() { emit(1); emit(2.5); emit((short) 3); emit(await(of(4L))); Integer n = null; emit(n); return end(); }
                @Async static AsyncIterable<? extends Number> wild() { emit(1); emit(2.5f); return end(); }
                @Async static AsyncIterable<?> any() { emit(1); emit("x"); emit(null); return end(); }
                @Async static <T extends CharSequence> AsyncIterable<T> some(T t) { emit(t); emit(null); return end(); }
                @Async static AsyncIterable<Supplier<String>> functions() { String s = "s"; Supplier<String> f = () -> s; emit(f); emit((Supplier<String>) s::trim); return end(); }
                @Async static AsyncIterable<List<String>> lists(boolean b) { emit(List.of()); emit(new ArrayList<>()); emit(b ? List.of() : null); emit((List.of("a"))); return end(); }
                @Async static AsyncIterable<Coroutine<Integer>> coroutines() { emit(async(() -> await(of(5)))); emit(of(6)); return end(); }
                @Async public static void main(String[] args) {
                  say(await(all(longs())) + ", " + await(all(numbers())) + ", " + await(all(wild())) + ", " + await(all(any())) + ", " + await(all(some("y"))));
                  for (var f : awaitEach(functions())) say(f.get());
                  for (var list : awaitEach(lists(true))) say(list.size());
                  for (var c : awaitEach(coroutines())) say(await(c));
                }
                """,
                "1 2 3, 1 2.5 3 4 null, 1 2.5, 1 x null, y null",
                "s",
                "s",
                "0",
                "0",
                "0",
                "1",
                "5",
                "6");
    }

    @Test
    void emitOfAnotherTypeIsRefusedWhateverItsErasure() {
        isRefused(
                folder,
                """
                @Async static AsyncIterable<List<String>> lists(List<Integer> other) {
                  emit(other);
                  emit(new ArrayList<Integer>());
                  emit(List.<Integer>of());
                  return end();
                }
                @Async static AsyncIterable<? extends Number> wild() { emit("x"); return end(); }
                @Async static <T> AsyncIterable<T> some(T t, Object o) { emit(t); emit(o); return end(); }
                @Async static AsyncIterable<Long> longs() { emit(1); return end(); }
                """,
                "2: [emit-type] emit() is given java.util.List<java.lang.Integer>",
                "3: [emit-type] emit() is given java.util.ArrayList<java.lang.Integer>",
                "4: [emit-type] emit() is given java.util.List<java.lang.Integer>",
                "7: [emit-type] emit() is given java.lang.String",
                "8: [emit-type] emit() is given java.lang.Object",
                "9: [emit-type] emit() is given int");
    }

    @Test
    void whatJavacRefusedIsNotRefusedAgain() {
        isRefused(folder, """
                @Async static AsyncIterable<Supplier<String>> functions() { emit(() -> "x"); return end(); }
                """, "1: incompatible types", "    (argument mismatch");
    }
}
