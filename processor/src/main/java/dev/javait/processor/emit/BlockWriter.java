package dev.javait.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Op;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One block of the flow graph as Java statements. */
final class BlockWriter {
    private final AsyncMethod method;
    private final Flow.Liveness liveness;
    private final Names names;
    private final CodeWriter code;
    private final boolean direct;

    /** @param direct whether there may be no frame yet */
    BlockWriter(AsyncMethod method, Flow.Liveness liveness, Names names, CodeWriter code, boolean direct) {
        this.method = method;
        this.liveness = liveness;
        this.names = names;
        this.code = code;
        this.direct = direct;
    }

    /** @param next the block that stands behind {@code block} in the file, where control falls through to */
    void write(CodeBlock.Builder out, Block block, @Nullable Block next) {
        for (Op op : block.ops()) {
            if (op instanceof Op.Run run && run.mayStopJumps()) leave(out, block, run);
            else op(out, op);
        }
        end(out, block, next);
    }

    private void leave(CodeBlock.Builder out, Block block, Op.Run run) {
        boolean isLast = block.ops().get(block.ops().size() - 1) == run;
        boolean completes = !(isLast && block.end() instanceof Terminator.Unreachable);
        boolean marksItself =
                !run.code().parts().isEmpty() && run.code().parts().get(0) instanceof Part.Line;
        CodeBlock mark = marksItself ? CodeBlock.of("") : CodeBlock.of("$L", Marks.at(run.line()));
        out.add(code.copiesFor(run.code()))
                .add(code.writeLeaving(run.code(), mark, completes))
                .add("\n");
    }

    private void op(CodeBlock.Builder out, Op op) {
        if (op instanceof Op.Run run) {
            out.add(code.copiesFor(run.code()))
                    .add(marked(run.line(), run.code()))
                    .add("\n");
        } else if (op instanceof Op.Assign assign) {
            assign(out, assign);
        } else if (op instanceof Op.Declare declare && !isShared(declare.variable())) {
            out.add("$L", Marks.at(declare.line()))
                    .add(code.write(declare.variable().type().code()))
                    .add(" $L;\n", names.of(declare.variable()));
        }
    }

    // var x = f();
    private void assign(CodeBlock.Builder out, Op.Assign assign) {
        Variable variable = assign.variable();
        out.add(code.copiesFor(assign.value())).add("$L", Marks.at(assign.line()));
        CodeBlock value = code.write(assign.value());
        boolean inferred = assign.declares() && !isShared(variable) && variable.inferred();
        if (inferred) {
            out.add("var ");
        } else {
            if (assign.declares() && !isShared(variable))
                out.add(code.write(variable.type().code())).add(" ");
            value = code.as(variable.type(), value);
        }
        out.add("$L = ", names.of(variable)).add(value).add(";\n");
    }

    private boolean isShared(Variable variable) {
        return liveness.shared().contains(variable);
    }

    private CodeBlock marked(int line, Code text) {
        boolean marksItself = !text.parts().isEmpty() && text.parts().get(0) instanceof Part.Line;
        CodeBlock block = code.write(text);
        return marksItself
                ? block
                : CodeBlock.builder().add("$L", Marks.at(line)).add(block).build();
    }

    private void end(CodeBlock.Builder out, Block block, @Nullable Block next) {
        Terminator end = block.end();
        if (end instanceof Terminator.Goto go) {
            jump(out, block, go.label(), next);
        } else if (end instanceof Terminator.Branch branch) {
            branch(out, block, branch, next);
        } else if (end instanceof Terminator.Suspend suspend) {
            suspend(out, block, suspend, next);
        } else if (end instanceof Terminator.Dispatch dispatch) {
            dispatch(out, dispatch);
        } else if (end instanceof Terminator.Select select) {
            select(out, select);
        } else if (end instanceof Terminator.Leave leave) {
            leave.completion().codes().forEach(c -> out.add(code.copiesFor(c)));
            out.add("$Lreturn ", Marks.at(leave.line()))
                    .add(code.result(leave.completion()))
                    .add(";\n");
        } else if (end instanceof Terminator.Throw fail) {
            out.add(code.copiesFor(fail.operand()));
            out.add("$Lthrow ", Marks.at(fail.line()))
                    .add(code.write(fail.operand()))
                    .add(";\n");
        }
    }

    // state = 3; continue resume;
    private void jump(CodeBlock.Builder out, Block from, Label to, @Nullable Block next) {
        if (next == null || !next.label().equals(to)) {
            jump(out, to);
        } else if (!Objects.equals(from.region(), next.region())) {
            out.addStatement("$L = $L", names.state, code.state(to));
        }
    }

