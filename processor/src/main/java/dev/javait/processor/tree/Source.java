package dev.javait.processor.tree;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A user's file: its text, and what javac knows of the places in it. */
public final class Source {
    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final String text;
    private int @Nullable [] lineStarts;

    public Source(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.unit = unit;
        try {
            this.text = unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CompilationUnitTree unit() {
        return unit;
    }

    public String fileName() {
        String name = unit.getSourceFile().getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    public int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    /** javac lets a resource that more follow end with its semicolon. */
    public int end(Tree tree) {
        int end = (int) positions.getEndPosition(unit, tree);
        return tree instanceof ExpressionTree && end > 0 && text.charAt(end - 1) == ';' ? end - 1 : end;
    }

    /** Whether {@code tree} stands in the text, and was not made up by the compiler or by another processor. */
    public boolean written(@Nullable Tree tree) {
        return tree != null && start(tree) >= 0 && end(tree) > start(tree);
    }

    /**
     * Whether another processor has put the statement or expression {@code tree} into the code. Lombok gives such trees the place of the
     * annotation that asks for them; others have the place of what they replace, and another name stands there.
     */
    public boolean isGenerated(Tree tree) {
        if (!written(tree)) return false;
        if (tree instanceof IdentifierTree node)
            return !text.startsWith(node.getName().toString(), start(tree)) && isPlain(tree);
        if (tree instanceof MemberSelectTree node) {
            String name = node.getIdentifier().toString();
            return !endsWith(tree, name) && isPlain(tree);
        }
        boolean mayBegin = tree instanceof AnnotationTree
                || tree instanceof AnnotatedTypeTree
                || tree instanceof ParameterizedTypeTree
                || tree instanceof ArrayTypeTree
                || tree instanceof MemberReferenceTree
                || tree instanceof VariableTree
                || tree instanceof ClassTree;
        boolean isCode = tree instanceof StatementTree || tree instanceof ExpressionTree;
        return isCode && !mayBegin && text.charAt(start(tree)) == '@';
    }

    /** Between a resource and its semicolon there may be a comment. */
    private boolean endsWith(Tree tree, String name) {
        int end = end(tree);
        return text.startsWith(name, end - name.length())
                || (text.startsWith(";", end) && find(name, start(tree), end) >= 0);
    }

    private boolean isPlain(Tree tree) {
        return Tokens.isPlain(text, start(tree), end(tree));
    }

    public String text(int start, int end) {
        return text.substring(start, end);
    }

    public String text(Tree tree) {
        return text(start(tree), end(tree));
    }

    /** Where the name of a variable stands, or -1. */
    public int nameStart(VariableTree node) {
        int from = written(node.getType()) ? end(node.getType()) : start(node);
        String name = node.getName().isEmpty() ? "_" : node.getName().toString();
        return from < 0 ? -1 : find(name, from, end(node));
    }

    /** Where the name that begins at {@code start} ends. */
    public int nameEnd(int start) {
        return Tokens.wordEnd(text, start, text.length());
    }

    public int line(Tree tree) {
        return line(start(tree));
    }

    public int line(int position) {
        if (position < 0) return 0;
        if (lineStarts == null) lineStarts = lineStarts();
        int found = Arrays.binarySearch(lineStarts, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Not javac's, who with {@code -g:none} has none. */
    private int[] lineStarts() {
        return IntStream.rangeClosed(0, text.length())
                .filter(i -> i == 0
                        || text.charAt(i - 1) == '\n'
                        || (text.charAt(i - 1) == '\r' && (i == text.length() || text.charAt(i) != '\n')))
                .toArray();
    }

    /** Whether {@code words} stand anywhere in the file; where they do not, nothing in it is ours. */
    public boolean mentions(String words) {
        return text.contains(words);
    }

    /** The position of {@code token} at or after {@code from} and before {@code end}, comments and literals left out, or -1. */
    public int find(String token, int from, int end) {
        return Tokens.find(text, token, from, end);
    }

    public @Nullable Element element(TreePath path) {
        return trees.getElement(path);
    }

    public @Nullable TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }
}
