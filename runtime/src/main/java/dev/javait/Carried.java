package dev.javait;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a loop's tasks carry along besides their context variables: the values of thread locals. A step begins by putting the task's values into the thread,
 * and whatever is made in it, and its own end, takes the thread's values into the context.
 */
final class Carried {
    /** A thread local, and the variable that holds a task's value of it. */
    private record Bridge(
            ContextVar<@Nullable Object> value,
            Supplier<? extends @Nullable Object> get,
            Consumer<@Nullable Object> set) {}

    private final List<Bridge> bridges;

    private Carried(List<Bridge> bridges) {
        this.bridges = bridges;
    }

    /** With one more. */
    @SuppressWarnings("unchecked")
    static <T> Carried and(
            @Nullable Carried others, Supplier<? extends @Nullable T> get, Consumer<? super @Nullable T> set) {
        Bridge bridge = new Bridge(new ContextVar<>("carried"), get, value -> set.accept((T) value));
        List<Bridge> before = others == null ? List.of() : others.bridges;
        return new Carried(Stream.concat(before.stream(), Stream.of(bridge)).toList());
    }

    /** {@code context} with the values that this thread has now. */
    Context capture(Context context) {
        Context captured = context;
        for (Bridge bridge : bridges) {
            Object now = bridge.get.get();
            if (!Objects.equals(now, valueIn(captured, bridge))) {
                captured = captured.with(bridge.value, now);
            }
        }
        return captured;
    }

    /** Gives this thread the values of {@code context}, null where it has none. */
    void install(Context context) {
        for (Bridge bridge : bridges) {
            bridge.set.accept(valueIn(context, bridge));
        }
    }

    private static @Nullable Object valueIn(Context context, Bridge bridge) {
        int place = context.find(bridge.value);
        return place < 0 ? null : context.at(place);
    }
}
