package dev.javait.processor;

import com.google.auto.service.AutoService;
import dev.javait.processor.check.SignatureCheck;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.AsyncCode;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The face of Javait to javac. In the annotation rounds it checks signatures and generates nothing; {@link Javac} listens to the
 * compilation that follows. It mentions no compiler tree itself, for there are environments without any, and it is there to say so.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes(AsyncCode.ANNOTATION)
@SupportedOptions({"javait.lint", "javait.tuning"})
public final class AsyncProcessor extends AbstractProcessor {

    private @Nullable String missing;
    private Consumer<Element> asked = type -> {};
    private boolean claims;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        claims = Claim.isHarmless();
        try {
            asked = Javac.attach(environment);
        } catch (IllegalArgumentException | NoClassDefFoundError e) {
            missing = environment.getClass().getName();
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(asked);
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(this::check);
        }
        return claims;
    }

    private void check(Element element) {
        if (missing != null) {
            error(Message.NO_COMPILER.with(missing), element);
        } else if (processingEnv.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
            String release = processingEnv.getSourceVersion().name().substring("RELEASE_".length());
            error(Message.OLD_RELEASE.with(release), element);
        } else if (processingEnv.getElementUtils().getTypeElement("dev.javait.frame.Frame") == null) {
            error(Message.NO_RUNTIME.with("dev.javait.frame.Frame"), element);
        } else {
            SignatureCheck.run(element).ifPresent(text -> error(text, element));
        }
    }

    private void error(String text, Element element) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, element);
    }
}
