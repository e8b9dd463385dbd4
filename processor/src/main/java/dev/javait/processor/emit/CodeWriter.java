package dev.javait.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the user's code with each part in the form that it takes in the generated class. */
final class CodeWriter {
    /** What may stand in front of a jump on its line without being anything to stop at. */
    private static final Pattern NO_CODE =
            Pattern.compile("[\\s{}]*(else\\b|(case\\b[^;]*|default\\s*)(:|->))?[\\s{]*");

    private static final char NAME = 'n';

    private final Names names;
    private final Flow.Liveness liveness;
    private final Set<Variable> shared;
    private final States states;
    private final Section section;
    private final Tuning tuning;
    private boolean leaving;
    private boolean resumes;
    /** Where the jumps lead to in the code that is being left. */
    private final Set<Label> left = new LinkedHashSet<>();

    private Map<Label, CodeBlock> asides = Map.of();
    private int line;
    /** Whether the jump that is being written is all that its line does. */
    private boolean alone;

    CodeWriter(Names names, Flow.Liveness liveness, States states, Section section, Tuning tuning) {
        this.names = names;
        this.liveness = liveness;
        this.shared = liveness.shared();
        this.states = states;
        this.section = section;
        this.tuning = tuning;
    }

    static ClassName className(dev.javait.processor.model.ClassName name) {
        List<String> simple = name.simpleNames();
        return ClassName.get(
                name.packageName(),
                simple.get(0),
                simple.subList(1, simple.size()).toArray(new String[0]));
    }

    /** @param line on which {@code code} begins */
    CodeBlock write(Code code, int line) {
        this.line = line;
        return write(code);
    }

    CodeBlock write(Code code) {
        CodeBlock.Builder out = CodeBlock.builder();
        // in as few pieces as may be: each costs JavaPoet the same
        StringBuilder text = new StringBuilder();
        int indent = Indentation.common(code);
        boolean lineStart = false;
        for (int i = 0; i < code.parts().size(); i++) {
            Part part = code.parts().get(i);
            if (part instanceof Part.Line line) this.line = line.line();
            if (part instanceof Part.Goto) alone = isAlone(code.parts(), i);
            String plain = plain(part);
            if (plain == null) {
                if (!text.isEmpty()) out.add("$L", text.toString());
                text.setLength(0);
                part(out, part);
            } else {
                text.append(lineStart && part instanceof Part.Text ? Indentation.strip(plain, indent) : plain);
            }
            if (!(part instanceof Part.Line))
                lineStart = part instanceof Part.Text t && t.text().endsWith("\n");
        }
        if (!text.isEmpty()) out.add("$L", text.toString());
        return out.build();
    }

    private static boolean isAlone(List<Part> parts, int jump) {
        StringBuilder before = new StringBuilder();
        for (int i = jump - 1; i >= 0 && !(parts.get(i) instanceof Part.Line); i--) {
            if (parts.get(i) instanceof Part.Text text) before.insert(0, text.text());
            else if (!(parts.get(i) instanceof Part.Copies)) before.insert(0, NAME);
        }
        return NO_CODE.matcher(before).matches();
    }

    /** The text of {@code part}, or null if it takes more than that. */
    private @Nullable String plain(Part part) {
        if (part instanceof Part.Text text) return text.text();
        if (part instanceof Part.Line line) return Marks.at(line.line());
        if (part instanceof Part.Self) return names.self;
        if (part instanceof Part.Use use) return names.of(use.variable());
        if (part instanceof Part.Captured captured) return captured(captured);
        return part instanceof Part.BindingName binding ? bindingName(binding.variable()) : null;
    }

    private void part(CodeBlock.Builder out, Part part) {
        if (part instanceof Part.ClassUse use) {
            ClassName name = className(use.name());
            // JavaPoet never qualifies a class of the package
            if (names.isInText(use.name().simpleNames().get(0))) out.add("$L", name.canonicalName());
            else out.add("$T", name);
        } else if (part instanceof Part.Copies copies) {
            copies.variables().stream()
                    .filter(shared::contains)
                    .forEach(v -> out.add(copy(v, copies.site())).add(" "));
        } else if (part instanceof Part.Bound bound) {
            bound(out, bound.bindings());
        } else if (part instanceof Part.Goto jump) {
            jump(out, jump);
        } else if (part instanceof Part.Leave leave) {
            out.add("return ").add(result(leave.completion())).add(";");
        } else {
            throw new IllegalStateException("flatten left " + part);
        }
    }

