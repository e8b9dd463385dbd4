package dev.javait.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Listens to javac's compilation, and hands on to the {@link Pipeline} what it has analysed and written. */
final class Javac {
    private Javac() {}

    /**
     * Gives what is to be told the classes that javac was asked to compile, beside which it may find others to compile.
     *
     * @throws IllegalArgumentException if {@code environment} is not javac's
     */
    static Consumer<Element> attach(ProcessingEnvironment environment) {
        ProcessingEnvironment javac = Environments.unwrap(environment);
        Trees trees = Trees.instance(javac);
        var pipeline = new Pipeline(javac, trees);
        JavacTask.instance(javac).addTaskListener(new Listener(pipeline, trees));
        return pipeline::asked;
    }

    private record Listener(Pipeline pipeline, Trees trees) implements TaskListener {
        @Override
        public void finished(TaskEvent event) {
            TypeElement type = event.getTypeElement();
            switch (event.getKind()) {
                case ANALYZE -> {
                    TreePath path = type == null ? null : trees.getPath(type);
                    if (path != null) pipeline.analyzed(path);
                }
                case GENERATE -> {
                    if (type != null) pipeline.generated(type);
                }
                case COMPILATION -> pipeline.finished();
                default -> {}
            }
        }
    }
}
