package dev.javait.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Region;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of the method, or of the methods, that run the states. */
final class BodyWriter {
    private static final int CHAIN = 8;

    private final AsyncMethod method;
    private final Flow flow;
    private final Flow.Liveness liveness;
    private final Names names;
    private final Set<Variable> passed;
    private final Entry entry;
    private final List<Section> sections;
    private final Tuning tuning;
    private final List<List<Case>> layouts;
    private final States states;
    /** Each suspension by the label that it resumes at. */
    private final Map<Label, Terminator.Suspend> suspensions = new IdentityHashMap<>();

    BodyWriter(
            AsyncMethod method,
            Flow flow,
            Flow.Liveness liveness,
            Names names,
            Entry entry,
            List<Section> sections,
            Tuning tuning) {
        this.method = method;
        this.flow = flow;
        this.liveness = liveness;
        this.names = names;
        this.entry = entry;
        this.sections = sections;
        this.tuning = tuning;
        this.passed = Set.copyOf(entry.passed());
        this.layouts = Layout.of(sections, tuning);
        this.states = States.of(layouts);
        for (Block block : flow.blocks()) {
            if (block.end() instanceof Terminator.Suspend suspend) suspensions.put(suspend.resume(), suspend);
        }
    }

    boolean isInSections() {
        return sections.size() > 1;
    }

    List<Section> sections() {
        return sections;
    }

    static String sectionName(String bodyName, int number) {
        return bodyName + "$" + (number + 1);
    }

    // for (;;) {
    //     value = state < 40 ? fetch$async$1(frame, state, value, error) : fetch$async$2(…);
    //     if (value != Await.ELSEWHERE) return value;
    //     state = frame.elsewhere(); value = Await.taken(driver); error = null; }
    CodeBlock dispatch(String bodyName) {
        String arguments = Stream.of(names.driver, names.frame, names.state, names.value, names.error)
                .collect(Collectors.joining(", ", method.self() == null ? "(" : "(" + names.self + ", ", ")"));
        CodeBlock.Builder out = CodeBlock.builder().beginControlFlow("for (;;)");
        callSection(out, bodyName, arguments, 0, sections.size());
        out.addStatement("if ($1L != $2T.ELSEWHERE) return $1L", names.value, RuntimeNames.AWAIT);
        out.addStatement("$L = $L.elsewhere()", names.state, names.frame);
        out.addStatement("$L = $T.carried($L)", names.value, RuntimeNames.AWAIT, names.driver);
        out.addStatement("$L = null", names.error);
        return out.endControlFlow().build();
    }

    /** Calls that one of the sections from {@code first} to before {@code end} whose state it is; of many by halves, for javac reads {@code else if} by recursion. */
    private void callSection(CodeBlock.Builder out, String bodyName, String arguments, int first, int end) {
        if (end - first > CHAIN) {
            int middle = (first + end) / 2;
            out.beginControlFlow("if ($L < $L)", names.state, firstState(middle));
            callSection(out, bodyName, arguments, first, middle);
            out.nextControlFlow("else");
            callSection(out, bodyName, arguments, middle, end);
            out.endControlFlow();
            return;
        }
        for (int i = first; i < end; i++) {
            boolean last = i == end - 1;
            if (i > first) out.add("else ");
            if (!last) out.add("if ($L < $L) ", names.state, firstState(i + 1));
            out.addStatement(
                    "$L = $L$L$L", names.value, TypeArguments.ofBody(method), sectionName(bodyName, i), arguments);
        }
    }

    private int firstState(int section) {
        return states.of(sections.get(section).blocks().get(0).label());
    }

    CodeBlock write() {
        return write(0);
    }

    CodeBlock write(int section) {
        return new SectionWriter(sections.get(section), layouts.get(section)).write();
    }

    boolean suspends() {
        return !suspensions.isEmpty();
    }

    boolean isState(Label label) {
        return states.contains(label);
    }

    int state(Label label) {
        return states.of(label);
    }

    private final class SectionWriter {
        private final Section section;
        private final List<Case> cases;
        private final CodeWriter code;
        private final BlockWriter blocks;

        SectionWriter(Section section, List<Case> cases) {
            this.section = section;
            this.cases = cases;
            this.code = new CodeWriter(names, liveness, states, section, tuning);
            this.blocks = new BlockWriter(method, liveness, names, code, suspensions, entry.direct());
        }

        CodeBlock write() {
            CodeBlock.Builder out = CodeBlock.builder();
            declarations(out);
            restore(out);
            boolean protects = section.blocks().stream().anyMatch(block -> block.region() != null);
            if (flow.blocks().size() == 1 && !protects) {
                blocks.write(out, cases.get(0).tree());
                return out.build();
            }
            CodeBlock states = states();
            if (protects) guarded(out, states);
            else plain(out, states);
            return out.build();
        }

        // resume: for (;;) { switch (state) { … } }
        private void plain(CodeBlock.Builder out, CodeBlock states) {
            out.addStatement("if ($1L != null) throw $1L", names.error);
            if (!code.resumes()) {
                out.add(states);
                return;
            }
            out.add("$L:\n", names.resume);
            out.beginControlFlow("for (;;)").add(states).endControlFlow();
        }

        // resume: for (;;) { try { if (error != null) { … throw thrown; } switch (state) { … } } catch … }
        private void guarded(CodeBlock.Builder out, CodeBlock states) {
            out.add("$L:\n", names.resume);
            out.beginControlFlow("for (;;)").beginControlFlow("try");
            out.beginControlFlow("if ($L != null)", names.error);
            out.addStatement("$T $L = $L", Throwable.class, names.thrown, names.error);
            out.addStatement("$L = null", names.error);
            out.addStatement("throw $L", names.thrown);
            out.endControlFlow();
            out.add(states);
            handlers(out);
            out.endControlFlow();
        }

