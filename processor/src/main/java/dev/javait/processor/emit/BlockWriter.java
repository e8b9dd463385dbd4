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
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One block of the flow graph as Java statements. */
final class BlockWriter {
    private final AsyncMethod method;
    private final Flow.Liveness liveness;
    private final Names names;
    private final CodeWriter code;
    private final Map<Label, Terminator.Suspend> suspensions;
    private final boolean direct;

    /**
     * @param suspensions by where the method resumes after them
     * @param direct whether there may be no frame yet
     */
    BlockWriter(
            AsyncMethod method,
            Flow.Liveness liveness,
            Names names,
            CodeWriter code,
            Map<Label, Terminator.Suspend> suspensions,
            boolean direct) {
        this.method = method;
        this.liveness = liveness;
        this.names = names;
        this.code = code;
        this.suspensions = suspensions;
        this.direct = direct;
    }

    /** A block with what stands in it. */
    void write(CodeBlock.Builder out, Tree tree) {
        Block block = tree.block();
        Terminator.Suspend resumed = suspensions.get(block.label());
        if (resumed != null) received(out, resumed);
        code.setAsides(asides(tree));
        for (int i = 0; i < block.ops().size(); i++) {
            Op op = block.ops().get(i);
            if (op instanceof Op.Stop stop) stop(out, stop, tree, i + 1);
            else if (op instanceof Op.Run run && run.mayStopJumps()) leave(out, block, run);
            else op(out, op);
        }
        end(out, tree);
    }

    // { continue loop; } or { i++; continue loop; }
    private Map<Label, CodeBlock> asides(Tree tree) {
        Map<Label, CodeBlock> asides = new IdentityHashMap<>();
        tree.aside().forEach((label, path) -> {
            CodeBlock.Builder written = CodeBlock.builder();
            if (path instanceof Path.Repeats) {
                written.add(" continue $L; ", names.loop);
            } else if (path instanceof Path.Breaks) {
                written.add(" break $L; ", names.loop);
            } else {
                written.add("\n").indent();
                path(written, path);
                written.unindent();
            }
            asides.put(label, written.build());
        });
        return asides;
    }

    // response = (HttpResponse<String>) value;
    private void received(CodeBlock.Builder out, Terminator.Suspend suspend) {
        Variable result = suspend.result();
        if (result == null) return;
        out.add("$L", Marks.at(suspend.line()));
        if (!liveness.shared().contains(result))
            out.add(code.write(result.type().code())).add(" ");
        out.add("$L = ", names.of(result)).add(taken(result.type())).add(";\n");
    }

