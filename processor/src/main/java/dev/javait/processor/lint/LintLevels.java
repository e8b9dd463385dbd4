package dev.javait.processor.lint;

import dev.javait.processor.diagnose.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** How each lint is reported: what {@code -Ajavait.lint=blocking-call:off,coroutine-dropped:error} says. The last word counts. */
public final class LintLevels {
    /** The processor's option. */
    public static final String OPTION = "javait.lint";

    private static final Map<String, Optional<Diagnostic.Kind>> LEVELS = Map.of(
            "off", Optional.empty(),
            "warn", Optional.of(Diagnostic.Kind.WARNING),
            "error", Optional.of(Diagnostic.Kind.ERROR));

    private final Map<Lint, Diagnostic.Kind> kinds = new EnumMap<>(Lint.class);
    private final List<String> mistakes = new ArrayList<>();

    private LintLevels() {
        for (Lint lint : Lint.values()) kinds.put(lint, Diagnostic.Kind.WARNING);
    }

    /** The levels that the option's {@code value} gives; null where it is not set. */
    public static LintLevels of(@Nullable String value) {
        var levels = new LintLevels();
        if (value != null) {
            for (String part : value.split(",", -1)) levels.apply(part.strip());
        }
        return levels;
    }

    private void apply(String part) {
        int colon = part.indexOf(':');
        String name = colon < 0 ? part : part.substring(0, colon);
        Optional<Diagnostic.Kind> kind = colon < 0 ? null : LEVELS.get(part.substring(colon + 1));
        List<Lint> named = Arrays.stream(Lint.values())
                .filter(lint -> name.equals("all") || name.equals(lint.message.tag()))
                .toList();
        if (kind == null || named.isEmpty()) {
            String names =
                    Arrays.stream(Lint.values()).map(lint -> lint.message.tag()).collect(Collectors.joining(", "));
            mistakes.add(Message.LINT_OPTION.with(part, names));
        } else {
            named.forEach(lint -> kind.ifPresentOrElse(k -> kinds.put(lint, k), () -> kinds.remove(lint)));
        }
    }

    /** What is wrong with the option. */
    public List<String> mistakes() {
        return mistakes;
    }

    Optional<Diagnostic.Kind> of(Lint lint) {
        return Optional.ofNullable(kinds.get(lint));
    }
}
