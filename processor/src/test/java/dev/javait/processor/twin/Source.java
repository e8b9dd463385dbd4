package dev.javait.processor.twin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A compilation unit. */
public record Source(String className, String text) {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern CASE = Pattern.compile("^ *@Case\\(\"(.*)\"\\)$", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(\\) (?:throws [\\w., ]+ )?\\{");

    /** The {@code .java} resource at {@code path}. */
    public static Source resource(String path) {
        try (InputStream in = Source.class.getResourceAsStream("/" + path)) {
            String text = new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
            Matcher declared = PACKAGE.matcher(text);
            String prefix = declared.find() ? declared.group(1) + "." : "";
            String simpleName = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
            return new Source(prefix + simpleName, text);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    /**
     * The cases in source order. A file is written so that each case can stand alone: what several cases share comes before
     * the first one, what only one of them needs behind it.
     */
    public List<TwinCase> cases() {
        var starts = new ArrayList<Integer>();
        Matcher mark = CASE.matcher(text);
        var claims = new ArrayList<String>();
        while (mark.find()) {
            starts.add(mark.start());
            claims.add(mark.group(1));
        }
        if (starts.isEmpty()) throw new IllegalStateException(className + ": no @Case with what it claims");
        starts.add(text.lastIndexOf('}'));
        var cases = new ArrayList<TwinCase>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            String chunk = text.substring(starts.get(i), starts.get(i + 1));
            Matcher name = METHOD.matcher(chunk);
            if (!name.find()) throw new IllegalStateException(className + ": no method in\n" + chunk);
            String alone = text.substring(0, starts.get(0)) + chunk + text.substring(starts.get(starts.size() - 1));
            cases.add(new TwinCase(className, name.group(1), claims.get(i), new Source(className, alone)));
        }
        return cases;
    }

    /** With what is written between {@code /*+} and {@code +*}{@code /}: it makes plain Java do what the words of the language do by themselves. */
    Source plain() {
        return new Source(className, text.replace("/*+", "").replace("+*/", ""));
    }

    String numbered() {
        var numbered = new StringBuilder();
        int number = 1;
        for (String line : text.split("\n", -1)) numbered.append(String.format("%4d  %s%n", number++, line));
        return numbered.toString();
    }

    public JavaFileObject file() {
        return new SimpleJavaFileObject(
                URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
