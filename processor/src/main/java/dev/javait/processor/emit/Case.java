package dev.javait.processor.emit;

import dev.javait.processor.model.Flow.Block;
import java.util.List;

/**
 * A case of the {@code switch}.
 *
 * @param turn where the method may resume in the midst of a loop: the parts of its turn, from resumption to resumption
 * @param continues whether only the case before it leads to it, so that it is part of that one
 */
record Case(List<List<Tree>> turn, boolean loops, boolean continues) {
    static Case of(Tree tree, boolean loops, boolean continues) {
        return new Case(List.of(List.of(tree)), loops, continues);
    }

    Tree tree() {
        return turn.get(0).get(0);
    }

    Block block() {
        return tree().block();
    }

    /** The blocks at which it is entered. */
    List<Block> entries() {
        return turn.stream().map(part -> part.get(0).block()).toList();
    }

    boolean namesLoop() {
        return turn.stream().flatMap(List::stream).anyMatch(Tree::namesLoop);
    }
}