    private CodeBlock taken(Type type) {
        if (RuntimeNames.isPassedUnboxed(type.kind())) {
            return CodeBlock.of(
                    "$T.$L($L, $L)", RuntimeNames.AWAIT, RuntimeNames.value(type.kind()), names.driver, names.value);
        }
        CodeBlock.Builder cast = CodeBlock.builder().add("(").add(code.write(type.code()));
        return TypeNames.mayBeNumber(type)
                ? cast.add(") $T.$L($L, $L)", RuntimeNames.AWAIT, RuntimeNames.VALUE, names.driver, names.value)
                        .build()
                : cast.add(") $L", names.value).build();
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

    // state = state;
    private void stop(CodeBlock.Builder out, Op.Stop stop, Tree tree, int next) {
        List<Op> ops = tree.block().ops();
        boolean last = next == ops.size();
        if (!last && ops.get(next).line() == stop.line()) return;
        out.add("$L", Marks.at(stop.line()));
        boolean jumps = tree.block().end() instanceof Terminator.Goto
                && (tree.end() instanceof Path.Jumps || tree.end() instanceof Path.Enters);
        if (!last || !jumps) out.add("$1L = $1L;\n", names.state);
    }

    // var x = f();
    private void assign(CodeBlock.Builder out, Op.Assign assign) {
        Variable variable = assign.variable();
        out.add(code.copiesFor(assign.value())).add("$L", Marks.at(assign.line()));
        CodeBlock value = code.write(assign.value());
        boolean inferred = assign.declares()
                && !isShared(variable)
                && variable.inferred()
                && !variable.type().assumed();
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
        CodeBlock block = code.write(text, line);
        return marksItself
                ? block
                : CodeBlock.builder().add("$L", Marks.at(line)).add(block).build();
    }

    private void end(CodeBlock.Builder out, Tree tree) {
        Terminator end = tree.block().end();
        if (end instanceof Terminator.Branch branch && tree.fork() != null) {
            out.add(code.copiesFor(branch.condition()));
            fork(out, branch, tree.fork());
        } else if (end instanceof Terminator.Suspend suspend) {
            suspend(out, suspend);
        } else if (end instanceof Terminator.Dispatch dispatch) {
            dispatch(out, dispatch, tree);
        } else if (end instanceof Terminator.Select select) {
            select(out, select, tree);
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
        path(out, tree.end());
    }

    private void path(CodeBlock.Builder out, Path path) {
        if (path instanceof Path.Stands stands) write(out, stands.tree());
        else if (path instanceof Path.Jumps jump) out.add(code.jump(jump.label()));
        else if (path instanceof Path.Enters enters)
            out.addStatement("$L = $L", names.state, code.state(enters.label()));
        else if (path instanceof Path.Breaks) out.addStatement("break $L", names.loop);
        else if (path instanceof Path.Repeats repeats && !repeats.last()) out.addStatement("continue $L", names.loop);
    }

    // if (condition) { state = 3; continue resume; }
    private void fork(CodeBlock.Builder out, Terminator.Branch branch, Tree.Fork fork) {
        Code condition = fork.negated() ? Conditions.negated(branch.condition()) : Conditions.bare(branch.condition());
        out.add("$Lif (", Marks.at(branch.line())).add(code.write(condition)).add(") {\n");
        out.indent();
        path(out, fork.then());
        out.unindent().add("}");
        if (fork.otherwise() != null) otherwise(out, fork.otherwise());
        else out.add("\n");
    }

    // else if (condition) { … }
    private void otherwise(CodeBlock.Builder out, Path otherwise) {
        out.add(" else ");
        if (otherwise instanceof Path.Stands stands
                && stands.tree().isOnlyFork()
                && stands.tree().fork() != null
                && stands.tree().block().end() instanceof Terminator.Branch branch
                && code.copiesFor(branch.condition()).isEmpty()) {
            fork(out, branch, stands.tree().fork());
        } else {
            out.add("{\n").indent();
            path(out, otherwise);
            out.unindent().add("}\n");
        }
    }

    // value = Await.of(driver, x);
    // if (value == Await.SUSPENDED) {
    //     if (frame == null) frame = new Downloads$fetch(self, driver);
    //     frame.uri = uri;
    //     return frame.suspend(driver, 3); }
    private void suspend(CodeBlock.Builder out, Terminator.Suspend suspend) {
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
        out.add(code.save(suspend.resume(), "\n"));
        out.addStatement(
                "return $L.$L($L, $L)", names.frame, RuntimeNames.SUSPEND, names.driver, code.state(suspend.resume()));
        out.endControlFlow();
    }

    private void makeFrame(CodeBlock.Builder out) {
        out.addStatement(
                "if ($1L == null) $1L = new $2T$3L($4L$5L)",
                names.frame,
                ClassName.get(method.packageName(), method.frameName()),
                TypeArguments.ofFrame(method),
                method.self() == null ? "" : names.self + ", ",
                names.driver);
    }

    // value = Await.<Message>done(x); frame.uri = uri; return frame.emit(3, value);
    private void emit(CodeBlock.Builder out, Terminator.Suspend suspend) {
        out.add("$L$L = ", Marks.at(suspend.line()), names.value)
                .add(code.result(new Completion.Value(suspend.awaitable(), method.result())))
                .add(";\n");
        out.add(code.save(suspend.resume(), "\n"));
        out.addStatement(
                "return $L.$L($L, $L)", names.frame, RuntimeNames.EMIT, code.state(suspend.resume()), names.value);
    }

    // switch (selector) { case A -> { state = 3; continue resume; } … }
    private void dispatch(CodeBlock.Builder out, Terminator.Dispatch dispatch, Tree tree) {
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
            aside(out, tree, arm.label());
            out.unindent().add("}\n");
        }
        Code missing = dispatch.missing();
        if (missing != null && !missing.parts().isEmpty()) {
            out.add("default -> ").add(code.write(missing)).add("\n");
        } else if (missing == null && dispatch.otherwise() != null) {
            out.add("default -> {\n").indent();
            aside(out, tree, dispatch.otherwise());
            out.unindent().add("}\n");
        }
        out.unindent().add("}\n");
    }

    private void aside(CodeBlock.Builder out, Tree tree, Label to) {
        path(out, tree.aside().getOrDefault(to, new Path.Jumps(to)));
    }

    // switch (pending) { case 1 -> { … } default -> { … } }
    private void select(CodeBlock.Builder out, Terminator.Select select, Tree tree) {
        out.beginControlFlow("switch ($L)", names.of(select.selector()));
        for (int i = 0; i < select.labels().size(); i++) {
            boolean last = i == select.labels().size() - 1;
            out.beginControlFlow(last ? "default ->" : "case " + i + " ->");
            aside(out, tree, select.labels().get(i));
            out.endControlFlow();
        }
        out.endControlFlow();
    }
}
