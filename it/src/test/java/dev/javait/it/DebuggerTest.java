package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DebuggerTest {
    /** Out of the method, which is suspended, through its callers, and back into it. */
    private static final int STEPS = 15;

    private static final String TRIP = """
            package travel;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            public class Trip {
                @Async
                static Coroutine<Integer> leg(String from, int km) {
                    int doubled = km * 2;
                    await(yieldNow());
                    int total = doubled + 1;
                    return done(total + from.length()); // line 13
                }

                @Async
                public static void main(String[] args) {
                    System.out.println(await(leg("Ulm", 21)));
                }
            }
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aBreakpointInAnAsyncBodyStopsAtTheUsersLine(Jdk jdk) throws Exception {
        Program trip = Program.of(folder, "travel/Trip.java", TRIP);
        trip.compile(jdk, Program.WITH_JAVAIT, "-g").wasSilent();
        try (Debugger jdb = new Debugger(jdk, folder, trip.classPath(), "travel.Trip")) {
            jdb.awaitPrompt("> ");
            jdb.enter("stop at travel.Trip:13", "> ");
            String stopped = jdb.enter("run", "main[1] ");
            assertContains(stopped, "Breakpoint hit");
            assertContains(stopped, "line=13");
            assertContains(jdb.enter("where", "main[1] "), "(Trip.java:13)");
            String locals = jdb.enter("locals", "main[1] ");
            assertContains(locals, "from = \"Ulm\"");
            assertContains(locals, "total = 43");
            assertContains(jdb.enter("cont", "exited"), "46");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stepsLeadOverAnAwaitToTheNextLine(Jdk jdk) throws Exception {
        Program trip = Program.of(folder, "travel/Trip.java", TRIP);
        trip.compile(jdk, Program.WITH_JAVAIT, "-g").wasSilent();
        try (Debugger jdb = new Debugger(jdk, folder, trip.classPath(), "travel.Trip")) {
            jdb.awaitPrompt("> ");
            jdb.enter("exclude java.*,jdk.*,sun.*,dev.javait.*", "> ");
            jdb.enter("stop at travel.Trip:11", "> ");
            assertContains(jdb.enter("run", "main[1] "), "line=11");
            String locals = jdb.enter("locals", "main[1] ");
            assertContains(locals, "doubled = 42");
            assertTrue(!locals.contains("frame = ") && !locals.contains("state = "), locals);
            StringBuilder stops = new StringBuilder();
            for (int i = 0; i < STEPS && stops.indexOf("line=12") < 0; i++) {
                stops.append(jdb.enter("step", "main[1] "));
            }
            assertContains(stops.toString(), "travel.Trip.leg$async(), line=12");
            assertTrue(!stops.toString().contains("dev.javait"), stops.toString());
            assertContains(jdb.enter("locals", "main[1] "), "doubled = 42");
        }
    }

    private static void assertContains(String answer, String part) {
        assertTrue(answer.contains(part), () -> "\"" + part + "\" is not in:\n" + answer);
    }
}
