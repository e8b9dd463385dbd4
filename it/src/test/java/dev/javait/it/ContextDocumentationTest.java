package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/context.md to what it says: its logger's context is carried along, on every loop. */
class ContextDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(package shop;.*?)^```");

    private static final String SHOP = """
            package shop;

            import static dev.javait.Javait.*;
            import static java.time.Duration.ofMillis;

            import dev.javait.*;
            import java.util.concurrent.CompletableFuture;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;
            import org.slf4j.MDC;

            public class Shop {
                private static final Logger LOG = LoggerFactory.getLogger("shop");

                @Async
                static Coroutine<Void> serve(String user) {
                    MDC.put("user", user);
                    await(sleep(ofMillis(1)));
                    LOG.info("served");
                    await(toThread(() -> {
                        LOG.info("on a thread");
                        return null;
                    }));
                    await(createTask(audit(user)));
                    await(bill());
                    LOG.info("after the bill");
                    return done();
                }

                @Async
                static Coroutine<Void> audit(String user) {
                    LOG.info("audit of " + user);
                    MDC.put("user", "auditor");
                    await(yieldNow());
                    LOG.info("audited " + user);
                    return done();
                }

                @Async
                static Coroutine<Void> bill() {
                    MDC.put("user", MDC.get("user") + ", billed");
                    return done();
                }

                @Async
                static CompletableFuture<Void> forAFramework() {
                    await(sleep(ofMillis(1)));
                    LOG.info("eager");
                    return done();
                }

                @Async
                static Coroutine<Void> two() {
                    await(gather(serve("ann"), serve("bob")));
                    return done();
                }

                @Async
                static void entry() {
                    await(sleep(ofMillis(1)));
                    LOG.info("entry point");
                }

                public static void main(String[] args) {
                    MDC.put("user", "main");
                    forAFramework().join();
                    run(two());
                    entry();
                    LOG.info("end");
                }
            }
            """;

    private static final String LOGBACK = """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%X{user}: %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="OUT"/></root>
            </configuration>
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theContextOfALoggerGoesAlongOnEveryLoop(Jdk jdk) throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of(System.getProperty("docs"), "context.md")));
        assertTrue(example.find());
        Program.of(folder, "shop/CarryDiagnostics.java", example.group(1));
        Program shop = Program.of(folder, "shop/Shop.java", SHOP);
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve("dev.javait.LoopDefaults"), "shop.CarryDiagnostics\n");
        Files.writeString(folder.resolve("classes/logback.xml"), LOGBACK);
        shop.compile(
                        jdk,
                        List.of(
                                "-classpath",
                                Jars.path(Jars.RUNTIME, Jars.LOGGER),
                                "-processorpath",
                                Jars.PROCESSOR,
                                "-Xlint:all",
                                "-Werror"))
                .wasSilent();
        Run run = Run.of(
                folder, jdk.tool("java", List.of("-classpath", Jars.path(shop.classPath(), Jars.LOGGER), "shop.Shop")));
        assertEquals(
                List.of(
                        "ann, billed: after the bill",
                        "ann: audit of ann",
                        "ann: on a thread",
                        "ann: served",
                        "auditor: audited ann",
                        "auditor: audited bob",
                        "bob, billed: after the bill",
                        "bob: audit of bob",
                        "bob: on a thread",
                        "bob: served",
                        "main: eager",
                        "main: end",
                        "main: entry point"),
                run.succeeded().output().lines().sorted().toList());
    }
}
