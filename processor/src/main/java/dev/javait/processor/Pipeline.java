package dev.javait.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.javait.processor.check.BodyCheck;
import dev.javait.processor.check.SignatureCheck;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.emit.Tuning;
import dev.javait.processor.link.LinkException;
import dev.javait.processor.link.Linker;
import dev.javait.processor.lint.LintLevels;
import dev.javait.processor.lint.Lints;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.read.Erroneous;
import dev.javait.processor.read.MethodReader;
import dev.javait.processor.read.Unsupported;
import dev.javait.processor.tree.AsyncCode;
import dev.javait.processor.tree.Finding;
import dev.javait.processor.tree.Mistakes;
import dev.javait.processor.tree.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The recipe. After javac has analysed a class: check → read → spill → flatten → liveness → emit, method by method. After javac
 * has written all classes: link.
 */
final class Pipeline {
    private final ProcessingEnvironment env;
    private final Trees trees;
    private final FrameNames frameNames;
    private final PackageTypes packageTypes;
    private final LintLevels levels;
    private final Passes passes;
    private final Map<StateMachine, TreePath> machines = new LinkedHashMap<>();
    private final Map<TreePath, Throwable> failures = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    Pipeline(ProcessingEnvironment env, Trees trees) {
        this.env = env;
        this.trees = trees;
        this.frameNames = new FrameNames(env.getElementUtils());
        this.packageTypes = new PackageTypes(env.getElementUtils());
        this.levels = LintLevels.of(env.getOptions().get(LintLevels.OPTION));
        levels.mistakes().forEach(this::reportOption);
        this.passes = new Passes(Tuning.of(env.getOptions().get(Tuning.OPTION), this::reportOption));
    }

    private void reportOption(String mistake) {
        env.getMessager().printMessage(Diagnostic.Kind.ERROR, mistake);
    }

    /** javac has attributed and flow-checked the class at {@code path}. */
    void analyzed(TreePath path) {
        var source = new Source(trees, path.getCompilationUnit());
        boolean speaksOfUs = source.mentions("dev.javait");
        var findings = new ArrayList<Finding>();
        try {
            if (speaksOfUs) findings.addAll(BodyCheck.run(source, env.getElementUtils(), env.getTypeUtils(), path));
            // a coroutine can be dropped where nothing of Javait is imported
            findings.addAll(Lints.run(source, env.getElementUtils(), env.getTypeUtils(), levels, path));
        } catch (RuntimeException e) {
            failed(source, path, e);
        }
        report(source, path, findings);
        if (speaksOfUs && findings.stream().noneMatch(Finding::isError)) rewriteMethods(source, path);
    }

    /** Where javac could not make out what the user means, its own errors are to be mended first, and neither can we. */
    private void report(Source source, TreePath path, List<Finding> findings) {
        if (findings.isEmpty() || Mistakes.around(source, path)) return;
        for (Finding finding : findings)
            trees.printMessage(finding.kind(), finding.text(), finding.tree(), path.getCompilationUnit());
    }

    private void failed(Source source, TreePath path, Throwable failure) {
        if (!Mistakes.around(source, path)) failures.put(path, failure);
    }

