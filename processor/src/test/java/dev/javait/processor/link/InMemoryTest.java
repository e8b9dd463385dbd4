package dev.javait.processor.link;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class InMemoryTest {
    @Test
    void classesThatAreCompiledToMemoryAreLinkedThere() throws Throwable {
        Linking linking = new Linking(List.of(Machines.of("p.User", "fetch", "()Ldev/javait/Coroutine;")
                .body("return self.secret + p.Other.ANSWER.length() + new Lonely.In().zero;")));
        Compilation compilation = javac().withProcessors(linking)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(
                        JavaFileObjects.forSourceString("p.User", """
                        package p;
                        import dev.javait.Coroutine;
                        public class User extends Other {
                          private int secret = 40;
                          Coroutine<Integer> fetch() { return null; }
                          public static Object call() { return new User().fetch(); }
                        }
                        """),
                        JavaFileObjects.forSourceString(
                                "p.Lonely", "package p; class Lonely { static class In { int zero = 0; } }"),
                        JavaFileObjects.forSourceString(
                                "p.Other", "package p; class Other { static String ANSWER = new String(\"42\"); }"));
        if (linking.failure() != null) throw linking.failure();
        assertThat(compilation).succeededWithoutWarnings();
        Class<?> user = new Loader(compilation).loadClass("p.User");
        assertEquals(42, Compiled.run(user.getMethod("call").invoke(null)));
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        Loader(Compilation compilation) throws IOException {
            super(InMemoryTest.class.getClassLoader());
            for (JavaFileObject file : compilation.generatedFiles()) {
                try (InputStream in = file.openInputStream()) {
                    assertTrue(in.readAllBytes().length > 0, file + " has been made by asking for it");
                }
                if (file.getKind() != JavaFileObject.Kind.CLASS) continue;
                String name = file.getName()
                        .replaceFirst("^/?CLASS_OUTPUT/", "")
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.');
                try (InputStream in = file.openInputStream()) {
                    classes.put(name, in.readAllBytes());
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) throw new ClassNotFoundException(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
