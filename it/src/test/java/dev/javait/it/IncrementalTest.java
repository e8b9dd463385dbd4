package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One class of a program is compiled again; the others are there as class files. */
class IncrementalTest {
    private static final String BASE = """
            package steps;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            public class Base {
                protected int calls;
                private String name = "base";

                @Async
                protected Coroutine<String> name(int times) {
                    for (int i = 0; i < times; i++) await(yieldNow());
                    calls++;
                    return done(name + times);
                }

                @Async
                static Coroutine<Integer> gone() {
                    await(yieldNow());
                    return done(1);
                }
            }
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    private Program whole(Jdk jdk) throws Exception {
        Program.of(folder, "steps/Base.java", BASE);
        Program program = Program.of(folder, "steps/Derived.java", Steps.DERIVED);
        program.compile(jdk, Program.WITH_JAVAIT).wasSilent();
        assertPrints("base1 base2 2", program, jdk);
        return program;
    }

    /** Compiles one source; the other class is on the class path. */
    private void compileAlone(Jdk jdk, String name, String source) throws Exception {
        Program program = Program.of(folder, "steps/" + name + ".java", source);
        List<String> one = List.of(folder.resolve("src/steps/" + name + ".java").toString());
        program.compile(
                        jdk,
                        one,
                        List.of("-classpath", program.classPath(), "-processorpath", Jars.PROCESSOR),
                        "-sourcepath",
                        "",
                        "-Xlint:all",
                        "-Werror")
                .wasSilent();
    }

    private static void assertPrints(String expected, Program program, Jdk jdk) throws Exception {
        assertEquals(
                expected, program.run(jdk, "steps.Derived").succeeded().output().strip());
    }

    private FileTime modified(String file) throws IOException {
        return Files.getLastModifiedTime(folder.resolve("classes/steps").resolve(file));
    }

    /** javac reads the superclass from its source, and writes nothing of it. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aClassIsRewrittenThoughOneThatIsOnlyReadIsNotWritten(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        FileTime before = modified("Base.class");
        program.compile(
                        jdk,
                        List.of(folder.resolve("src/steps/Derived.java").toString()),
                        List.of("-classpath", program.classPath(), "-processorpath", Jars.PROCESSOR),
                        "-sourcepath",
                        folder.resolve("src").toString(),
                        "-Xprefer:source",
                        "-implicit:none")
                .wasSilent();
        assertPrints("base1 base2 2", program, jdk);
        assertEquals(before, modified("Base.class"));
    }

    /** What is generated is not left among the sources, where the second time it would be compiled with them. */
    @ParameterizedTest
    @MethodSource("jdks")
    void whatIsCompiledWhereItStandsIsCompiledAgain(Jdk jdk) throws Exception {
        Program.of(folder, "steps/Base.java", BASE);
        Program program = Program.of(folder, "steps/Derived.java", Steps.DERIVED);
        Path sources = folder.resolve("src");
        for (int time = 1; time <= 2; time++) {
            List<String> arguments = new ArrayList<>(
                    List.of("-classpath", Jars.RUNTIME + File.pathSeparator + ".", "-processorpath", Jars.PROCESSOR));
            for (String source : program.sources())
                arguments.add(sources.relativize(Path.of(source)).toString());
            Run.of(sources, jdk.tool("javac", arguments)).wasSilent();
        }
        Run run = Run.of(
                sources,
                jdk.tool("java", List.of("-classpath", Jars.RUNTIME + File.pathSeparator + ".", "steps.Derived")));
        assertEquals("base1 base2 2", run.succeeded().output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aChangedSuperclassIsCompiledAlone(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        FileTime before = modified("Derived.class");
        compileAlone(
                jdk,
                "Base",
                BASE.replace("\"base\"", "\"changed\"").replace("calls++;", "calls += 10; await(yieldNow());"));
        assertPrints("changed1 changed2 20", program, jdk);
        assertEquals(before, modified("Derived.class"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSubclassIsCompiledAloneAgainstClassFilesThatAreLinkedAlready(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        FileTime before = modified("Base.class");
        compileAlone(jdk, "Derived", Steps.DERIVED.replace("\" \" + calls", "\" and \" + calls"));
        assertPrints("base1 base2 and 2", program, jdk);
        assertEquals(before, modified("Base.class"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aClassThatIsCompiledAgainUnchangedIsTheSame(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        byte[] user = Files.readAllBytes(folder.resolve("classes/steps/Base.class"));
        byte[] frame = Files.readAllBytes(folder.resolve("classes/steps/Base$name.class"));
        compileAlone(jdk, "Base", BASE);
        assertTrue(java.util.Arrays.equals(user, Files.readAllBytes(folder.resolve("classes/steps/Base.class"))));
        assertTrue(java.util.Arrays.equals(frame, Files.readAllBytes(folder.resolve("classes/steps/Base$name.class"))));
        assertPrints("base1 base2 2", program, jdk);
    }

    /** As of a nested class that is gone, javac leaves its class file, and nothing names it. */
    @ParameterizedTest
    @MethodSource("jdks")
    void ofAMethodThatIsGoneOnlyAFileIsLeftThatNobodyNames(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        String without = BASE.substring(0, BASE.indexOf("    @Async\n    static")) + "}\n";
        compileAlone(jdk, "Base", without);
        assertPrints("base1 base2 2", program, jdk);
        String names = Files.readString(
                folder.resolve("classes/steps/Base.class"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(names.contains("Base$name"));
        assertTrue(!names.contains("gone"));
        Files.delete(folder.resolve("classes/steps/Base$gone.class"));
        assertPrints("base1 base2 2", program, jdk);
    }

    /** What was the frame's class file may become a class of the user's. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aClassMayTakeTheNameThatAFrameHad(Jdk jdk) throws Exception {
        Program program = whole(jdk);
        String with = BASE.replace(
                "private String name = \"base\";",
                "private String name = new name().toString(); static class name { @Override public String toString() { return \"nested\"; } }");
        compileAlone(jdk, "Base", with);
        assertPrints("nested1 nested2 2", program, jdk);
    }

    @Test
    void gradleIsToldThatEachClassIsRewrittenByItself() throws IOException {
        try (var jar = new ZipFile(Jars.PROCESSOR)) {
            var entry = jar.getEntry("META-INF/gradle/incremental.annotation.processors");
            try (var in = jar.getInputStream(entry)) {
                assertEquals("dev.javait.processor.AsyncProcessor,isolating", new String(in.readAllBytes()).strip());
            }
        }
    }
}
