package dev.javait.samples;

import dev.javait.Awaitable;
import dev.javait.EventLoop;
import dev.javait.LoopClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a program prints, and how long it takes by a clock that jumps. */
public record Printed(List<String> lines, Duration time) {
    public static Printed by(Supplier<? extends Awaitable<?>> program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try (EventLoop loop = EventLoop.builder().clock(LoopClock.virtual()).build()) {
            loop.run(program.get());
            return new Printed(bytes.toString(StandardCharsets.UTF_8).lines().toList(), loop.time());
        } finally {
            System.setOut(console);
        }
    }
}