    private String captured(Part.Captured captured) {
        return shared.contains(captured.variable())
                ? names.copy(captured.variable(), captured.site())
                : names.of(captured.variable());
    }

    String bindingName(Variable variable) {
        return shared.contains(variable) ? names.binding(variable) : names.of(variable);
    }

    // && Await.bind(f = f$1)
    private void bound(CodeBlock.Builder out, List<Variable> bindings) {
        List<Variable> copied = bindings.stream().filter(shared::contains).toList();
        if (copied.isEmpty()) return;
        out.add(" && $T.$L(", RuntimeNames.AWAIT, RuntimeNames.BIND);
        for (int i = 0; i < copied.size(); i++) {
            CodeBlock bound = CodeBlock.of("$L", names.binding(copied.get(i)));
            out.add("$L$L = ", i == 0 ? "" : ", ", names.of(copied.get(i)))
                    .add(as(copied.get(i).type(), bound));
        }
        out.add(")");
    }

    // { x = v; state = 3; continue resume; }
    private void jump(CodeBlock.Builder out, Part.Goto jump) {
        out.add("{");
        for (Part.Assignment assignment : jump.assignments()) {
            out.add(" $L = ", names.of(assignment.target()))
                    .add(as(assignment.target().type(), write(assignment.value())))
                    .add(";");
        }
        CodeBlock aside = leaving ? null : asides.get(jump.label());
        if (aside != null) {
            if (alone) out.add(" $1L = $1L;", names.state);
            // what follows stands on the line that the jump is on
            out.add(aside).add("}$L", Marks.at(line));
        } else if (leaving) {
            // behind code that none of its jumps leaves nothing could be reached
            if (!jump.stopped()) left.add(jump.label());
            out.add(" $L = $L; break $L; }", names.target, state(jump.label()), names.left);
        } else {
            out.add(" ").add(jump(jump.label(), " ")).add("}");
        }
    }

    /**
     * Code that {@linkplain Flow.Op.Run#mayStopJumps may stop its jumps}: until it has been left, the state stays what it is, so that a failure meanwhile finds the
     * handlers of the place where it happens; and what its {@code finally} blocks change is changed before another section is given the variables.
     */
    CodeBlock writeLeaving(Code code, CodeBlock mark, boolean completes) {
        leaving = true;
        left.clear();
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("{\nint $L = -1;\n$L: {\n", names.target, names.left)
                .add(mark)
                .add(write(code))
                .add("\n");
        if (completes) out.add("$L = -1;\n", names.target);
        out.add("}\n");
        left.stream()
                .filter(label -> !section.contains(label))
                .forEach(label -> out.add("if ($L == $L) {\n", names.target, state(label))
                        .add(elsewhere(label, "\n"))
                        .add("}\n"));
        if (left.stream().anyMatch(section::contains)) {
            resumes = true;
            out.add(
                    "if ($L >= 0) {\n$L = $L;\ncontinue $L;\n}\n",
                    names.target,
                    names.state,
                    names.target,
                    names.resume);
        }
        leaving = false;
        return out.add("}").build();
    }

    /** Whether any of what has been written goes on at another state. */
    boolean resumes() {
        return resumes;
    }

    // state = 3; continue resume;
    CodeBlock jump(Label to) {
        return jump(to, "\n");
    }

    private CodeBlock jump(Label to, String separator) {
        if (section.contains(to)) {
            resumes = true;
            return CodeBlock.of("$L = $L;$Lcontinue $L;$L", names.state, state(to), separator, names.resume, separator);
        }
        return elsewhere(to, separator);
    }

