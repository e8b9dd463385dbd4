package dev.javait.processor.emit;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Region;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which blocks of a section stand within the {@code if} that leads to them; the others are cases. */
final class Places {
    /** How many {@code if} may stand in the {@code else} of one. */
    private static final int HIGHEST = 12;
    /** What goes on with the condition. */
    private static final Pattern BEHIND_TYPE = Pattern.compile("\\s*(\\)|&&|\\|\\|)");

    private final List<Block> blocks;
    private final Map<Label, Integer> uses;
    private final Map<Label, Block> byLabel = new IdentityHashMap<>();
    private final Map<Label, Terminator.Suspend> suspensions = new IdentityHashMap<>();
    private final Map<Label, Block> owners = new IdentityHashMap<>();

    /**
     * @param uses how often each label is named, in all sections
     * @param structured whether an {@code if} may have an {@code else}, and what comes behind both
     */
    Places(List<Section> sections, Section section, Map<Label, Integer> uses, boolean structured) {
        this.blocks = section.blocks();
        this.uses = uses;
        for (Section any : sections) {
            for (Block block : any.blocks()) {
                if (block.end() instanceof Terminator.Suspend suspend) suspensions.put(suspend.resume(), suspend);
            }
        }
        blocks.forEach(block -> byLabel.put(block.label(), block));
        for (int i = 1; i < blocks.size(); i++) {
            if (mayOwn(blocks.get(i - 1), blocks.get(i)))
                owners.put(blocks.get(i).label(), blocks.get(i - 1));
        }
        for (int i = blocks.size() - 1; structured && i >= 0; i--) ownOther(i);
    }

    static Map<Label, Integer> uses(List<Section> sections) {
        Map<Label, Integer> uses = new HashMap<>();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                Section.targets(block).forEach(label -> uses.merge(label, 1, Integer::sum));
            }
        }
        return uses;
    }

    private boolean mayOwn(Block owner, Block block) {
        return owner.end() instanceof Terminator.Branch branch
                && branch.targets().contains(block.label())
                && Integer.valueOf(1).equals(uses.get(block.label()))
                && Objects.equals(owner.region(), block.region())
                && !mayBind(branch.condition());
    }

    /** What a pattern binds would be there in what follows as well, and may have the name of something else there. */
    static boolean mayBind(Code condition) {
        List<Part> parts = condition.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Bound || parts.get(i) instanceof Part.BindingName) return true;
            if (parts.get(i) instanceof Part.Text text
                    && text.text().contains("instanceof")
                    && !isPlainTest(text.text(), parts.subList(i + 1, parts.size()))) return true;
        }
        return false;
    }

    /** Whether there is a type behind {@code instanceof}, and no name behind that. */
    private static boolean isPlainTest(String text, List<Part> behind) {
        if (!text.stripTrailing().endsWith("instanceof")
                || text.indexOf("instanceof") != text.lastIndexOf("instanceof")) return false;
        if (behind.isEmpty() || !(behind.get(0) instanceof Part.ClassUse)) return false;
        return behind.size() == 1
                || (behind.get(1) instanceof Part.Text then
                        && BEHIND_TYPE.matcher(then.text()).lookingAt());
    }

    /** The other side of an {@code if}, where both go on at the same place. Where the method resumes with nothing to do may stand between them. */
    private void ownOther(int at) {
        Block owner = blocks.get(at);
        int other = at + 1;
        if (other >= blocks.size() || !owns(owner, blocks.get(other).label())) return;
        Label inner = blocks.get(other).label();
        while (other < blocks.size() && (isWithin(blocks.get(other), owner) || passesOn(blocks.get(other)))) other++;
        if (other >= blocks.size() || !mayOwn(owner, blocks.get(other))) return;
        Label end = tail(inner);
        boolean joins = end != null && end.equals(tail(blocks.get(other).label()));
        if (joins && height(blocks.get(other)) < HIGHEST)
            owners.put(blocks.get(other).label(), owner);
    }

    /** How deep the blocks stand within each other that stand in {@code block}. */
    private int height(Block block) {
        int height = 0;
        for (Label target : block.end().targets()) {
            Block inner = byLabel.get(target);
            if (inner != null && owns(block, target)) height = Math.max(height, 1 + height(inner));
        }
        return height;
    }

    private boolean isWithin(Block block, Block owner) {
        for (Block at = owners.get(block.label()); at != null; at = owners.get(at.label())) {
            if (at.equals(owner)) return true;
        }
        return false;
    }

    /** The blocks that are cases, in the order in which they stand in the file. */
    List<Block> cases() {
        return blocks.stream()
                .filter(block -> !owners.containsKey(block.label()))
                .toList();
    }

    /** Whether it is but one jump that leads to {@code label}, and no suspension resumes there. */
    boolean isNamedOnce(Label label) {
        return Integer.valueOf(1).equals(uses.get(label)) && !suspensions.containsKey(label);
    }

    /** Whether {@code block} does nothing but leave the method, and one jump leads to it. */
    boolean isExit(Block block) {
        return isNamedOnce(block.label())
                && block.ops().isEmpty()
                && (block.end() instanceof Terminator.Leave || block.end() instanceof Terminator.Throw);
    }

    /** Whether {@code block} only throws what a variable has; that means the same wherever it stands. */
    static boolean isRethrow(Block block) {
        return block.end() instanceof Terminator.Throw fail
                && fail.operand().parts().stream().allMatch(part -> part instanceof Part.Use);
    }

    boolean owns(Block owner, Label label) {
        return owner.equals(owners.get(label));
    }

    @Nullable
    Block at(Label label) {
        return byLabel.get(label);
    }

    /** The suspension that resumes at {@code label}. */
    Terminator.@Nullable Suspend suspension(Label label) {
        return suspensions.get(label);
    }

    /** Whether the method only resumes at {@code block}, and goes on elsewhere. */
    private boolean passesOn(Block block) {
        Terminator.Suspend suspend = suspensions.get(block.label());
        return suspend != null
                && suspend.result() == null
                && block.ops().isEmpty()
                && block.end() instanceof Terminator.Goto;
    }

    /** Where a jump to {@code label} from within {@code region} ends up. */
    Label resolve(Label label, @Nullable Region region) {
        Block block = byLabel.get(label);
        return block != null
                        && passesOn(block)
                        && Objects.equals(block.region(), region)
                        && block.end() instanceof Terminator.Goto jump
                        && byLabel.containsKey(jump.label())
                ? jump.label()
                : label;
    }

    /** Where control goes on at the end of the block at {@code label} and of what stands in it; null where it does not. */
    @Nullable
    Label tail(Label label) {
        Block block = Objects.requireNonNull(byLabel.get(label), "a block of this section");
        if (block.end() instanceof Terminator.Goto jump) return resolve(jump.label(), block.region());
        if (block.end() instanceof Terminator.Suspend suspend && suspend.kind() != AwaitKind.EMIT)
            return resolve(suspend.resume(), block.region());
        if (!(block.end() instanceof Terminator.Branch branch)) return null;
        for (Label target : branch.targets()) {
            if (owns(block, target)) return tail(target);
        }
        return null;
    }
}
