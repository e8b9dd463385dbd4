package dev.javait.processor.fuzz;

import dev.javait.processor.twin.TwinCase;
import dev.javait.processor.twin.Twins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs random classes in both worlds. */
final class Fuzzer {
    private static final int BATCH = 102;
    private static final int SHRINKING = 600;

    private final Twins twins;
    private final Map<String, Integer> used = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int agreeing;
    private int unusable;

    Fuzzer(Twins twins) {
        this.twins = twins;
    }

    /** A seed whose class does not do the same in both worlds. */
    record Finding(long seed, RandomClass found, String difference) {}

    /** Runs the classes of these seeds. */
    void run(long firstSeed, int count) {
        for (int from = 0; from < count; from += BATCH) {
            var batch = new ArrayList<RandomClass>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                long seed = firstSeed + i;
                batch.add(RandomClass.of("B" + seed, "seed " + seed, Choices.random(seed)));
            }
            batch.forEach(random -> random.used().forEach((construct, n) -> used.merge(construct, n, Integer::sum)));
            runTogether(batch);
        }
    }

    /** What does not compile together is halved until it is clear which class it is. */
    private void runTogether(List<RandomClass> batch) {
        Twins.Pair pair = twins.compile(batch.stream().map(RandomClass::source).toList());
        if (!pair.compiled() && batch.size() > 1) {
            runTogether(batch.subList(0, batch.size() / 2));
            runTogether(batch.subList(batch.size() / 2, batch.size()));
            return;
        }
        Twins.Loaded loaded = pair.load();
        for (RandomClass random : batch) {
            if (pair.plain().crashed() || pair.compiled() && !loaded.runsPlainly(twin(random))) unusable++;
            else record(random, pair.compiled() ? loaded.compare(twin(random)) : pair.compare(twin(random)));
        }
    }

    private void record(RandomClass random, Optional<String> difference) {
        if (difference.isEmpty()) agreeing++;
        else findings.add(new Finding(seedOf(random), random, difference.get()));
    }

    private static long seedOf(RandomClass random) {
        return Long.parseLong(random.source().className().substring("fuzz.B".length()));
    }

    private static TwinCase twin(RandomClass random) {
        return random.source().cases().get(0);
    }

    /** The finding with a small class, ready to be a regression test. */
    Finding shrunk(Finding finding) {
        String kind = firstLine(finding.difference());
        RandomClass small = Shrinker.shrink(
                finding.found(),
                finding.found().source().className().substring("fuzz.".length()),
                candidate -> differenceOf(candidate)
                        .filter(d -> firstLine(d).equals(kind))
                        .isPresent(),
                SHRINKING);
        return new Finding(finding.seed(), small, differenceOf(small).orElse(finding.difference()));
    }

    private Optional<String> differenceOf(RandomClass random) {
        Twins.Pair pair = twins.compile(List.of(random.source()));
        if (!pair.plain().compiled() || !pair.load().runsPlainly(twin(random))) return Optional.empty();
        return pair.compare(twin(random));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    List<Finding> takeFindings() {
        var taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    int agreeing() {
        return agreeing;
    }

    /** How many javac itself crashes over or compiles to code that does not verify. */
    int unusable() {
        return unusable;
    }

    Map<String, Integer> used() {
        return used;
    }

    String summary() {
        return agreeing + " agree, " + findings.size() + " differ, " + unusable + " that javac itself cannot compile";
    }
}
