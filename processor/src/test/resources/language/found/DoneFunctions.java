package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

class DoneFunctions {
    @Case("functions in a done that is awaited, which is an Awaitable and a stage")
    @Async
    static Coroutine<String> functions() {
        int one = await(leaf("one", 1));
        Supplier<Integer> lambda = await(done(() -> one + 1));
        Function<String, Integer> reference = await(done(String::length));
        boolean any = await(done(Stream.of(1, 2).anyMatch(x -> x > one)));
        List<? extends Number> list = await(done(Stream.of(one).map(x -> x * 2.5).toList()));
        await(done(Objects.requireNonNullElseGet(null, () -> one)));
        Supplier<? extends Number> either = await(await(leaf("either", true)) ? done(() -> one) : done(() -> 2L));
        return done(lambda.get() + reference.apply("four") + " " + any + list + either.get());
    }
}
