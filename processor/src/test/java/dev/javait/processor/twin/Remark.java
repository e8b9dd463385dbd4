package dev.javait.processor.twin;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What javac said about a line. */
public record Remark(Diagnostic.Kind kind, String file, long line, String message) {
    static Remark of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        return new Remark(
                diagnostic.getKind(),
                file == null ? "" : file.getName().substring(file.getName().lastIndexOf('/') + 1),
                diagnostic.getLineNumber(),
                diagnostic.getMessage(Locale.ROOT));
    }

    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + kind + ": " + message;
    }
}