    // if (condition) { state = 3; continue resume; }
    private void branch(CodeBlock.Builder out, Block from, Terminator.Branch branch, @Nullable Block next) {
        out.add(code.copiesFor(branch.condition())).add("$Lif (", Marks.at(branch.line()));
        boolean negated = next != null && next.label().equals(branch.whenTrue());
        Code condition = negated ? Conditions.negated(branch.condition()) : Conditions.bare(branch.condition());
        out.add(code.write(condition)).add(") {\n").indent();
        jump(out, from, negated ? branch.whenFalse() : branch.whenTrue(), null);
        out.unindent().add("}\n");
        jump(out, from, negated ? branch.whenTrue() : branch.whenFalse(), next);
    }

    // value = Await.of(driver, x);
    // if (value == Await.SUSPENDED) {
    //     if (frame == null) frame = new Downloads$fetch(self, driver);
    //     frame.uri = uri;
    //     return frame.suspend(driver, 3); }
    private void suspend(CodeBlock.Builder out, Block from, Terminator.Suspend suspend, @Nullable Block next) {
        out.add(code.copiesFor(suspend.awaitable()));
        if (suspend.kind() == AwaitKind.EMIT) {
            emit(out, suspend);
            return;
        }
        out.add("$L$L = ", Marks.at(suspend.line()), names.value)
                .add(code.awaited(suspend.awaitable(), suspend.kind()))
                .add(";\n");
        out.beginControlFlow("if ($L == $T.$L)", names.value, RuntimeNames.AWAIT, RuntimeNames.SUSPENDED);
        if (direct) makeFrame(out);
        save(out, suspend);
        out.addStatement(
                "return $L.$L($L, $L)", names.frame, RuntimeNames.SUSPEND, names.driver, code.state(suspend.resume()));
        out.endControlFlow();
        jump(out, from, suspend.resume(), next);
    }

    private void makeFrame(CodeBlock.Builder out) {
        out.addStatement(
                "if ($1L == null) $1L = new $2T$3L($4L$5L)",
                names.frame,
                ClassName.get(method.packageName(), method.frameName()),
                method.typeParameters().isEmpty() ? "" : "<>",
                method.self() == null ? "" : names.self + ", ",
                names.driver);
    }

    // frame.uri = uri;
    private void save(CodeBlock.Builder out, Terminator.Suspend suspend) {
        for (Variable variable : liveness.liveAtResume().getOrDefault(suspend.resume(), List.of())) {
            out.addStatement("$1L.$2L = $2L", names.frame, names.of(variable));
        }
    }

    // value = Await.<Message>done(x); frame.uri = uri; return frame.emit(3, value);
    private void emit(CodeBlock.Builder out, Terminator.Suspend suspend) {
        out.add("$L$L = ", Marks.at(suspend.line()), names.value)
                .add(code.result(new Completion.Value(suspend.awaitable(), method.result())))
                .add(";\n");
        save(out, suspend);
        out.addStatement(
                "return $L.$L($L, $L)", names.frame, RuntimeNames.EMIT, code.state(suspend.resume()), names.value);
    }

    // switch (selector) { case A -> { state = 3; continue resume; } … }
    private void dispatch(CodeBlock.Builder out, Terminator.Dispatch dispatch) {
        Code read = dispatch.selector();
        for (Flow.Arm arm : dispatch.arms()) read = Code.join(read, arm.labels());
        out.add(code.copiesFor(read));
        out.add("$Lswitch (", Marks.at(dispatch.line()))
                .add(code.write(dispatch.selector()))
                .add(") {\n")
                .indent();
        for (Flow.Arm arm : dispatch.arms()) {
            out.add(code.write(arm.labels())).add(" -> {\n").indent();
            for (Variable binding : arm.bindings()) {
                if (isShared(binding)) {
                    CodeBlock bound = CodeBlock.of("$L", code.bindingName(binding));
                    out.addStatement("$L = $L", names.of(binding), code.as(binding.type(), bound));
                }
            }
            jump(out, arm.label());
            out.unindent().add("}\n");
        }
        Code missing = dispatch.missing();
        if (missing != null && !missing.parts().isEmpty()) {
            out.add("default -> ").add(code.write(missing)).add("\n");
        } else if (missing == null && dispatch.otherwise() != null) {
            out.add("default -> {\n").indent();
            jump(out, dispatch.otherwise());
            out.unindent().add("}\n");
        }
        out.unindent().add("}\n");
    }

    private void jump(CodeBlock.Builder out, Label to) {
        out.add(code.jump(to));
    }

    // switch (pending) { case 1 -> { … } default -> { … } }
    private void select(CodeBlock.Builder out, Terminator.Select select) {
        out.beginControlFlow("switch ($L)", names.of(select.selector()));
        for (int i = 0; i < select.labels().size(); i++) {
            boolean last = i == select.labels().size() - 1;
            out.beginControlFlow(last ? "default ->" : "case " + i + " ->");
            jump(out, select.labels().get(i));
            out.endControlFlow();
        }
        out.endControlFlow();
    }
}
