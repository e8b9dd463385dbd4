package dev.javait.processor.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;

/** Asks whether something stands in a tree itself: what lambdas and classes in it do, they do at another time. */
public abstract class OwnSearch extends Search {
    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        return false;
    }

    @Override
    public Boolean visitClass(ClassTree node, Void unused) {
        return false;
    }
}
