package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two shapes of strict expressions that are worth knowing apart from the others. */
final class Shapes {
    private Shapes() {}

    /** What stands in the parentheses of {@code (e)}, if that is what {@code expr} is. */
    static Expr bare(Expr expr) {
        Expr bare = expr;
        while (bare instanceof Expr.Strict strict
                && strict.pieces().size() == 3
                && isText(strict.pieces().get(0), "(")
                && isText(strict.pieces().get(2), ")")) {
            bare = strict.operands().get(0);
        }
        return bare;
    }

    /** {@code expr} as a statement, if it is {@code x = e} for a variable of the method. */
    static Stmt.@Nullable Assign assignment(Expr expr, int line) {
        if (!(expr instanceof Expr.Strict strict) || strict.pieces().size() != 2) return null;
        if (!(strict.pieces().get(0) instanceof Expr.Fixed fixed)
                || parts(fixed).size() != 2) return null;
        boolean assigns = parts(fixed).get(0) instanceof Part.Use use
                && use.access() == Part.Access.WRITE
                && isText(parts(fixed).get(1), "=");
        if (!assigns) return null;
        Variable target = ((Part.Use) parts(fixed).get(0)).variable();
        return new Stmt.Assign(target, strict.operands().get(0), line);
    }

    private static boolean isText(Expr.Piece piece, String text) {
        return piece instanceof Expr.Fixed fixed
                && parts(fixed).size() == 1
                && isText(parts(fixed).get(0), text);
    }

    private static boolean isText(Part part, String text) {
        return part instanceof Part.Text t && t.text().strip().equals(text);
    }

    private static List<Part> parts(Expr.Fixed fixed) {
        Code code = fixed.code();
        return code.parts().stream()
                .filter(part -> !(part instanceof Part.Line))
                .toList();
    }
}
