package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Other processors in the same compilation, before ours and behind it: what they make is there in {@code @Async} bodies. */
class OtherProcessorsTest {
    private static final String LOMBOK = Jars.of("lombok.Getter");
    private static final String VALUES = Jars.path(
            Jars.of("com.google.auto.value.AutoValue"),
            Jars.of("com.google.auto.value.processor.AutoValueProcessor"),
            Jars.of("org.mapstruct.Mapper"),
            Jars.of("org.mapstruct.ap.MappingProcessor"));

    /** Dagger, and what its processor is made of. */
    private static final String DAGGER = Jars.path(Stream.of(
                    "dagger.Component",
                    "dagger.internal.codegen.ComponentProcessor",
                    "dagger.spi.model.BindingGraph",
                    "javax.inject.Inject",
                    "jakarta.inject.Inject",
                    "com.google.common.collect.ImmutableList",
                    "com.google.common.util.concurrent.internal.InternalFutures",
                    "com.google.devtools.ksp.processing.SymbolProcessor",
                    "com.squareup.javapoet.JavaFile",
                    "com.squareup.kotlinpoet.FileSpec",
                    "kotlin.Unit")
            .map(Jars::of)
            .toArray(String[]::new));

    private static final String OURS = "dev.javait.processor.AsyncProcessor";

    @TempDir
    Path folder;

    private interface Check {
        void of(Jdk jdk, List<String> options) throws Exception;
    }

    /** On each JDK, with ours as the first processor and as the last one. */
    private static Stream<DynamicTest> everywhere(String jars, Check check) throws IOException {
        return on(Jdk.all(), jars, check);
    }

    private static Stream<DynamicTest> on(Collection<Jdk> jdks, String jars, Check check) {
        return jdks.stream()
                .flatMap(jdk -> Stream.of(Jars.path(Jars.PROCESSOR, jars), Jars.path(jars, Jars.PROCESSOR))
                        .map(path -> List.of("-classpath", Jars.path(Jars.RUNTIME, jars), "-processorpath", path))
                        .map(options -> dynamicTest(
                                jdk + (options.get(3).startsWith(jars) ? ", last" : ", first"),
                                () -> check.of(jdk, options))));
    }

