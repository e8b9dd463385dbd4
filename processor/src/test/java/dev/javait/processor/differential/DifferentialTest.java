package dev.javait.processor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.support.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java that knows nothing of Javait does the same with awaits in it. */
class DifferentialTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.6, 1})
    void aProgramDoesTheSameWithAwaitsInIt(double density) {
        var differential = new Differential(scratch, density);
        var outcome = differential.compare(Source.resource("differential/Ordinary.java"), 1);
        assertEquals(Differential.Kind.SAME, outcome.kind(), outcome::text);
        assertTrue(outcome.methods() == 20, outcome.methods() + " methods");
        assertTrue(outcome.awaits() > 100 * density, outcome.awaits() + " awaits");
    }

    @Test
    void passesOfJavaitCompileWithAwaitsInThem() throws IOException {
        var differential = new Differential(scratch, 0.5);
        long awaits = 0;
        for (String room : List.of("spill", "flatten", "liveness")) {
            for (Path file : files(Path.of("src/main/java/dev/javait/processor").resolve(room))) {
                String name = file.getFileName().toString().replace(".java", "");
                var source = new Source("dev.javait.processor." + room + "." + name, Files.readString(file));
                var outcome = differential.compare(source, 1);
                assertEquals(Differential.Kind.SAME, outcome.kind(), () -> file + "\n" + outcome.text());
                awaits += outcome.awaits();
            }
        }
        assertTrue(awaits > 1_000, awaits + " awaits");
    }

    @Test
    void aDifferenceIsSeenAndShrunk() {
        // a stack that nothing has been thrown through shows the generated method
        var source = new Source("Tells", """
                public class Tells {
                    static int twice(int x) {
                        return x + x;
                    }
                    static String self() {
                        String name = new Throwable().getStackTrace()[0].getMethodName();
                        return name + twice(1);
                    }
                    public static void main(String[] args) {
                        System.out.println(self() + twice(2));
                    }
                }
                """);
        var differential = new Differential(scratch, 1);
        var outcome = differential.compare(source, 1);
        assertEquals(Differential.Kind.FAULT, outcome.kind());
        differential.shrink(source, outcome);
        assertEquals(0, outcome.awaits());
        assertEquals(1, outcome.methods(), outcome.sowing()::excerpt);
    }

    @Test
    void filesThatNeedOneAnotherAreSownTogether() {
        var shop = new Source("shop.Shop", """
                package shop;
                public class Shop {
                    private final Prices prices = new Prices();
                    int total(String... names) {
                        int total = 0;
                        for (String name : names) total += prices.of(name) * 2;
                        return total;
                    }
                    public static void main(String[] args) {
                        System.out.println(new Shop().total("tea", "milk"));
                    }
                }
                """);
        var prices = new Source("shop.Prices", """
                package shop;
                class Prices {
                    int of(String name) {
                        return name.length() + Prices.tax(name);
                    }
                    static int tax(String name) {
                        return name.hashCode() % 7;
                    }
                }
                """);
        var library = new Library(List.of(shop, prices), List.of());
        library.sow(1, 1);
        assertEquals(4, library.count(Sowing.Kind.METHOD));
        assertTrue(library.count(Sowing.Kind.AWAIT) > 15, library.count(Sowing.Kind.AWAIT) + " awaits");
        Library.Both both = library.compile(scratch, fault -> fail(fault.toString()));
        var limit = Duration.ofSeconds(20);
        var expected = Forked.run(both.plain(), "shop.Shop", Schedule.READY, limit);
        assertEquals(Optional.of(new Forked(0, "18")), expected);
        for (Schedule schedule : Schedule.values())
            assertEquals(expected, Forked.run(both.transformed(), "shop.Shop", schedule, limit), schedule::toString);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
