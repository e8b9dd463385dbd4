package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's modules, on the module path. */
class ModulesTest {
    private static final String KETTLE_MODULE = """
            module kettle {
                requires transitive dev.javait.runtime;
                exports kettle;
            }
            """;

    private static final String KETTLE = """
            package kettle;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            public class Kettle {
                protected int degrees = 20;
                private int boils;

                public Kettle() {}

                @Async
                public Coroutine<Integer> boil() {
                    while (degrees < 100) {
                        await(yieldNow());
                        degrees += step();
                    }
                    boils++;
                    return done(degrees + boils);
                }

                @Async
                protected Coroutine<Integer> cool(int by) {
                    await(yieldNow());
                    return done(degrees -= by);
                }

                protected int step() {
                    return 40;
                }
            }
            """;

    private static final String TEA_MODULE = """
            module tea {
                requires kettle;
                requires java.logging;
            }
            """;

    private static final String TEA = """
            package tea;

            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.util.logging.Level;
            import java.util.logging.Logger;
            import kettle.Kettle;

            public class Tea extends Kettle {
                private static final Logger LOG = Logger.getLogger("tea");

                @Override
                @Async
                public Coroutine<Integer> boil() {
                    int hot = await(super.boil());
                    LOG.log(Level.FINE, "hot");
                    int warm = await(cool(30));
                    return done(hot + warm + degrees);
                }

                @Override
                protected int step() {
                    return super.step() + 1;
                }

                @Async
                public static void main(String[] args) {
                    System.out.println(await(new Tea().boil()));
                    System.out.println(Tea.class.getModule().isNamed());
                }
            }
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    private Program module(String name, String declaration, String type, String source) throws IOException {
        Path home = folder.resolve(name);
        Program.of(home, "module-info.java", declaration);
        return Program.of(home, name + "/" + type + ".java", source);
    }

    private static void compile(Jdk jdk, Program program, String modulePath, String... more) throws Exception {
        program.compile(
                        jdk,
                        List.of("--module-path", modulePath, "-processorpath", Jars.PROCESSOR, "-Xlint:all", "-Werror"),
                        more)
                .wasSilent();
    }

    private Run run(Jdk jdk, String modulePath) throws Exception {
        return Run.of(folder, jdk.tool("java", List.of("--module-path", modulePath, "--module", "tea/tea.Tea")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aModuleUsesWhatAnotherHasCompiled(Jdk jdk) throws Exception {
        Program kettle = module("kettle", KETTLE_MODULE, "Kettle", KETTLE);
        Program tea = module("tea", TEA_MODULE, "Tea", TEA);
        compile(jdk, kettle, Jars.RUNTIME);
        String kettleClasses = Jars.path(Jars.RUNTIME, kettle.folder() + "/classes");
        compile(jdk, tea, kettleClasses);
        Run run = run(jdk, Jars.path(kettleClasses, tea.folder() + "/classes"));
        assertEquals("247\ntrue", run.succeeded().output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void modulesAreCompiledTogether(Jdk jdk) throws Exception {
        Program kettle = module("kettle", KETTLE_MODULE, "Kettle", KETTLE);
        Program tea = module("tea", TEA_MODULE, "Tea", TEA);
        Path sources = Files.createDirectories(folder.resolve("all"));
        for (Program each : List.of(kettle, tea)) {
            Files.move(
                    each.folder().resolve("src"), sources.resolve(each.folder().getFileName()));
        }
        new Program(folder)
                .compile(
                        jdk,
                        Program.sourcesIn(sources),
                        List.of("--module-source-path", sources.toString(), "--module-path", Jars.RUNTIME),
                        "-processorpath",
                        Jars.PROCESSOR,
                        "-Xlint:all",
                        "-Werror")
                .wasSilent();
        Run run = run(jdk, Jars.path(Jars.RUNTIME, folder.resolve("classes").toString()));
        assertEquals("247\ntrue", run.succeeded().output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aModuleIsCompiledForAnOlderRelease(Jdk jdk) throws Exception {
        Program kettle = module("kettle", KETTLE_MODULE, "Kettle", KETTLE);
        Program tea = module("tea", TEA_MODULE, "Tea", TEA);
        compile(jdk, kettle, Jars.RUNTIME, "--release", "17");
        String path = Jars.path(Jars.RUNTIME, kettle.folder() + "/classes");
        compile(jdk, tea, path, "--release", "17");
        Jdk oldest = Jdk.all().iterator().next();
        Run run = run(oldest, Jars.path(path, tea.folder() + "/classes"));
        assertEquals("247\ntrue", run.succeeded().output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aModuleThatDoesNotRequireTheRuntimeIsAnErrorOfJavac(Jdk jdk) throws Exception {
        Program kettle = module("kettle", "module kettle {}", "Kettle", KETTLE);
        Run run = kettle.compile(
                jdk, List.of("--module-path", Jars.RUNTIME, "-processorpath", Jars.PROCESSOR, "-Xlint:all"));
        assertTrue(run.failed().output().contains("error: package dev.javait is not visible"), run.output());
    }
}
