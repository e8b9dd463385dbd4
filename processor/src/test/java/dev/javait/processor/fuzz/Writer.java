package dev.javait.processor.fuzz;

/** Writes some kind of statement. */
abstract class Writer {
    final Body body;
    final Choices choices;
    final Expressions expressions;
    final Statements statements;

    Writer(Statements statements) {
        this.body = statements.body;
        this.choices = body.choices;
        this.expressions = statements.expressions;
        this.statements = statements;
    }

    final boolean block(int most) {
        return statements.block(most);
    }

    final boolean statements(int most) {
        return statements.statements(most);
    }

    final String condition() {
        return statements.condition();
    }

    final Jumps jumps() {
        return statements.jumps;
    }

    /** A variable that cannot be used yet. */
    final Scope.Local reserve(Kind kind, boolean constant) {
        Scope.Local local = body.scope.declare(body.scope.freshName(), kind, constant);
        local.hidden = true;
        return local;
    }
}
