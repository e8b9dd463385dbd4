package dev.javait.processor.emit;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block with what stands in it.
 *
 * @param aside the jumps in the midst of its code, or of its switch; those that are not there are {@link Path.Jumps}
 * @param fork the {@code if} that it ends with, or null
 * @param end what comes behind all of it, or behind the {@code if}
 */
record Tree(
        Flow.Block block, Map<Label, Path> aside, @Nullable Fork fork, Path end) {
    /** {@code if (condition) { then } else { otherwise }}. */
    record Fork(boolean negated, Path then, @Nullable Path otherwise) {}

    boolean isOnlyFork() {
        return block.ops().isEmpty() && fork != null && end instanceof Path.Falls;
    }

    boolean repeats() {
        return paths().anyMatch(path -> path instanceof Path.Repeats);
    }

    boolean namesLoop() {
        return paths().anyMatch(path ->
                path instanceof Path.Breaks || (path instanceof Path.Repeats repeats && !repeats.last()));
    }

    /** Whether control may go on with the next case. */
    boolean completes() {
        return falls() || paths().anyMatch(path -> path instanceof Path.Breaks);
    }

    /** Whether control may go on with what stands behind it. */
    boolean falls() {
        if (end instanceof Path.Stands stands) return stands.tree().falls();
        return end instanceof Path.Falls || end instanceof Path.Enters;
    }

    /** All blocks: this one, and what stands in it. */
    Stream<Tree> all() {
        return Stream.concat(
                Stream.of(this),
                direct().flatMap(path ->
                        path instanceof Path.Stands stands ? stands.tree().all() : Stream.empty()));
    }

    /** The states that are named, by jumps or for later. */
    Set<Label> states() {
        Set<Label> named = new HashSet<>();
        paths().forEach(path -> {
            if (path instanceof Path.Jumps jump) named.add(jump.label());
            if (path instanceof Path.Enters enters) named.add(enters.label());
        });
        all().forEach(tree -> tree.addOwnStates(named));
        return named;
    }

    private void addOwnStates(Set<Label> named) {
        if (block.region() != null) named.add(block.region().handler());
        for (Flow.Op op : block.ops()) {
            boolean mayStop = op instanceof Flow.Op.Run run && run.mayStopJumps();
            op.codes()
                    .forEach(code -> code.forEach(part -> {
                        if (part instanceof Part.Goto jump && (mayStop || !aside.containsKey(jump.label())))
                            named.add(jump.label());
                    }));
        }
        if (block.end() instanceof Terminator.Suspend suspend) named.add(suspend.resume());
        if (block.end() instanceof Terminator.Dispatch || block.end() instanceof Terminator.Select) {
            block.end().targets().stream()
                    .filter(label -> !aside.containsKey(label))
                    .forEach(named::add);
        }
    }

    private Stream<Path> paths() {
        return direct().flatMap(path ->
                path instanceof Path.Stands stands ? stands.tree().paths() : Stream.of(path));
    }

    private Stream<Path> direct() {
        Stream<Path> forked = fork == null
                ? Stream.empty()
                : Stream.concat(Stream.of(fork.then()), Stream.ofNullable(fork.otherwise()));
        return Stream.of(aside.values().stream(), forked, Stream.of(end)).flatMap(paths -> paths);
    }
}