    private void rewriteMethods(Source source, TreePath path) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree node, Void unused) {
                Element element = trees.getElement(getCurrentPath());
                if (element instanceof ExecutableElement method && isRewritten(method))
                    rewrite(source, getCurrentPath(), method);
                return super.visitMethod(node, null);
            }
        }.scan(path, null);
    }

    private static boolean isRewritten(ExecutableElement method) {
        return AsyncCode.isMethod(method) && SignatureCheck.run(method).isEmpty();
    }

    private void rewrite(Source source, TreePath path, ExecutableElement method) {
        String hiding = packageTypes.hidesRuntime(env.getElementUtils().getPackageOf(method));
        if (hiding != null) {
            String text = Message.UNSUPPORTED.with(
                    "a class dev beside a class " + hiding + " in the package", "give one of the two another name");
            report(source, path, List.of(new Finding(Diagnostic.Kind.ERROR, path.getLeaf(), text)));
            return;
        }
        try {
            // the user's trees → the model; what holds no await is opaque
            for (AsyncMethod read : MethodReader.read(env, source, path, frameNames.next(method))) {
                passes.add(read, packageTypes.hideJavaLang(env.getElementUtils().getPackageOf(method)), path);
            }
        } catch (Unsupported e) {
            var finding = new Finding(Diagnostic.Kind.ERROR, e.tree(), String.valueOf(e.getMessage()));
            report(source, path, List.of(finding));
        } catch (Erroneous e) {
            // javac has said what is wrong
        } catch (RuntimeException | StackOverflowError e) {
            failed(source, path, e);
        }
    }

    /** javac was asked to compile {@code type}, an outermost class; it may compile others that it finds, and keep them to itself. */
    void asked(Element type) {
        if (type instanceof TypeElement) asked.add(type.toString());
    }

    /** javac has written the class file of {@code type}. */
    void generated(TypeElement type) {
        written.add(env.getElementUtils().getBinaryName(type).toString());
    }

    /** javac is done: everything that it was asked for is written, unless there were errors. */
    void finished() {
        passes.finish(machines::put, failures::put);
        failures.forEach((path, failure) -> {
            // else it is the user's mistake that had no place in the model, and javac has said so
            if (written.contains(outermost(path).toString())) reportFailure(path, failure);
        });
        if (!failures.isEmpty() || machines.isEmpty()) return;
        List<StateMachine> present = new ArrayList<>(machines.keySet());
        present.removeIf(machine -> !written.contains(machine.userClass()));
        List<StateMachine> missing = new ArrayList<>(machines.keySet());
        missing.removeIf(machine -> written.contains(machine.userClass()) || isDead(machine));
        if (missing.stream()
                .anyMatch(machine -> asked.contains(originOf(machine).toString()))) return;
        try {
            for (StateMachine machine : present) writeSource(machine);
            link(present, missing);
        } catch (LinkException e) {
            TreePath path = machines.get(e.machine());
            if (path == null) path = machines.values().iterator().next();
            switch (e.reason()) {
                case TOO_LARGE -> report(path, Message.TOO_LARGE);
                case NOT_WRITTEN -> report(path, Message.NOT_WRITTEN);
                case BROKEN_CODE -> report(path, Message.BROKEN_CODE.with(String.valueOf(e.getMessage())));
                case INTERNAL -> reportFailure(path, e);
            }
        } catch (IOException | RuntimeException e) {
            reportFailure(machines.values().iterator().next(), e);
        }
    }

    /** Links those that are {@code present}, beside others whose classes javac has kept to itself; that can do without them if they are there from before. */
    private void link(List<StateMachine> present, List<StateMachine> missing) throws LinkException {
        try {
            Linker.link(present, env, this::sourceOf);
        } catch (LinkException e) {
            if (missing.isEmpty()) throw e;
            report(Objects.requireNonNull(machines.get(missing.get(0))), Message.NOT_WRITTEN);
        }
    }

    /** Whether the class is in code that is never run, {@code true ? null : new Object() { … }}, for which javac writes nothing. */
    private boolean isDead(StateMachine machine) {
        boolean isLocal = false;
        TreePath path = Objects.requireNonNull(machines.get(machine));
        for (; path.getParentPath() != null; path = path.getParentPath()) {
            Tree around = path.getParentPath().getLeaf();
            isLocal |= path.getLeaf() instanceof ClassTree
                    && !(around instanceof ClassTree)
                    && !(around instanceof CompilationUnitTree);
        }
        return isLocal && written.contains(originOf(machine).toString());
    }

    private URI sourceOf(StateMachine machine) {
        return Objects.requireNonNull(machines.get(machine))
                .getCompilationUnit()
                .getSourceFile()
                .toUri();
    }

    /** The class whose change makes the generated file out of date, for builds that compile step by step. */
    private Element originOf(StateMachine machine) {
        return outermost(Objects.requireNonNull(machines.get(machine)));
    }

    private Element outermost(TreePath path) {
        TreePath outer = path;
        while (!(outer.getParentPath().getLeaf() instanceof CompilationUnitTree)) outer = outer.getParentPath();
        return Objects.requireNonNull(trees.getElement(outer));
    }

    private void writeSource(StateMachine machine) throws IOException {
        int dot = machine.frameClass().lastIndexOf('.');
        String packageName = dot < 0 ? "" : machine.frameClass().substring(0, dot);
        String file = machine.frameClass().substring(dot + 1) + ".java";
        FileObject written =
                env.getFiler().createResource(StandardLocation.SOURCE_OUTPUT, packageName, file, originOf(machine));
        if (isBesideTheUsers(written, machine)) return;
        try (Writer writer = written.openWriter()) {
            writer.write(machine.source());
        }
    }

    /** Where javac is given no folder for what it makes. There the next {@code javac *.java} would take it for the user's. */
    private boolean isBesideTheUsers(FileObject written, StateMachine machine) {
        TreePath path = Objects.requireNonNull(machines.get(machine));
        URI users = path.getCompilationUnit().getSourceFile().toUri();
        return "file".equals(users.getScheme())
                && users.resolve(".").equals(written.toUri().resolve("."));
    }

    private void report(TreePath path, Message message) {
        report(path, message.with(nameOf(path)));
    }

    private void report(TreePath path, String text) {
        trees.printMessage(Diagnostic.Kind.ERROR, text, path.getLeaf(), path.getCompilationUnit());
    }

    private void reportFailure(TreePath path, Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        report(path, Message.INTERNAL.with(nameOf(path), trace));
    }

    /** What javac's messages call the method or class at {@code path}. */
    private static String nameOf(TreePath path) {
        return path.getLeaf() instanceof MethodTree method
                ? method.getName() + "()"
                : String.valueOf(((ClassTree) path.getLeaf()).getSimpleName());
    }
}
