package dev.javait.processor.model;

import java.util.stream.Collectors;

/** Code as a person reads it: what each part will be in the end, as far as the model knows. */
final class CodeText {
    private final Names names;

    CodeText(Names names) {
        this.names = names;
    }

    String of(Code code) {
        return code.parts().stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Part part) {
        if (part instanceof Part.Text text) return text.text();
        if (part instanceof Part.ClassUse use)
            return String.join(".", use.name().simpleNames());
        if (part instanceof Part.Self) return "this";
        if (part instanceof Part.Use use) return names.of(use.variable());
        if (part instanceof Part.Captured captured) return names.of(captured.variable());
        if (part instanceof Part.BindingName binding) return names.of(binding.variable());
        if (part instanceof Part.Bound) return "";
        if (part instanceof Part.Exit exit) return of(exit.jump()) + ";";
        if (part instanceof Part.Goto jump) return of(jump);
        if (part instanceof Part.Leave leave) return of(leave.completion()) + ";";
        return "";
    }

    private String of(Part.Goto jump) {
        String target = "goto " + names.of(jump.label()) + ";";
        if (jump.assignments().isEmpty()) return target;
        return jump.assignments().stream()
                .map(a -> names.of(a.target()) + " = " + of(a.value()) + "; ")
                .collect(Collectors.joining("", "{ ", target + " }"));
    }

    String of(Jump jump) {
        if (jump instanceof Jump.Break b) return "break " + names.of(b.target());
        if (jump instanceof Jump.Continue c) return "continue " + names.of(c.target());
        if (jump instanceof Jump.Yield y) return "yield " + names.of(y.target()) + " " + of(y.value());
        return of(((Jump.Return) jump).completion());
    }

    String of(Completion completion) {
        if (completion instanceof Completion.Value value) return "return done(" + of(value.value()) + ")";
        if (completion instanceof Completion.Tail tail) return "return " + of(tail.awaitable());
        return "return";
    }

    String of(Type type) {
        return of(type.code());
    }

    String awaits(AwaitKind kind, String operand) {
        return (kind == AwaitKind.EMIT ? "emit(" : "await(") + operand + ")";
    }
}
