package dev.javait.processor.spill;

import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import java.util.List;

/**
 * {@code try} with resources by plain {@code try}s: the first resource outermost, so that it is closed last, and the user's
 * {@code catch} and {@code finally} around them all.
 */
final class Resources {
    private Resources() {}

    static Stmt plain(Stmt.Try s) {
        Stmt body = s.body();
        for (int i = s.resources().size() - 1; i >= 0; i--) {
            body = closing(s.resources().get(i), body);
        }
        if (s.catches().isEmpty() && s.ending() == null) return body;
        return new Stmt.Try(List.of(), body, s.catches(), s.ending(), s.failure(), s.line());
    }

    /** {@code R r = …; try { body } finally { if (r != null) … }}. */
    private static Stmt closing(Stmt.Resource resource, Stmt body) {
        int line = resource.line();
        var variable = resource.variable();
        var exists = Make.opaque(Type.BOOLEAN, variable, " != null");
        Stmt rest = switch (resource.closing()) {
            case PLAIN -> Closing.after(body, exists, Closing.plain(variable, line), line);
            case ASYNC -> Closing.after(body, exists, Closing.awaiting(variable, RuntimeNames.CLOSE_ASYNC, line), line);
            case SCOPE -> Closing.exiting(body, exists, variable, line);
        };
        return new Stmt.Block(List.of(new Stmt.Local(variable, resource.initializer(), line), rest), line);
    }
}
