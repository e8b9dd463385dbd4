package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/errors.md to what it says: its examples are compiled. */
class ErrorsDocumentationTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^### ([^\n]+)\n(.*?)(?=^##|\\z)");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```");
    private static final Pattern IMPORTS = Pattern.compile("(?ms)^```\n(import.*?)^```");

    @TempDir
    Path folder;

    private record Section(List<String> tags, List<String> examples) {}

    private static String text() {
        try {
            return Files.readString(Path.of(System.getProperty("docs"), "errors.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Matcher section = SECTION.matcher(text());
        while (section.find()) {
            sections.add(new Section(
                    List.of(section.group(1).split(", ")),
                    EXAMPLE.matcher(section.group(2))
                            .results()
                            .map(example -> example.group(1))
                            .toList()));
        }
        return sections;
    }

    @Test
    void everyMessageHasASection() throws ReflectiveOperationException {
        Set<String> tags = new TreeSet<>();
        for (Object message :
                Class.forName("dev.javait.processor.diagnose.Message").getEnumConstants()) {
            tags.add((String) message.getClass().getMethod("tag").invoke(message));
        }
        Set<String> documented = new TreeSet<>();
        sections().forEach(section -> documented.addAll(section.tags));
        assertEquals(tags, documented);
    }

    @TestFactory
    Stream<DynamicTest> theLastExampleCompilesAndThoseBeforeItGiveTheMessage() {
        return sections().stream()
                .filter(section -> !section.examples.isEmpty())
                .map(section -> dynamicTest(section.tags.get(0), () -> check(section)));
    }

    private void check(Section section) throws IOException, InterruptedException {
        int last = section.examples.size() - 1;
        for (String example : section.examples.subList(0, last)) {
            String rejected = compile(example);
            assertTrue(rejected.contains(": [" + section.tags.get(0) + "]"), rejected);
        }
        assertEquals("", compile(section.examples.get(last)));
    }

    /** What javac says about a class with these members. */
    private String compile(String members) throws IOException, InterruptedException {
        Matcher imports = IMPORTS.matcher(text());
        assertTrue(imports.find());
        String source = imports.group(1) + "class Example {\n" + members + "}\n";
        // a process of its own: within this JVM javac also finds the processors on the class path of the tests
        return Program.of(folder, "Example.java", source)
                .compile(Jdk.own(), Program.WITH_JAVAIT, "-Xlint:all")
                .output();
    }
}
