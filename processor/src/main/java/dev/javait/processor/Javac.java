package dev.javait.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Listens to javac's compilation, and hands on to the {@link Pipeline} what it has analysed and written. */
final class Javac {
    private Javac() {}

    /** @throws IllegalArgumentException if {@code environment} is not javac's */
    static void attach(ProcessingEnvironment environment) {
        ProcessingEnvironment javac = Environments.unwrap(environment);
        Trees trees = Trees.instance(javac);
        JavacTask.instance(javac).addTaskListener(new Listener(new Pipeline(javac, trees), trees));
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
