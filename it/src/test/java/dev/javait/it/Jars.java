package dev.javait.it;

import dev.javait.Async;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The jars that the build made, Eclipse's compiler, and a logger. */
final class Jars {
    static final String RUNTIME = of("dev.javait.Async");
    static final String PROCESSOR = of("dev.javait.processor.AsyncProcessor");
    static final String ECJ = of("org.eclipse.jdt.core.compiler.batch.BatchCompiler");
    static final String LOGGER =
            path(of("org.slf4j.MDC"), of("ch.qos.logback.classic.Logger"), of("ch.qos.logback.core.Context"));

    private Jars() {}

    static String of(String type) {
        try {
            Path jar = Path.of(Class.forName(type, false, Async.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!jar.toString().endsWith(".jar")) {
                throw new IllegalStateException(jar + " is no jar; these tests need the packaged ones: mvn verify");
            }
            return jar.toString();
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String path(String... jars) {
        return String.join(File.pathSeparator, jars);
    }
}
