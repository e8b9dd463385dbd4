package dev.javait.processor.differential;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.javait.processor.twin.Places;
import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import dev.javait.processor.twin.support.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Takes Java that knows nothing of Javait, makes coroutines of its methods, and compares what both worlds make of it. */
final class Differential {
    private static final int ROUNDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Twins twins;
    private final double density;

    /** @param density how many of a method's values are awaited, from 0 to 1 */
    Differential(Path scratch, double density, String... options) {
        this.twins = new Twins(scratch, Places.own().toArray(Path[]::new), options);
        this.density = density;
    }

    /** What became of a file. */
    enum Kind {
        /** javac alone does not compile it, before something was put into it or afterwards. */
        UNUSABLE,
        /** There is no difference. */
        SAME,
        /** An error says what Javait does not support. */
        REFUSED,
        /** Anything else. */
        FAULT
    }

    /**
     * What became of a file.
     *
     * @param text what is wrong, or why there is nothing to compare
     * @param sowing what was put into it; null if there was nothing to put it into
     */
    record Outcome(Kind kind, String text, @Nullable Sowing sowing) {
        long methods() {
            return sowing == null ? 0 : sowing.count(Sowing.Kind.METHOD);
        }

        long lambdas() {
            return sowing == null ? 0 : sowing.count(Sowing.Kind.LAMBDA);
        }

        long awaits() {
            return sowing == null ? 0 : sowing.count(Sowing.Kind.AWAIT);
        }
    }

    Outcome compare(Source source, long seed) {
        Attributed plain = Attributed.of(source);
        if (!plain.errors().isEmpty()) return unusable(plain, null);
        Sowing sowing = Sower.sow(plain.trees(), plain.file(), source.text(), new Random(seed), density);
        for (int round = 0; round < ROUNDS; round++) {
            Attributed sown = Attributed.of(new Source(source.className(), sowing.sown()));
            if (sown.errors().isEmpty()) return compare(source.className(), main(plain.file()), sowing);
            boolean dropped = false;
            for (Diagnostic<?> error : sown.errors()) {
                dropped |= sowing.drop(
                        (int) error.getStartPosition(), (int) error.getPosition(), (int) error.getEndPosition());
            }
            if (!dropped) return unusable(sown, sowing);
        }
        return new Outcome(Kind.UNUSABLE, "no Java after " + ROUNDS + " rounds", sowing);
    }

    private static Outcome unusable(Attributed attributed, @Nullable Sowing sowing) {
        return new Outcome(Kind.UNUSABLE, attributed.errors().get(0).toString(), sowing);
    }

    /** Takes all out again that the fault does not need. */
    void shrink(Source source, Outcome fault) {
        Sowing sowing = fault.sowing();
        String main = main(Attributed.of(source).file());
        for (int size = sowing.changes().size() / 2; size > 0; size /= 2) {
            List<Sowing.Change> changes = sowing.changes();
            for (int from = 0; from < changes.size(); from += size) {
                List<Sowing.Change> some = changes.subList(from, Math.min(changes.size(), from + size));
                some.forEach(change -> change.drop(true));
                boolean isJava = Attributed.of(new Source(source.className(), sowing.sown()))
                        .errors()
                        .isEmpty();
                if (!isJava || compare(source.className(), main, sowing).kind() != fault.kind())
                    some.forEach(change -> change.drop(false));
            }
        }
    }

    private Outcome compare(String className, @Nullable String main, Sowing sowing) {
        Twins.Pair pair = twins.compile(List.of(new Source(className, sowing.sown())));
        Program plain = pair.plain();
        Program transformed = pair.transformed();
        if (!plain.compiled()) return new Outcome(Kind.UNUSABLE, plain.complaints(), sowing);
        if (!transformed.compiled()) {
            boolean refused =
                    !transformed.crashed() && !transformed.complaints().contains("[internal]");
            return new Outcome(refused ? Kind.REFUSED : Kind.FAULT, transformed.complaints(), sowing);
        }
        if (broken(plain).isPresent()) return new Outcome(Kind.UNUSABLE, "javac's own code is broken", sowing);
        Optional<String> difference = broken(transformed);
        if (difference.isEmpty() && main != null) difference = differsRunning(plain, transformed, main);
        return difference
                .map(text -> new Outcome(Kind.FAULT, text, sowing))
                .orElseGet(() -> new Outcome(Kind.SAME, "", sowing));
    }

    /** The class files that the JVM does not accept. */
    static Optional<String> broken(Program program) {
        // of its own, so that a class that the tests have too is not taken from there
        try (var loader = new URLClassLoader(urls(program.classPath()), ClassLoader.getPlatformClassLoader())) {
            for (String name : program.classNames()) {
                try {
                    // links the class, and so verifies it, but does not initialise it
                    loader.loadClass(name).getDeclaredMethods();
                } catch (ReflectiveOperationException | LinkageError e) {
                    return Optional.of(name + ": " + e);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(List<Path> classPath) throws IOException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) urls[i] = classPath.get(i).toUri().toURL();
        return urls;
    }

    private static Optional<String> differsRunning(Program plain, Program transformed, String main) {
        Optional<Forked> expected = Forked.run(plain, main, Schedule.READY, LIMIT);
        // nothing to compare where it does something else each time
        if (expected.isEmpty()
                || !Forked.run(plain, main, Schedule.READY, LIMIT).equals(expected)) return Optional.empty();
        for (Schedule schedule : Schedule.values()) {
            // what computes for long takes longer where each number is awaited
            Optional<Forked> actual = Forked.run(transformed, main, schedule, LIMIT.multipliedBy(10));
            if (!actual.equals(expected)) {
                return Optional.of("awaits " + schedule + ", expected " + expected + "\nbut was " + actual);
            }
        }
        return Optional.empty();
    }

    /** The binary name of the class to run, if there is one. */
    private static @Nullable String main(CompilationUnitTree file) {
        String prefix = file.getPackageName() == null ? "" : file.getPackageName() + ".";
        for (Tree type : file.getTypeDecls()) {
            if (!(type instanceof ClassTree declared)) continue;
            for (Tree member : declared.getMembers()) {
                if (member instanceof MethodTree method
                        && method.getName().contentEquals("main")
                        && method.getModifiers().getFlags().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC))
                        && method.getParameters().size() == 1) return prefix + declared.getSimpleName();
            }
        }
        return null;
    }
}
