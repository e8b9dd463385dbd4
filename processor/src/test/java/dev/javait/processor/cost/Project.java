package dev.javait.processor.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A generated project of 200 classes. */
enum Project {
    /** In each class six methods that wait, as services have them, and six plain ones. */
    SERVICES("1,200 @Async methods in 200 classes"),
    /** In each class five methods that wait, of two to six lines, and a plain one. */
    SMALL("1,000 small @Async methods in 200 classes"),
    /** Plain methods alone. */
    PLAIN("200 classes without @Async");

    private static final int CLASSES = 200;

    private static final String SERVICE = """
            package shop;

            %s
            import java.util.*;
            import java.util.stream.*;

            public class Service%d {
                private final Map<String, Integer> stock = new HashMap<>();
                private final List<String> log = new ArrayList<>();
                private int failures;
            """;

    private static final String WAITING = """

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

    private static final String COUNTING = """

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

    private static final String END = """

                private int checked(int number) {
                    if (number > 100) throw new IllegalStateException("too much: " + number);
                    return number;
                }
            }
            """;

    private static final String SMALL_SERVICE = """
            package shop;

            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.util.*;

            public class Service%1$d {
                private int count;

                @Async
                public Coroutine<Integer> twice(int x) {
                    int y = await(shifted(x + 1));
                    count += y;
                    return done(y * 2);
                }

                @Async
                public Coroutine<Integer> shifted(int x) {
                    await(yieldNow());
                    return done(x + count);
                }

                @Async
                static Coroutine<String> repeated(String name, int times) {
                    var out = new StringBuilder();
                    for (int i = 0; i < times; i++) {
                        out.append(name).append(await(new Service%2$d().twice(i)));
                    }
                    return done(out.toString());
                }

                @Async
                static Coroutine<Void> print(List<String> names) {
                    for (String name : names) {
                        if (name.isEmpty()) continue;
                        System.out.println(await(repeated(name, name.length())));
                    }
                    return done();
                }

                @Async
                private Coroutine<Integer> sum(int x) {
                    try {
                        return done(await(twice(x)) + await(shifted(x)));
                    } catch (IllegalStateException e) {
                        return done(-1);
                    }
                }

                int product(int x) {
                    int product = 1;
                    for (int i = 1; i < x; i++) product *= i + count;
                    return product;
                }
            }
            """;

    private final String title;

    Project(String title) {
        this.title = title;
    }

    /** Writes the sources to {@code folder}, and gives their paths. */
    List<String> write(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("shop"));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            Path file = home.resolve("Service" + i + ".java");
            Files.writeString(file, source(i));
            files.add(file.toString());
        }
        return files;
    }

    private String source(int number) {
        int next = (number + 1) % CLASSES;
        return switch (this) {
            case SERVICES ->
                service(
                        "import static dev.javait.Javait.*;\n\nimport dev.javait.*;",
                        number,
                        WAITING.formatted(number, next),
                        3);
            case SMALL -> SMALL_SERVICE.formatted(number, next);
            case PLAIN -> service("", number, "", 6);
        };
    }

    private static String service(String imports, int number, String waiting, int counting) {
        var text = new StringBuilder(SERVICE.formatted(imports, number)).append(waiting);
        for (int i = 0; i < counting; i++) text.append(COUNTING.formatted(i));
        return text.append(END).toString();
    }

    @Override
    public String toString() {
        return title;
    }
}
