package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.model.StateMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    private static final int METHODS = 210;

    @TempDir
    Path folder;

    @Test
    void partsAreOfAboutTheSameSizeAndCutNoNest() {
        List<StateMachine> machines = new ArrayList<>();
        for (String nest : List.of("A", "B", "A", "C", "D", "B", "E")) machines.add(machine(nest, machines.size()));
        assertEquals(List.of("AABB", "CDE"), split(machines, 2));
        assertEquals(List.of("AABBCDE"), split(machines, 1));
        assertEquals(List.of("AA", "BB", "C", "D", "E"), split(machines, 9));
    }

    private static List<String> split(List<StateMachine> machines, int count) {
        return Parts.of(machines, StateMachine::userClass, count).stream()
                .map(part -> part.stream().map(StateMachine::userClass).collect(Collectors.joining()))
                .toList();
    }

    private static StateMachine machine(String userClass, int number) {
        return Machines.of(userClass, "m" + number, "()Ldev/javait/Coroutine;")
                .isStatic()
                .body("return null;");
    }

    @Test
    void manyMachinesGiveWhatTheyDo() throws Throwable {
        Compiled compiled = setup().link(
                        machines("return own(" + METHODS + ") + Other.greet();").toArray(StateMachine[]::new));
        assertEquals("own210 of Other of One", compiled.call("p.One", "m0"));
        assertEquals("own210 of One of Other", compiled.call("p.Other", "m" + (METHODS - 1)));
    }

    @Test
    void whereOnePartFailsNothingIsChanged() throws IOException {
        List<StateMachine> machines = machines("return null;");
        StateMachine broken = Machines.of("p.Other", "last", "()Ldev/javait/Coroutine;")
                .isStatic()
                .body("return nobody;");
        machines.add(broken);
        Compiled compiled = setup().link(machines.toArray(StateMachine[]::new));
        LinkException failure = assertInstanceOf(LinkException.class, compiled.failure);
        assertEquals(broken, failure.machine());
        assertTrue(String.valueOf(failure.getMessage()).contains("nobody"), failure.getMessage());
        assertTrue(compiled.methods("p.One").stream().noneMatch(name -> name.contains("$async")));
    }

    /** One's and Other's; {@code body} is One's, and the other way round Other's. */
    private static List<StateMachine> machines(String body) {
        List<StateMachine> machines = new ArrayList<>();
        for (String type : List.of("One", "Other")) {
            String other = type.equals("One") ? "Other" : "One";
            for (int i = 0; i < METHODS; i++) {
                machines.add(Machines.of("p." + type, "m" + i, "()Ldev/javait/Coroutine;")
                        .isStatic()
                        .body(body.replace("own", type + ".own").replace("Other.greet", other + ".greet")));
            }
        }
        return machines;
    }

    private Compiled.Setup setup() {
        return new Compiled.Setup(folder.resolve("out")).source(source("One")).source(source("Other"));
    }

    private static String source(String type) {
        String methods = IntStream.range(0, METHODS)
                .mapToObj(i -> "static Coroutine<Object> m" + i + "() { return null; }\n")
                .collect(Collectors.joining());
        return "package p; import dev.javait.Coroutine; public class " + type + " {\n" + methods
                + "static Coroutine<Object> last() { return null; }\n"
                + "private static String own(int n) { return \"own\" + n; }\n"
                + "static String greet() { return \" of " + type + (type.equals("One") ? " of Other" : " of One")
                + "\"; } }";
    }
}
