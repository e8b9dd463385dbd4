package beside;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lombok.*;
import lombok.experimental.UtilityClass;
import lombok.extern.java.Log;

@Log
public class Lombok {
    @Value
    @Builder
    static class Cup {
        String leaves;
        int degrees;

        @Singular
        List<String> notes;
    }

    @Data
    static class Pot {
        private int cups;
        private final String name;

        @Getter(lazy = true)
        private final String label = name + "!";
    }

    record Res(String name) implements AutoCloseable {
        public void close() {
            System.out.println("closed " + name);
        }
    }

    @Getter
    @Setter
    private int count;

    @Async
    static Coroutine<Integer> later(int x) {
        await(yieldNow());
        return done(x);
    }

    @Async
    Coroutine<String> brew(Coroutine<Integer> degrees) {
        val cup = Cup.builder().leaves("green").degrees(await(degrees)).note("a").note("b").build();
        await(yieldNow());
        var pot = new Pot("p");
        pot.setCups(cup.getDegrees() + await(later(1)));
        for (val note : cup.getNotes()) {
            await(yieldNow());
            log.fine(note);
            count++;
        }
        setCount(getCount() + 1);
        return done(cup + " " + pot.getCups() + " " + pot.getLabel() + " " + getCount());
    }

    @Async
    Coroutine<Integer> valsBetweenAwaits(List<Integer> numbers) {
        int sum = 0;
        for (val number : numbers) {
            final val twice = number * 2;
            sum += twice;
        }
        await(yieldNow());
        val list = new ArrayList<Integer>();
        Supplier<Integer> size = () -> {
            lombok.val now = list.size();
            return now;
        };
        list.add(await(later(sum)));
        return done(sum + size.get());
    }

    @SneakyThrows
    @Async
    Coroutine<Integer> sneaky(boolean fails) {
        await(yieldNow());
        if (fails) throw new IOException("sneaky");
        return done(await(later(2)));
    }

    @SneakyThrows(IOException.class)
    @Async
    static Coroutine<Integer> sneakyWithoutAwait(boolean fails) {
        if (fails) throw new IOException("at once");
        return done(3);
    }

    @Async
    Coroutine<Integer> cleans(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            @Cleanup val res = new Res("r" + i);
            if (i == 1) continue;
            sum += await(later(i)) + res.name().length();
        }
        return done(sum);
    }

    @Async
    Coroutine<Integer> cleansWithoutAwait() {
        @Cleanup Res res = new Res("s");
        return done(res.name().length());
    }

    @SneakyThrows
    @Async
    static <T> Coroutine<T> present(@NonNull T value, @NonNull Callable<T> call) {
        val got = await(toThread(call));
        return done(got == null ? value : call.call());
    }

    @Builder(builderMethodName = "tea")
    @Async
    static Coroutine<String> made(int cups, String leaves) {
        await(yieldNow());
        return done(cups + leaves);
    }

    @RequiredArgsConstructor
    static class Service {
        private final Lombok lombok;

        @With
        @Value
        static class Point {
            int x;
            int y;
        }

        @Async
        Coroutine<Integer> go() {
            val point = new Point(1, 2).withX(await(later(lombok.getCount())));
            return done(point.getX() + point.y);
        }
    }

    @UtilityClass
    static class Utility {
        @Async
        Coroutine<Integer> seven() {
            await(yieldNow());
            return done(7);
        }
    }

    static void say(Callable<?> what) {
        try {
            System.out.println(what.call());
        } catch (Throwable failed) {
            System.out.println(failed);
        }
    }

    public static void main(String[] args) {
        var lombok = new Lombok();
        say(() -> run(lombok.brew(later(90))));
        say(() -> run(lombok.valsBetweenAwaits(List.of(1, 2, 3))));
        say(() -> run(lombok.sneaky(true)));
        say(() -> run(lombok.sneaky(false)));
        say(() -> run(sneakyWithoutAwait(true)));
        say(() -> run(sneakyWithoutAwait(false)));
        say(() -> run(lombok.cleans(3)));
        say(() -> run(lombok.cleansWithoutAwait()));
        say(() -> run(present("x", () -> "y")));
        say(() -> run(present(null, () -> "y")));
        say(() -> run(tea().cups(3).leaves("black").build()));
        say(() -> run(new Service(lombok).go()));
        say(() -> run(Utility.seven()));
    }
}
