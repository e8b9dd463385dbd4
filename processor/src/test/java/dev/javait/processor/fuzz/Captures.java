package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes lambdas and local classes that capture variables. */
final class Captures extends Writer {
    Captures(Statements statements) {
        super(statements);
    }

    boolean later() {
        body.count("lambda for later");
        captured("later(() -> log(" + body.tag() + " + ", "));");
        return true;
    }

    private void captured(String before, String after) {
        List<Scope.Local> hidden = body.scope.hideVariables();
        Place outer = body.place;
        boolean wasStatic = body.isStatic;
        body.place = outer.plain();
        var values = new ArrayList<String>();
        for (int i = 1 + choices.pick(2); i > 0; i--) values.add(expressions.text(body.kind()));
        body.place = outer;
        body.isStatic = wasStatic;
        body.scope.show(hidden);
        body.line(before + String.join(" + \",\" + ", values) + after);
    }

    boolean localClass() {
        body.count("local class");
        boolean wasStatic = body.isStatic;
        body.isStatic = true;
        String name = body.unique("Local");
        switch (choices.pick(3)) {
            case 0 -> {
                body.open("class " + name + " {");
                captured("String text(int more) { return \"\" + more + ", "; }");
                body.close("}");
                body.isStatic = wasStatic;
                body.line("log(new " + name + "().text(" + expressions.loose(Kind.INT) + "));");
            }
            case 1 -> {
                body.line("record " + name + "(int x, String y) { int twice() { return x * 2; } }");
                body.isStatic = wasStatic;
                body.line("log(new " + name + "(" + expressions.loose(Kind.INT) + ", " + expressions.loose(Kind.STRING)
                        + "));");
            }
            default -> {
                body.open("later(new Runnable() {");
                captured("public void run() { log(\"anonymous \" + ", "); }");
                body.close("});");
                body.isStatic = wasStatic;
            }
        }
        return true;
    }

    /** The statements of an async lambda. */
    String asyncLambdaBody(Kind kind) {
        List<Scope.Local> hidden = body.scope.hideVariables();
        Place outer = body.place;
        int returnsBefore = jumps().valueReturns();
        int mark = body.scope.mark();
        Kind element = body.element;
        body.element = null;
        body.place = outer.ofAsyncLambda(kind);
        int position = body.position();
        boolean completes = statements(2);
        if (completes || jumps().valueReturns() == returnsBefore) {
            if (!completes) body.cut(position);
            body.line("return " + expressions.exact(kind) + ";");
        }
        body.scope.release(mark);
        body.element = element;
        body.place = outer;
        body.scope.show(hidden);
        return body.cut(position);
    }
}
