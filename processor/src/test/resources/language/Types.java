package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;
import static dev.javait.processor.twin.support.Trace.note;

import dev.javait.Async;
import dev.javait.Awaitable;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Types<E extends Comparable<E>> {
    final List<E> elements = new ArrayList<>();

    @SafeVarargs
    @SuppressWarnings("varargs")
    final Types<E> with(E... more) {
        elements.addAll(Arrays.asList(more));
        return this;
    }

    interface Marker {}

    static <T> T pick(List<? extends T> list, int index) {
        return list.get(index);
    }

    static String kind(Object o) {
        return "Object";
    }

    static String kind(Number n) {
        return "Number";
    }

    static String kind(Integer i) {
        return "Integer";
    }

    static String kind(int i) {
        return "int";
    }

    static String kind(long l) {
        return "long";
    }

    static String kind(Object a, Object... more) {
        return "varargs";
    }

    static String kind(List<?> a, int b) {
        return "List,int";
    }

    static String kind(Collection<?> a, long b) {
        return "Collection,long";
    }

    static String list(List<Number> list, Object o) {
        return "numbers " + list + o;
    }

    @Case("E1: type parameters of class and method, with bounds")
    @Async
    static Coroutine<String> typeParameters() {
        var t = new Types<String>().with("b", "a", "c");
        return done(await(t.greatest("bb", Comparator.naturalOrder())) + await(t.<Integer, List<Integer>>pair("x", List.of(1, 2))));
    }

    @Async
    <T extends E> Coroutine<E> greatest(T start, Comparator<? super E> order) {
        E best = await(leaf("start", start));
        for (E e : elements) {
            E seen = best;
            if (order.compare(e, await(leaf("best", seen))) > 0) best = e;
        }
        return done(best);
    }

    @Async
    <K extends Number & Comparable<K>, C extends Collection<? extends K>> Coroutine<Map<K, E>> pair(E value, C keys) {
        Map<K, E> map = new HashMap<>();
        for (K key : keys) map.put(await(leaf("key", key)), await(leaf("value", value)));
        K biggest = Collections.max(keys);
        await(leaf("biggest", biggest.intValue()));
        map.remove(biggest);
        return done(map);
    }

    @Case("E1: a method's type parameter that shadows the class's")
    @Async
    static Coroutine<String> shadowedTypeParameter() {
        return done(await(new Types<String>().with("s").<Integer>shadow(5)));
    }

    @Async
    <E> Coroutine<String> shadow(E other) {
        E kept = await(leaf("other", other));
        List<E> list = new ArrayList<>(List.of(kept));
        list.add(await(leaf("more", kept)));
        return done(list + "" + elements);
    }

    @Case("E1: recursive bounds and wildcards of every sort")
    @Async
    static Coroutine<String> recursiveBounds() {
        List<? super Integer> sink = new ArrayList<>(List.of("first"));
        sink.add(await(leaf("a", 1)));
        List<? extends Number> source = List.of(1, 2.5);
        Number n = await(leaf("b", source.get(1)));
        Map<?, ? extends List<?>> map = Map.of("k", List.of(1));
        String s = "";
        for (Map.Entry<?, ? extends List<?>> e : map.entrySet()) s += e.getKey() + ("" + await(leaf("v", e.getValue())));
        Class<? extends Enum<?>> c = await(leaf("c", Thread.State.class));
        return done(s + n + "" + sink + c.getSimpleName() + await(max(List.of(3, 9, 4))));
    }

    @Async
    static <T extends Object & Comparable<? super T>> Coroutine<T> max(Collection<? extends T> all) {
        T best = null;
        for (T t : all) if (best == null || t.compareTo(await(leaf("best", best))) > 0) best = t;
        return done(best);
    }

    @Case("E1: captured wildcards stay consistent across an await")
    @Async
    static Coroutine<String> capture() {
        List<?> list = new ArrayList<>(List.of("a", "b"));
        return done(await(swap(list)) + "" + list);
    }

    @Async
    static <T> Coroutine<Integer> swap(List<T> list) {
        T first = list.get(0);
        list.set(0, await(leaf("second", list.get(1))));
        list.set(1, first);
        return done(list.size());
    }

    @Case("E2: var of an intersection, a captured wildcard and an anonymous class")
    @Async
    static Coroutine<String> notDenotable() {
        var mixed = List.of(1, "a");
        var one = pick(mixed, await(leaf("i", 0)));
        await(leaf("a", 0));
        var compared = one instanceof Serializable && one instanceof Comparable<?>;
        List<? extends Number> numbers = List.of(1, 2);
        var number = numbers.get(0);
        await(leaf("b", number));
        var object = new Object() {
            int count = 5;

            int next() {
                return ++count;
            }
        };
        object.count += await(leaf("c", 10));
        int next = object.next() + await(leaf("d", object.next()));
        for (var e : Map.of("k", List.of(1)).entrySet()) log(e.getKey() + "" + await(leaf("e", e.getValue())).get(0));
        var lambda = (Supplier<String> & Marker) () -> "both";
        await(leaf("f", 0));
        return done(mixed + "" + one + compared + number.intValue() + next + object.count + lambda.get());
    }

    @SuppressWarnings("unchecked")
    static <T> T castTo(Object o) {
        return (T) o;
    }

    @Case("E3: poly expressions beside an await get the type of their context")
    @Async
    static Coroutine<String> polyExpressions() {
        String s = list(new ArrayList<>(), await(leaf("a", 1)));
        s += list(Arrays.asList(1, 2.0), await(leaf("b", 1)));
        s += list(List.of(), await(leaf("c", 1)));
        s += list(await(leaf("y", true)) ? new ArrayList<>() : Collections.emptyList(), await(leaf("d", 1)));
        s += list(null, await(leaf("e", 1)));
        List<Number> numbers = new ArrayList<>(await(leaf("f", List.of(1, 2))));
        s += list(numbers, await(leaf("g", 'g')));
        Map<String, List<Integer>> map = new HashMap<>(Map.of("k", new ArrayList<>(List.of(await(leaf("h", 1))))));
        map.computeIfAbsent(await(leaf("i", "l")), k -> new ArrayList<>()).add(await(leaf("j", 2)));
        Optional<Number> o = Optional.of(await(leaf("k", 3)));
        return done(s + map.get("k") + map.get("l") + o.map(n -> n.intValue() + 1).orElseGet(() -> 0));
    }

    @Case("E3: lambdas and method references beside an await get the type of their context")
    @Async
    static Coroutine<String> polyLambdas() throws Exception {
        String s = apply(x -> x + 1, await(leaf("a", 1)), Integer::sum);
        s += apply(String::valueOf, await(leaf("b", 2)), (x, y) -> x + "" + y);
        s += both(() -> "supplier", await(leaf("c", "c")));
        s += Types.<Callable<String>>id(() -> "callable" + 1).call() + await(leaf("d", "d"));
        s += Stream.of(3, 1, 2).sorted(Comparator.comparing((Integer i) -> i).reversed()).map(i -> i + 1).collect(Collectors.toList()) + await(leaf("e", "e"));
        Function<Integer, Function<Integer, Integer>> curried = x -> y -> x * y;
        s += curried.apply(await(leaf("f", 6))).apply(await(leaf("g", 7)));
        Supplier<List<String>> make = ArrayList::new;
        Function<Integer, int[]> array = int[]::new;
        s += await(leaf("h", make)).get().size() + array.apply(await(leaf("i", 3))).length;
        return done(s);
    }

    static <A, B> String apply(Function<Integer, A> f, Integer x, BiFunction<Integer, Integer, B> g) {
        return f.apply(x) + ":" + g.apply(x, x) + " ";
    }

    static String both(Supplier<String> s, String x) {
        return s.get() + x + " ";
    }

    static <T> T id(T t) {
        return t;
    }

    @Case("E3: chained generic calls with awaits in the middle of the inference")
    @Async
    static Coroutine<String> inference() {
        List<? extends Comparable<?>> a = Stream.of(await(leaf("a", 1)), await(leaf("b", "b"))).collect(Collectors.toList());
        Map<Boolean, List<Integer>> parts = List.of(1, await(leaf("c", 2)), 3).stream().collect(Collectors.partitioningBy(x -> x > 1));
        String s = id(id(await(leaf("d", id("d"))))).concat(id(await(leaf("e", "e"))));
        List<String> l = await(leaf("f", Collections.<String>emptyList()));
        int n = await(id(leaf("g", 5)));
        long wide = await(leaf("h", 6));
        double wider = id(await(leaf("i", 7)));
        return done(a + "" + parts.get(true) + s + l + n + wide + wider);
    }

    @Case("E5: unboxing an awaited null fails where it is unboxed")
    @Async
    static Coroutine<String> unboxing() {
        Integer nothing = await(leaf("a", (Integer) null));
        String s = "" + nothing;
        try {
            int x = await(leaf("b", nothing));
            s += x;
        } catch (NullPointerException e) {
            s += "b";
        }
        try {
            s += note("c", 1) + await(leaf("c", nothing)) + note("never", 2);
        } catch (NullPointerException e) {
            s += "c";
        }
        try {
            if (await(leaf("d", (Boolean) null))) s += "never";
        } catch (NullPointerException e) {
            s += "d";
        }
        Object boxed = await(leaf("e", 1));
        Long l = (long) await(leaf("f", 2));
        s += boxed.getClass().getSimpleName() + l;
        Integer big = 1000, same = await(leaf("g", big));
        return done(s + (big == same) + (await(leaf("h", big)) == same) + big.equals(1000));
    }

    @Case("E6: the overload that javac chose stays the one that is called")
    @Async
    static Coroutine<String> overloads() {
        String s = kind(await(leaf("a", 1))) + " ";
        s += kind((int) await(leaf("b", 1))) + " ";
        s += kind((long) await(leaf("c", 1))) + " ";
        s += kind((Object) await(leaf("d", 1))) + " ";
        s += kind(await(leaf("e", (Number) 1))) + " ";
        s += kind(await(leaf("f", "s")), await(leaf("g", 1))) + " ";
        s += kind(new ArrayList<>(), await(leaf("h", 1))) + " ";
        s += kind(new ArrayList<String>(), (short) (int) await(leaf("i", 1))) + " ";
        s += kind((Collection<String>) new ArrayList<String>(), await(leaf("j", 1))) + " ";
        s += kind(await(leaf("k", (Object) 1)), (Object[]) await(leaf("l", new String[] {"x"}))) + " ";
        s += kind(await(leaf("m", 'm')) + 1) + kind(await(leaf("n", 1)) + 1L) + kind(await(leaf("o", true)) ? 1 : 2L) + " ";
        s += kind(await(leaf("p", true)) ? 1 : "s") + kind(await(leaf("q", true)) ? (Integer) 1 : (Integer) 2);
        char c = 'c';
        StringBuilder b = new StringBuilder().append(c).append(await(leaf("r", 1))).append((char) (int) await(leaf("s", 100)));
        return done(s + b);
    }

    @Case("E6: varargs of a type parameter, empty, single null, and spread")
    @Async
    static Coroutine<String> varargs() {
        String s = all(await(leaf("a", 1)), 2, await(leaf("b", 3)));
        s += all(await(leaf("c", "one")));
        s += Types.<Object>all(await(leaf("d", 1)), "x", await(leaf("e", 'c')));
        s += all(await(leaf("f", new Integer[] {7, 8})));
        s += all() + await(leaf("g", "g"));
        s += String.format("%s %s", await(leaf("h", 1)), note("i", 2)) + Arrays.asList(await(leaf("j", 1)), 2.0).size();
        return done(s);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> String all(T... values) {
        return values.getClass().getComponentType().getSimpleName() + Arrays.toString(values) + " ";
    }

    @Case("E2: raw types")
    @Async
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Coroutine<String> raw() {
        List raw = new ArrayList();
        raw.add(await(leaf("a", 1)));
        raw.add(0, await(leaf("b", "b")));
        for (Object o : raw) log(await(leaf("o", o)));
        Map.Entry entry = (Map.Entry) await(leaf("e", Map.of("k", 1))).entrySet().iterator().next();
        Awaitable awaitable = leaf("raw", 5);
        Object x = await(awaitable);
        return done("" + raw + entry.getKey() + x);
    }

    @Case("E1: a generic inner class of a generic class")
    @Async
    static Coroutine<Object> innerGeneric() {
        var outer = new Types<Integer>().with(4, 5);
        Types<Integer>.Inner<String> inner = outer.new Inner<>(await(leaf("a", "inner")));
        return done(await(inner.both(1)));
    }

    class Inner<F> {
        final F own;

        Inner(F own) {
            this.own = own;
        }

        @Async
        Coroutine<Map<F, E>> both(int index) {
            F f = await(leaf("f", own));
            Map<F, E> map = new HashMap<>();
            map.put(f, await(leaf("e", elements.get(index))));
            Inner<E> other = new Inner<>(elements.get(await(leaf("zero", 0))));
            log(other.own);
            return done(map);
        }
    }

    @Case("E3: awaited coroutines of generic results: lists, functions, nested awaitables, Void")
    @Async
    static Coroutine<String> results() {
        Function<String, String> f = await(leaf("f", (Function<String, String>) s -> s + "!"));
        List<Supplier<Coroutine<Integer>>> later = List.of(() -> twice(1), () -> twice(2));
        int sum = 0;
        for (var one : later) sum += await(one.get());
        Void nothing = await(Types.nothing());
        Coroutine<Coroutine<Integer>> nested = async(() -> twice(await(leaf("n", 5))));
        return done(f.apply("f") + sum + nothing + await(await(nested)));
    }

    @Async
    static Coroutine<Integer> twice(int x) {
        return done(x * await(leaf("twice", 2)));
    }

    @Async
    static Coroutine<Void> nothing() {
        await(leaf("nothing", 0));
        return done();
    }

    static class OfText<T extends String, N extends Integer> {
        @Async
        Coroutine<String> statics() {
            String text = T.format(await(leaf("format", "%d-%d")), N.MAX_VALUE, await(leaf("n", 3)));
            Function<String, Integer> parse = N::parseInt;
            return done(text + N.sum(await(leaf("one", 1)), parse.apply("2")) + T.join(await(leaf("comma", ",")), "a", "b"));
        }
    }

    @Case("E1: static members by the name of a type parameter")
    @Async
    static Coroutine<String> ofTypeParameters() {
        return done(await(new OfText<String, Integer>().statics()));
    }

    interface Observer<T extends Number, C extends Collection<T>> {
        int on(C values);
    }

    static class Holder<T extends Number, C extends Collection<T>> {
        Observer<T, C> observer;
    }

    @Case("E2: a lambda for a field whose type has captured wildcards of an awaited object")
    @Async
    static Coroutine<Integer> observers() {
        var holder = new Holder<Integer, List<Integer>>();
        Holder<?, ?> any = holder;
        await(leaf("any", any)).observer = values -> values.size();
        return done(holder.observer.on(List.of(1, 2)));
    }

    static class Link<T> {
        Link<T> next() {
            return new Link<>();
        }
    }

    static <F, T> Optional<? extends T> mapped(List<F> list, Function<? super F, ? extends T> function) {
        return list.stream().findFirst().map(function);
    }

    @Case("E2: a method reference that captures anew what stands for a wildcard in what is awaited")
    @Async
    static Coroutine<Boolean> capturedAnew() {
        return done(await(Types.<Number>links(List.of(new Link<Integer>()))));
    }

    @Async
    static <T> Coroutine<Boolean> links(List<? extends Link<? extends T>> links) {
        return done(mapped(await(leaf("links", links)), Link::next).isPresent());
    }
}
