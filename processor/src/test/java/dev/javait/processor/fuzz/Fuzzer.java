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
    private final int size;
    private final Map<String, Integer> used = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int agreeing;
    private int agreeingBodies;
    private int unusable;

    /** @param size how many times as large as usual the methods may be */
    Fuzzer(Twins twins, int size) {
        this.twins = twins;
        this.size = size;
    }

    /** A seed whose class does not do the same in both worlds. */
    record Finding(long seed, RandomClass found, String difference) {}

    /** Runs the classes of this seed and the next ones until there were so many bodies, and gives the seed after the last. */
    long run(long firstSeed, int bodies) {
        long seed = firstSeed;
        for (int tried = 0; tried < bodies; ) {
            var batch = new ArrayList<RandomClass>();
            for (; batch.size() * size < BATCH && tried < bodies; seed++) {
                batch.add(RandomClass.of("B" + seed, "seed " + seed, Choices.random(seed), size));
                tried += batch.get(batch.size() - 1).bodies();
            }
            batch.forEach(random -> random.used().forEach((construct, n) -> used.merge(construct, n, Integer::sum)));
            runTogether(batch);
        }
        return seed;
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
            if (!isUsable(pair, loaded, random)) unusable++;
            else record(random, pair.compiled() ? loaded.compare(twin(random)) : pair.compare(twin(random)));
        }
    }

    /** javac may crash, or find a method too large, or write what the virtual machine does not accept. */
    private static boolean isUsable(Twins.Pair pair, Twins.Loaded loaded, RandomClass random) {
        if (pair.plain().crashed() || pair.plain().tooLarge()) return false;
        return !pair.plain().compiled() || loaded.runsPlainly(twin(random));
    }

    private void record(RandomClass random, Optional<String> difference) {
        if (difference.isEmpty()) {
            agreeing++;
            agreeingBodies += random.bodies();
        } else findings.add(new Finding(seedOf(random), random, difference.get()));
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

    /** How many method bodies of classes that agree there were. */
    int agreeingBodies() {
        return agreeingBodies;
    }

    Map<String, Integer> used() {
        return used;
    }

    String summary() {
        return agreeing + " classes with " + agreeingBodies + " bodies agree, " + findings.size() + " differ, "
                + unusable + " that javac itself cannot compile";
    }
}
