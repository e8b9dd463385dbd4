package dev.javait.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processors that {@code javac -processor} names. No interface tells them; but where javac is a process of its own, its command line does. */
final class NamedProcessors {
    private NamedProcessors() {}

    /** Those named behind {@code first}; empty where that is not known, or where javac looks for processors itself. */
    static Optional<List<String>> behind(String first) {
        ProcessHandle.Info javac = ProcessHandle.current().info();
        boolean isJavac = javac.command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(name -> name.equals("javac") || name.equals("javac.exe"))
                .isPresent();
        return isJavac ? javac.arguments().flatMap(arguments -> behind(first, List.of(arguments))) : Optional.empty();
    }

    /** As javac reads {@code arguments}: the last option counts. In files of arguments there may be others. */
    static Optional<List<String>> behind(String first, List<String> arguments) {
        int option = arguments.lastIndexOf("-processor");
        boolean readable = option >= 0
                && option + 1 < arguments.size()
                && arguments.stream().noneMatch(argument -> argument.startsWith("@"));
        if (!readable) return Optional.empty();
        List<String> names = List.of(arguments.get(option + 1).split(","));
        int own = names.indexOf(first);
        return own < 0 ? Optional.empty() : Optional.of(names.subList(own + 1, names.size()));
    }
}
