package dev.javait.processor.read;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** {@code try} with all its parts. */
final class TryReader {
    private final Body body;
    private final StatementReader statements;

    TryReader(Body body, StatementReader statements) {
        this.body = body;
        this.statements = statements;
    }

    Stmt read(TreePath path, TryTree node) {
        if (DeadCode.catchesNothing(node)) {
            return block(new TreePath(path, node.getFinallyBlock() == null ? node.getBlock() : node.getFinallyBlock()));
        }
        var resources = new ArrayList<Stmt.Resource>();
        for (Tree resource : node.getResources()) {
            resources.add(resource(new TreePath(path, resource)));
        }
        Stmt block = block(new TreePath(path, node.getBlock()));
        var catches = new ArrayList<Stmt.Catch>();
        for (CatchTree clause : node.getCatches()) {
            catches.add(readCatch(new TreePath(path, clause), clause));
        }
        Stmt ending = node.getFinallyBlock() == null ? null : block(new TreePath(path, node.getFinallyBlock()));
        return new Stmt.Try(resources, block, catches, ending, body.source.line(node));
    }

    private Stmt block(TreePath path) {
        return statements.block(path, ((com.sun.source.tree.BlockTree) path.getLeaf()).getStatements());
    }

    private Stmt.Resource resource(TreePath path) {
        TypeMirror type = body.source.type(path);
        int line = body.source.line(path.getLeaf());
        if (path.getLeaf() instanceof VariableTree declaration) {
            Expr initializer = statements.expressions().read(new TreePath(path, declaration.getInitializer()));
            Variable variable = statements.declare(path, declaration, Variable.Origin.LOCAL);
            return new Stmt.Resource(variable, initializer, closing(type), line);
        }
        Expr initializer = statements.expressions().read(path);
        return new Stmt.Resource(Variable.temporary("resource", initializer.type()), initializer, closing(type), line);
    }

    private Stmt.Closing closing(@Nullable TypeMirror type) {
        if (body.resources.isScope(type)) return Stmt.Closing.SCOPE;
        return body.resources.isAwaited(type) ? Stmt.Closing.ASYNC : Stmt.Closing.PLAIN;
    }

    private Stmt.Catch readCatch(TreePath path, CatchTree node) {
        var parameterPath = new TreePath(path, node.getParameter());
        List<Type> types = new ArrayList<>();
        var declared = new TreePath(parameterPath, node.getParameter().getType());
        if (declared.getLeaf() instanceof UnionTypeTree union) {
            for (Tree alternative : union.getTypeAlternatives()) {
                types.add(body.typeReader.of(body.source.type(new TreePath(declared, alternative))));
            }
        } else {
            types.add(body.typeReader.of(body.source.type(declared)));
        }
        Variable parameter = statements.declare(parameterPath, node.getParameter(), Variable.Origin.LOCAL);
        return new Stmt.Catch(parameter, types, block(new TreePath(path, node.getBlock())), body.source.line(node));
    }
}
