package dev.javait.processor.twin;

import dev.javait.processor.twin.support.Schedule;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the same sources in both worlds and compares what they do. */
public final class Twins {
    private final World blocking;
    private final World transforming;

    private final String[] options;

    /** @param options the processor's */
    public Twins(Path scratch, String... options) {
        this(scratch, new Path[0], options);
    }

    /** @param libraries what the sources need beside Javait */
    public Twins(Path scratch, Path[] libraries, String... options) {
        this.options =
                Stream.concat(Stream.of(World.LINTS_OFF), Stream.of(options)).toArray(String[]::new);
        blocking = World.blocking(scratch, libraries);
        transforming = World.transforming(scratch, libraries);
    }

    /** In both worlds at once. */
    public Pair compile(List<Source> sources) {
        var plain = CompletableFuture.supplyAsync(() -> blocking.compile(sources));
        Program transformed = transforming.compile(sources, options);
        return new Pair(plain.join(), transformed);
    }

    public Program compilePlainly(List<Source> sources) {
        return blocking.compile(sources);
    }

    /** The difference that a case alone in its source makes, if any. */
    public Optional<String> compareAlone(TwinCase twin) {
        return compile(List.of(twin.alone())).compare(twin);
    }

    /** The same sources, compiled in both worlds. */
    public record Pair(Program plain, Program transformed) {
        public boolean compiled() {
            return plain.compiled() && transformed.compiled();
        }

        /** A description of how both worlds differ over {@code twin}; each of its runs begins with fresh classes. */
        public Optional<String> compare(TwinCase twin) {
            if (!plain.compiled()) return Optional.of(notCompiled("without the processor", plain, twin));
            if (!transformed.compiled()) return Optional.of(notCompiled("with the processor", transformed, twin));
            return new Loaded(this, plain::load, transformed::load).compare(twin);
        }

        /** Loads the classes once for many runs, of cases that leave nothing behind in static variables. */
        public Loaded load() {
            ClassLoader plainly = plain.load();
            ClassLoader rewritten = transformed.load();
            return new Loaded(this, () -> plainly, () -> rewritten);
        }

        /** What javac says with the processor and does not say without it, or the other way round. */
        public Optional<String> remarksThatDiffer() {
            var without = new HashSet<>(plain.remarks());
            var with = new HashSet<>(transformed.remarks());
            var onlyWith = with.stream().filter(r -> !without.contains(r)).map(r -> "only with it: " + r);
            var onlyWithout = without.stream().filter(r -> !with.contains(r)).map(r -> "only without it: " + r);
            String difference = Stream.concat(onlyWith, onlyWithout).sorted().collect(Collectors.joining("\n"));
            return difference.isEmpty() ? Optional.empty() : Optional.of(difference);
        }

        private static String notCompiled(String how, Program program, TwinCase twin) {
            return "does not compile " + how + ":\n"
                    + program.complaints()
                    + "\n\n"
                    + twin.alone().numbered()
                    + "\n"
                    + program.generatedFor(twin.method());
        }
    }

    /** A pair whose classes are loaded. */
    public static final class Loaded {
        private final Pair pair;
        private final Supplier<ClassLoader> plain;
        private final Supplier<ClassLoader> transformed;

        private Loaded(Pair pair, Supplier<ClassLoader> plain, Supplier<ClassLoader> transformed) {
            this.pair = pair;
            this.plain = plain;
            this.transformed = transformed;
        }

        /** Whether the machine accepts what javac made of it. */
        public boolean runsPlainly(TwinCase twin) {
            return Runner.blocking(plain.get(), twin).isReal();
        }

        public Optional<String> compare(TwinCase twin) {
            Run expected = Runner.blocking(plain.get(), twin);
            if (!expected.isReal()) return Optional.of("without the processor it " + expected.ending());
            for (Schedule schedule : Schedule.values()) {
                Run actual = Runner.transformed(transformed.get(), twin, schedule);
                if (!actual.equals(expected)) return Optional.of(describe(twin, schedule, expected, actual));
            }
            return Optional.empty();
        }

        private String describe(TwinCase twin, Schedule schedule, Run expected, Run actual) {
            return "with awaits " + schedule
                    + ", line by line (< blocking, > transformed):\n"
                    + SideBySide.of(expected.toString(), actual.toString())
                    + "\n\n"
                    + twin.alone().numbered()
                    + "\n"
                    + pair.transformed().generatedFor(twin.method());
        }
    }
}
