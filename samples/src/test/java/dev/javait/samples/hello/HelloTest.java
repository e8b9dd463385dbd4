package dev.javait.samples.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.samples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelloTest {
    @Test
    void bothGreetingsTakeAsLongAsTheSlowerOne() {
        assertEquals(
                new Printed(List.of("Started tasks", "Hello", "World", "Finished tasks"), Duration.ofSeconds(2)),
                Printed.by(Hello::hello));
    }

    @Test
    void theReadmeBeginsWithThisProgram() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String shown = readme.split("```java\n")[1].split("```")[0];
        String program = Files.readString(Path.of("src/main/java/dev/javait/samples/hello/Hello.java"));
        assertEquals(program.replaceAll("(?m)^package .*\n\n|^/\\*\\* .*\n", ""), shown);
    }

    @Test
    void theReadmeShowsWhatIsGeneratedFromThisProgram() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String shown =
                readme.substring(readme.indexOf("static Object sayAfter$async")).split("```")[0];
        Path frame = Path.of("target/generated-sources/annotations/dev/javait/samples/hello/Hello$sayAfter.java");
        String generated = Stream.of(Files.readString(frame).split("\n\n|\n}\n"))
                .filter(member -> member.startsWith("    static Object sayAfter$async"))
                .findFirst()
                .orElseThrow();
        int line = readme.split("```java\n")[1].split("await\\(sleep")[0].split("\n").length;
        assertEquals(generated.indent(-4).replaceFirst("Hello\\.java:\\d+", "Hello.java:" + line), shown);
    }

    @Test
    void aGreetingComesAfterItsDelay() {
        assertEquals(
                new Printed(List.of("Hello"), Duration.ofSeconds(1)),
                Printed.by(() -> Hello.sayAfter(Duration.ofSeconds(1), "Hello")));
    }
}