        // URI uri = null;
        private void declarations(CodeBlock.Builder out) {
            for (Variable variable : section.variables()) {
                if (passed.contains(variable)) continue;
                out.add(code.write(variable.type().code()))
                        .add(
                                " $L = $L;\n",
                                names.of(variable),
                                variable.type().kind().defaultValue());
            }
        }

        // switch (state) { case 3, 6 -> { page = frame.page; frame.page = null; } … }
        private void restore(CodeBlock.Builder out) {
            Map<Integer, List<Variable>> saved = new TreeMap<>();
            section.entries().forEach((label, live) -> saved.put(code.state(label), withoutPassed(live)));
            saved.values().removeIf(List::isEmpty);
            if (saved.isEmpty()) return;
            Map<List<Variable>, List<String>> states = new LinkedHashMap<>();
            saved.forEach((state, live) ->
                    states.computeIfAbsent(live, k -> new ArrayList<>()).add(state.toString()));
            boolean one = saved.size() == 1;
            if (!one) out.beginControlFlow("switch ($L)", names.state);
            states.forEach((live, of) -> {
                if (one) out.beginControlFlow("if ($L == $L)", names.state, of.get(0));
                else out.beginControlFlow("case $L ->", String.join(", ", of));
                live.forEach(variable -> take(out, variable));
                out.endControlFlow();
            });
            if (!one) out.endControlFlow();
        }

        private void take(CodeBlock.Builder out, Variable variable) {
            String name = names.of(variable);
            out.addStatement("$1L = $2L.$1L", name, names.frame);
            if (variable.type().isReference()) out.addStatement("$2L.$1L = null", name, names.frame);
        }

        private List<Variable> withoutPassed(List<Variable> variables) {
            return variables.stream()
                    .filter(variable ->
                            !passed.contains(variable) && !section.passing().contains(variable))
                    .toList();
        }

        private CodeBlock states() {
            CodeBlock.Builder out = CodeBlock.builder();
            out.beginControlFlow("switch ($L)", names.state);
            for (int i = 0; i < cases.size(); i++) {
                Case one = cases.get(i);
                if (!one.continues()) begin(out, one.entries());
                if (one.loops()) loop(out, one);
                else blocks.write(out, one.tree());
                if (i + 1 == cases.size() || !cases.get(i + 1).continues())
                    out.unindent().add("}\n");
            }
            out.add("default:\n")
                    .indent()
                    .addStatement("throw new $T($L)", AssertionError.class, names.state)
                    .unindent();
            return out.endControlFlow().build();
        }

        // case 3: { // Downloads.java:12: response = await(client.get(uri))
        private void begin(CodeBlock.Builder out, List<Block> entries) {
            for (int i = 0; i < entries.size(); i++) {
                Block entry = entries.get(i);
                Terminator.Suspend resumed = suspensions.get(entry.label());
                String comment = resumed == null ? "" : " // " + Comment.of(resumed, method.userFile(), names);
                String brace = i + 1 == entries.size() ? " {" : "";
                out.add("case $L:$L$L\n", code.state(entry.label()), brace, comment);
            }
            out.indent();
        }

        // loop: for (;;) { … }
        private void loop(CodeBlock.Builder out, Case one) {
            if (one.namesLoop()) out.add("$L:\n", names.loop);
            out.beginControlFlow("for (;;)");
            turn(out, one, one.turn().size() - 1);
            out.endControlFlow();
        }

        // if (state != 3) { … } else { state = 2; } …
        private void turn(CodeBlock.Builder out, Case one, int last) {
            if (last > 0) {
                out.beginControlFlow(
                        "if ($L != $L)",
                        names.state,
                        code.state(one.entries().get(last).label()));
                turn(out, one, last - 1);
                out.nextControlFlow("else");
                out.addStatement("$L = $L", names.state, code.state(one.block().label()));
                out.endControlFlow();
            }
            one.turn().get(last).forEach(tree -> blocks.write(out, tree));
        }

        // } catch (Throwable thrown) { switch (state) { case 1, 2 -> { failure = Await.caught(thrown); state = 5; }
        // default -> throw
        // thrown; } }
        private void handlers(CodeBlock.Builder out) {
            out.nextControlFlow("catch ($T $L)", Throwable.class, names.thrown);
            out.beginControlFlow("switch ($L)", names.state);
            Map<Region, StringBuilder> lists = new LinkedHashMap<>();
            for (Case one : cases) {
                @Nullable Region region = one.block().region();
                if (region == null || one.continues()) continue;
                StringBuilder list = lists.computeIfAbsent(region, r -> new StringBuilder());
                for (Block entry : one.entries())
                    list.append(list.isEmpty() ? "" : ", ").append(code.state(entry.label()));
            }
            lists.forEach((region, list) -> {
                out.beginControlFlow("case $L ->", list);
                out.addStatement(
                        "$L = $T.$L($L)",
                        names.of(region.caught()),
                        RuntimeNames.AWAIT,
                        RuntimeNames.CAUGHT,
                        names.thrown);
                if (section.contains(region.handler())) {
                    out.addStatement("$L = $L", names.state, code.state(region.handler()));
                } else {
                    out.add(code.jump(region.handler()));
                }
                out.endControlFlow();
            });
            out.addStatement("default -> throw $L", names.thrown);
            out.endControlFlow();
            out.endControlFlow();
        }
    }
}
