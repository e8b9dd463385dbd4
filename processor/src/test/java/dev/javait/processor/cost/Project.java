package dev.javait.processor.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A generated project: 200 classes with five methods each that wait, and as many plain ones; or with plain ones alone. */
final class Project {
    static final int CLASSES = 200;

    private static final String HEAD = """
            package shop;

            %s
            import java.util.*;
            import java.util.stream.*;

            public class Service%d {
                private final Map<String, Integer> stock = new HashMap<>();
                private final List<String> log = new ArrayList<>();
                private int failures;
            """;

    private static final String ASYNC = """

                /** Puts an order together. */
                @Async
                public Coroutine<Integer> order(List<String> items, int limit) {
                    int total = 0;
                    for (String item : items) {
                        int price = await(price(item));
                        if (price < 0) continue;
                        total += price;
                        if (total > limit) break;
                        log.add(item + " costs " + price);
                    }
                    await(yieldNow());
                    return done(total);
                }

                @Async
                Coroutine<Integer> price(String item) {
                    Integer known = stock.get(item);
                    if (known != null) return done(known);
                    await(sleep(java.time.Duration.ofMillis(1)));
                    int price = await(new Service%2$d().lookUp(item, 3));
                    stock.put(item, price);
                    return done(price);
                }

                @Async
                Coroutine<Integer> lookUp(String item, int tries) {
                    for (int i = 0; i < tries; i++) {
                        try {
                            await(yieldNow());
                            return done(checked(item.length() + i));
                        } catch (IllegalStateException e) {
                            failures++;
                            await(sleep(java.time.Duration.ofMillis(i)));
                        } finally {
                            log.add("looked up " + item);
                        }
                    }
                    return done(-1);
                }

                @Async
                Coroutine<Map<String, Integer>> all(Collection<String> items) {
                    List<Task<Integer>> tasks = new ArrayList<>();
                    for (String item : items) tasks.add(createTask(price(item), item));
                    Map<String, Integer> found = new LinkedHashMap<>();
                    for (Task<Integer> task : tasks) {
                        int price = await(task);
                        if (price >= 0) found.merge(task.name(), price, Integer::sum);
                    }
                    var names = found.keySet().stream().filter(name -> name.length() > 2).sorted().collect(Collectors.toList());
                    log.addAll(names);
                    return done(found);
                }

                @Async
                Coroutine<String> report(String title) {
                    var text = new StringBuilder(title);
                    try (var group = TaskGroup.open()) {
                        Task<Integer> first = group.spawn(price("first"));
                        Task<Integer> second = group.spawn(order(List.of("a", "b"), 10));
                        text.append(await(first)).append(' ').append(await(second) > 3 ? "much" : "little");
                    }
                    String last = switch (failures) {
                        case 0 -> "none failed";
                        case 1 -> await(describe("one"));
                        default -> failures + " failed";
                    };
                    return done(text.append(last).toString());
                }

                @Async
                private Coroutine<String> describe(String what) {
                    await(yieldNow());
                    return done(what + " failed");
                }
            """;

    private static final String PLAIN = """

                /** Sums up what is there. */
                public int sum%1$d(List<String> items, int limit) {
                    int total = 0;
                    for (String item : items) {
                        int price = stock.getOrDefault(item, -1);
                        if (price < 0) continue;
                        total += price;
                        if (total > limit) break;
                        log.add(item + " costs " + price);
                    }
                    return checked(total);
                }

                Map<String, List<Integer>> groups%1$d(Collection<String> items) {
                    Map<String, List<Integer>> groups = new TreeMap<>();
                    for (String item : items) {
                        try {
                            groups.computeIfAbsent(item.substring(0, 1), k -> new ArrayList<>()).add(item.length());
                        } catch (IndexOutOfBoundsException e) {
                            failures++;
                        }
                    }
                    return items.stream().collect(Collectors.groupingBy(s -> s, Collectors.mapping(String::length, Collectors.toList())));
                }
            """;

    private static final String TAIL = """

                private int checked(int number) {
                    if (number > 100) throw new IllegalStateException("too much: " + number);
                    return number;
                }
            }
            """;

    private Project() {}

    /** Writes the sources to {@code folder}, and gives their paths. */
    static List<String> write(Path folder, boolean async) throws IOException {
        Path home = Files.createDirectories(folder.resolve("shop"));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            Path file = home.resolve("Service" + i + ".java");
            Files.writeString(file, source(i, async));
            files.add(file.toString());
        }
        return files;
    }

    private static String source(int number, boolean async) {
        String imports = async ? "import static dev.javait.Javait.*;\n\nimport dev.javait.*;" : "";
        var text = new StringBuilder(HEAD.formatted(imports, number));
        if (async) text.append(ASYNC.formatted(number, (number + 1) % CLASSES));
        for (int i = 0; i < (async ? 3 : 6); i++) text.append(PLAIN.formatted(i));
        return text.append(TAIL).toString();
    }
}