    // frame.uri = uri; return frame.jump(driver, 3, value);
    private CodeBlock elsewhere(Label to, String separator) {
        return CodeBlock.builder()
                .add(save(to, separator))
                .add(
                        "return $L.$L($L, $L, $L);$L",
                        names.frame,
                        RuntimeNames.JUMP,
                        names.driver,
                        state(to),
                        names.value,
                        separator)
                .build();
    }

    // frame.uri = uri;
    CodeBlock save(Label to, String separator) {
        CodeBlock.Builder out = CodeBlock.builder();
        for (Variable variable : section.saved(to, liveness)) {
            out.add("$L.$L = $L;$L", names.frame, names.of(variable), names.of(variable), separator);
        }
        for (Variable variable : section.dropped(to, liveness)) {
            out.add("$L.$L = null;$L", names.frame, names.of(variable), separator);
        }
        return out.build();
    }

    /** {@code value} as it is assigned to a {@code type}: through a cast, where the type is assumed. */
    CodeBlock as(Type type, CodeBlock value) {
        if (!type.assumed()) return value;
        return CodeBlock.builder()
                .add("(")
                .add(write(type.code()))
                .add(") ($T) (", Object.class)
                .add(value)
                .add(")")
                .build();
    }

    int state(Label label) {
        return states.of(label);
    }

    // final var x$1 = x;
    private CodeBlock copy(Variable variable, int site) {
        return CodeBlock.of("final var $L = $L;", names.copy(variable, site), names.of(variable));
    }

    /** The copies that the lambdas in {@code code} need in front of it. */
    CodeBlock copiesFor(Code code) {
        Set<Integer> made = new LinkedHashSet<>();
        Map<Part.Captured, Variable> wanted = new LinkedHashMap<>();
        code.forEach(part -> {
            if (part instanceof Part.Copies copies) made.add(copies.site());
            if (part instanceof Part.Captured captured && shared.contains(captured.variable())) {
                wanted.put(captured, captured.variable());
            }
        });
        CodeBlock.Builder out = CodeBlock.builder();
        wanted.keySet().stream()
                .filter(captured -> !made.contains(captured.site()))
                .forEach(captured ->
                        out.add(copy(captured.variable(), captured.site())).add("\n"));
        return out.build();
    }

    /** From now on, the jumps to these labels in the midst of code are written so. */
    void setAsides(Map<Label, CodeBlock> asides) {
        this.asides = asides;
    }

    /** What the body returns for {@code completion}. */
    CodeBlock result(Completion completion) {
        if (completion instanceof Completion.Value value) {
            if (RuntimeNames.isPassedUnboxed(value.type().kind()))
                return tuning.unboxed() ? unboxed(value) : boxed(value);
            return CodeBlock.builder()
                    .add("$T.<", RuntimeNames.AWAIT)
                    .add(write(value.type().code()))
                    .add(">$L(", RuntimeNames.DONE)
                    .add(as(value.type(), write(value.value())))
                    .add(")")
                    .build();
        }
        if (completion instanceof Completion.Tail tail) return awaited(tail.awaitable(), tail.kind());
        return CodeBlock.of("null");
    }

    // Await.doneInt(driver, x)
    private CodeBlock unboxed(Completion.Value value) {
        String function = RuntimeNames.done(value.type().kind());
        return CodeBlock.builder()
                .add("$T.$L($L, ", RuntimeNames.AWAIT, function, names.driver)
                .add(write(value.value()))
                .add(")")
                .build();
    }

    // Await.<Integer>done(x)
    private CodeBlock boxed(Completion.Value value) {
        return CodeBlock.builder()
                .add(
                        "$T.<$T>$L(",
                        RuntimeNames.AWAIT,
                        TypeNames.of(value.type()).box(),
                        RuntimeNames.DONE)
                .add(write(value.value()))
                .add(")")
                .build();
    }

    /** {@code Await.of(driver, x)}. */
    CodeBlock awaited(Code operand, AwaitKind kind) {
        String function = kind == AwaitKind.STAGE ? RuntimeNames.OF_STAGE : RuntimeNames.OF;
        return CodeBlock.builder()
                .add("$T.$L($L, ", RuntimeNames.AWAIT, function, names.driver)
                .add(write(operand))
                .add(")")
                .build();
    }
}
