package dev.javait.processor.link;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.javait.processor.model.StateMachine;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Links given machines when the compilation that it takes part in has finished. */
@SupportedAnnotationTypes("*")
final class Linking extends AbstractProcessor implements TaskListener {
    private final List<StateMachine> machines;
    private URI source;
    private Throwable failure;

    Linking(List<StateMachine> machines) {
        this.machines = machines;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        JavacTask.instance(environment).addTaskListener(this);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE)
            source = event.getSourceFile().toUri();
        if (event.getKind() != TaskEvent.Kind.COMPILATION) return;
        try {
            Linker.link(machines, processingEnv, machine -> source);
        } catch (Throwable e) {
            failure = e;
        }
    }

    Throwable failure() {
        return failure;
    }
}
