package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Joins the state machines of one compilation to the classes that javac has just written. Afterwards each user method
 * makes and returns its frame, each body is a method of the user's class, and every class file is written; or there
 * was a {@link LinkException} and none has been touched.
 */
public final class Linker {
    private Linker() {}

    /** Links {@code machines}; to be called when javac has finished the compilation. */
    public static void link(List<StateMachine> machines, ProcessingEnvironment environment) throws LinkException {
        link(machines, environment, machine -> null);
    }

    /**
     * The same for a compilation that may have no output folder, where javac writes class files beside the sources.
     *
     * @param sources where the user's file with a machine's method lies, or null if that is not known
     */
    public static void link(
            List<StateMachine> machines,
            ProcessingEnvironment environment,
            Function<StateMachine, @Nullable URI> sources)
            throws LinkException {
        if (machines.isEmpty()) return;
        try {
            ClassFiles files = new ClassFiles(environment);
            Nests nests = Nests.of(machines, files, sources);
            OpenedView view = OpenedView.of(machines, nests, files);
            Hierarchy classes = new Hierarchy(nests, files);
            List<NestedCompiler.Unit> compiled =
                    new Compilation(files, sources, classes).compile(machines, nests, view);
            List<Output.Joined> joined = Join.join(compiled, nests, view, classes);
            Output.write(joined, environment.getFiler());
        } catch (IOException e) {
            throw new LinkException(null, "cannot read or write a class file: " + e, e);
        } catch (IllegalStateException e) {
            throw new LinkException(null, String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new LinkException(null, "cannot read a class file: " + e.getCause(), e);
        }
    }
}