    private Program program(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/beside/" + name + ".java")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Program.of(folder, "beside/" + name + ".java", text);
        }
    }

    private static String run(Program program, Jdk jdk, String main, String jars) throws Exception {
        return Run.of(
                        program.folder(),
                        jdk.tool("java", List.of("-classpath", Jars.path(program.classPath(), jars), main)))
                .succeeded()
                .output()
                .strip();
    }

    @TestFactory
    Stream<DynamicTest> whatLombokMakesIsThere() throws IOException {
        return everywhere(LOMBOK, (jdk, options) -> {
            Program program = program("Lombok");
            program.compile(jdk, options).succeeded();
            assertEquals("""
                    Lombok.Cup(leaves=green, degrees=90, notes=[a, b]) 91 p! 3
                    13
                    java.io.IOException: sneaky
                    2
                    java.io.IOException: at once
                    3
                    closed r0
                    closed r1
                    closed r2
                    6
                    closed s
                    1
                    y
                    java.lang.NullPointerException: value is marked non-null but is null
                    3black
                    5
                    7""", run(program, jdk, "beside.Lombok", LOMBOK));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatCannotWorkWithLombokSaysSo() throws IOException {
        return everywhere(LOMBOK, (jdk, options) -> {
            for (String name : List.of("LombokRefused", "LombokExtension")) {
                Program program = program(name);
                Run run = program.compile(jdk, List.of(program.folder() + "/src/beside/" + name + ".java"), options)
                        .failed();
                assertSays(program, name, run);
            }
        });
    }

    private static void assertSays(Program program, String name, Run run) throws IOException {
        Path file = program.folder().resolve("src/beside/" + name + ".java");
        List<String> lines = java.nio.file.Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf("// SAYS: ");
            if (mark < 0) continue;
            String said = name + ".java:" + (i + 1) + ": " + lines.get(i).substring(mark + "// SAYS: ".length());
            assertTrue(run.output().contains(said), () -> said + "\nis not in\n" + run.output());
        }
    }

    @TestFactory
    Stream<DynamicTest> generatedClassesAreThere() throws IOException {
        return everywhere(VALUES, (jdk, options) -> {
            Program program = program("Values");
            program.compile(jdk, options).succeeded();
            assertEquals("""
                    [Pot{name=a, cups=1}, Jug{name=a, cups=2}, Pot{name=b, cups=3}]
                    PotDto[title=bean, cups=5] true2""", run(program, jdk, "beside.Values", VALUES));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatDaggerMakesIsThere() {
        return on(List.of(Jdk.own()), DAGGER, (jdk, options) -> {
            Program program = program("Injected");
            program.compile(jdk, options).succeeded();
            assertEquals("tea7 2 1, tea7 2 2\nnew 1", run(program, jdk, "beside.Injected", DAGGER));
        });
    }

    /** javac asks the next processors only as long as there is an annotation that is not claimed. */
    @TestFactory
    Stream<DynamicTest> processorsForEverythingAreAskedWhereNothingElseIsAnnotated() {
        return on(List.of(Jdk.own()), LOMBOK, (jdk, options) -> {
            Program program = Program.of(folder, "beside/Only.java", """
                    package beside;

                    import static dev.javait.Javait.*;

                    import dev.javait.*;
                    import lombok.val;

                    class Only {
                        @Async
                        public static void main(String[] args) {
                            val pause = yieldNow();
                            await(pause);
                            System.out.println("there");
                        }
                    }
                    """);
            program.compile(jdk, options).succeeded();
            assertEquals("there", run(program, jdk, "beside.Only", LOMBOK));
        });
    }

    private static final String PAUSE = """
            package beside;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            class Pause {
                @Async
                Coroutine<Void> pause() {
                    await(yieldNow());
                    return done();
                }
            }
            """;

    /** Then it is no processor of this compilation, which could miss anything. */
    @Test
    void whatIsOnThePathAndNotNamedTakesNoPart() throws Exception {
        Program program = Program.of(folder, "beside/Pause.java", PAUSE);
        program.compile(
                        Jdk.own(),
                        List.of("-classpath", Jars.RUNTIME, "-processorpath", Jars.path(Jars.PROCESSOR, LOMBOK)),
                        "-processor",
                        OURS,
                        "-Xlint:all",
                        "-Werror")
                .wasSilent();
    }

    /** Though it is no service that could be found. */
    @Test
    void whatIsNamedBehindOursIsAsked() throws Exception {
        Program seer = Program.of(folder.resolve("seer"), "beside/Seer.java", """
                package beside;

                import java.util.*;
                import javax.annotation.processing.*;
                import javax.lang.model.SourceVersion;
                import javax.lang.model.element.*;
                import javax.tools.Diagnostic;

                @SupportedAnnotationTypes("*")
                public class Seer extends AbstractProcessor {
                    @Override
                    public SourceVersion getSupportedSourceVersion() {
                        return SourceVersion.latest();
                    }

                    @Override
                    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        for (Element type : round.getRootElements())
                            processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, "seen " + type);
                        return false;
                    }
                }
                """);
        seer.compile(Jdk.own(), List.of("-proc:none")).succeeded();
        Program program = Program.of(folder, "beside/Pause.java", PAUSE);
        String path = Jars.path(Jars.PROCESSOR, seer.folder().resolve("classes").toString());
        Run run = program.compile(
                Jdk.own(),
                List.of("-classpath", Jars.RUNTIME, "-processorpath", path),
                "-processor",
                OURS + ",beside.Seer");
        assertTrue(run.succeeded().output().contains("seen beside.Pause"), run::output);
    }
}
