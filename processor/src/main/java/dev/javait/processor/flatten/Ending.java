package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One {@code finally} block with all the ways that lead into it. Its code exists once: each way notes its number in
 * {@code pending} and what it takes along in a slot of its own, and the end of the block goes on where that number says.
 *
 * <p>Every {@code finally} has its own variables. So a {@code return} in a {@code try} within a {@code finally} that is then
 * overridden does not harm the {@code return} that the outer {@code finally} has pending.
 */
final class Ending {
    private final Variable pending = Variable.slot("pending", Type.INT);
    private final Flow.Region region;
    private final List<Way> ways = new ArrayList<>();
    /** By jumps without their values. */
    private final Map<Jump, Way> jumps = new LinkedHashMap<>();

    /**
     * A way into the block.
     *
     * @param slot holds what the way takes along
     * @param jump where it goes on; null for the normal end and for failures
     */
    private record Way(
            Label pad, @Nullable Variable slot, @Nullable Jump jump, Label goOn) {}

    /** @param failure holds the failure that is under way, and null when there is none */
    Ending(Variable failure) {
        var failed = new Way(new Label("failed"), failure, null, new Label("rethrow"));
        region = new Flow.Region(failed.pad(), failure);
        ways.add(failed);
    }

    /** What stands in it must run this block, however it ends. */
    Flow.Region region() {
        return region;
    }

    /** Sends a jump through this block. */
    Route pend(Jump jump) {
        Way way = jumps.computeIfAbsent(Jumps.withValue(jump, Code.EMPTY), this::newWay);
        Code value = Jumps.value(jump);
        if (value == null) return new Route.To(List.of(), way.pad());
        var slot = Objects.requireNonNull(way.slot(), "a slot for the value");
        return new Route.To(List.of(new Part.Assignment(slot, value)), way.pad());
    }

    private Way newWay(Jump jump) {
        Variable slot = Jumps.value(jump) == null ? null : Variable.slot("result", Jumps.valueType(jump));
        var way = new Way(new Label("pend"), slot, jump, new Label("proceed"));
        ways.add(way);
        return way;
    }

    /** Sends the normal end of the {@code try} through this block, then to {@code next}. */
    void pendNormal(Assembler out, Label next) {
        if (!out.isReachable()) return;
        var way = new Way(new Label("pend"), null, null, next);
        ways.add(0, way);
        out.jump(way.pad());
    }

    /** Writes where all ways, known by now, come together; the block itself follows. */
    void writeEntry(Assembler out) {
        var entry = new Label("finally");
        for (Way way : ways) {
            out.pad(way.pad(), notes(way), entry);
        }
        out.bind(entry);
    }

    /** Each way notes all that is pending: what an earlier turn left in a slot is gone. */
    private List<Part.Assignment> notes(Way way) {
        var notes = new ArrayList<Part.Assignment>();
        if (ways.size() > 1) {
            notes.add(new Part.Assignment(pending, Code.of(Integer.toString(ways.indexOf(way)))));
        }
        for (Way other : ways) {
            Variable slot = other.slot();
            if (slot != null && !other.equals(way)) {
                notes.add(new Part.Assignment(slot, Code.of(slot.type().kind().defaultValue())));
            }
        }
        return notes;
    }

    /** Writes the end of the block; jumps go on in {@code outer}. */
    void writeExit(Assembler out, @Nullable Scope outer) {
        if (!out.isReachable()) return;
        out.select(pending, ways.stream().map(Way::goOn).toList());
        for (Way way : ways) {
            if (way.jump() != null) {
                out.bind(way.goOn());
                Code value = way.slot() == null ? Code.EMPTY : Code.use(way.slot());
                Scope.route(outer, Jumps.withValue(way.jump(), value)).write(out);
            } else if (way.slot() != null) {
                out.bind(way.goOn());
                out.fail(Code.use(way.slot()));
            }
        }
    }
}
