package language;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What others find who look at the classes: whoever mocks, wraps, serializes or documents them. */
@SuppressWarnings("serial")
class Reflection {
    interface Named {
        default String name() {
            return "Named";
        }
    }

    interface Greeting extends Named, Serializable {
        @Async
        default Coroutine<String> greet(String whom) {
            class Words implements Serializable {
                String all() {
                    return Greeting.this.name() + whom;
                }
            }
            return done(await(leaf("hello", "hello ")) + new Words().all() + Named.super.name());
        }
    }

    static class Upper implements Serializable {
        private int count = 3;

        int size() {
            return count;
        }
    }

    /** With one of everything that makes methods in the class. */
    static class Lower extends Upper implements Greeting {
        private static int made;
        protected final String tag = "tag";

        @Override
        @Async
        public Coroutine<String> greet(String whom) {
            return done(await(Greeting.super.greet(whom)) + tag);
        }

        @Override
        int size() {
            return super.size() + 1;
        }

        @Async
        protected <T extends Comparable<? super T>> Coroutine<T> best(List<? extends T> all, T... more) throws Exception {
            assert all != null : "all";
            int n = await(leaf("n", 1)) + super.size();
            Object local = new Object() {
                @Override
                public String toString() {
                    return tag + n;
                }
            };
            Callable<Integer> sizes = () -> super.size() + n;
            Callable<Integer> reference = super::size;
            var lambda = async(() -> await(leaf("in", 1)) + n);
            made += sizes.call() + reference.call() + await(lambda);
            String text = local.toString() + await(leaf("end", made));
            return done(text.isEmpty() ? more[0] : all.get(0));
        }
    }

    record Pair<T>(T first, int second) implements Serializable {
        @Async
        Coroutine<Integer> sum() {
            class Both implements Serializable {
                int sum() {
                    return first.hashCode() + second;
                }
            }
            return done(await(leaf("sum", 1)) + new Both().sum());
        }
    }

    private static final List<Class<?>> CLASSES =
            List.of(Reflection.class, Greeting.class, Upper.class, Lower.class, Pair.class);

    @Case("classes that are serialized have the same version")
    @Async
    static Coroutine<Map<String, Long>> versions() {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Class<?> type : CLASSES) {
            String name = type.getSimpleName() + await(leaf("a", ""));
            ObjectStreamClass described = ObjectStreamClass.lookup(type);
            if (described != null) versions.put(name, described.getSerialVersionUID());
        }
        return done(versions);
    }

    @Case("methods are the user's but for private ones")
    @Async
    static Coroutine<List<String>> members() {
        List<String> members = new ArrayList<>();
        for (Class<?> type : CLASSES) {
            await(leaf(type.getSimpleName(), 1));
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                    .map(Reflection::describe)
                    .sorted()
                    .forEach(members::add);
            for (Class<?> member : type.getDeclaredClasses()) members.add(member.toGenericString());
        }
        members.sort(null);
        return done(members);
    }

    private static String describe(Method method) {
        return method.toGenericString() + method.isSynthetic() + method.isVarArgs();
    }

    @Case("and they do the same")
    @Async
    static Coroutine<String> run() throws Exception {
        var lower = new Lower();
        String greeting = await(lower.greet("you"));
        return done(greeting + await(lower.best(List.of("x"), "y")) + await(new Pair<>("z", 4).sum()) + Lower.made);
    }
}
