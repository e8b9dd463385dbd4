package dev.javait.processor.fuzz;

import dev.javait.processor.twin.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A class with {@code bodies} random async methods, and a case that calls them.
 *
 * @param size how many times as large as usual the methods may be
 */
record RandomClass(Source source, Choices choices, int size, int bodies, Map<String, Integer> used) {
    private static final List<Kind> RESULTS = List.of(
            Kind.INT,
            Kind.STRING,
            Kind.LONG,
            Kind.BOOLEAN,
            Kind.INTEGER,
            Kind.OBJECT,
            Kind.INTS,
            Kind.CHAR,
            Kind.DOUBLE);

    /** Written out with the class, for its supertype is another class in each world. */
    private static final String SLOW = """

                static class Slow implements AsyncCloseable {
                    final String name;
                    final boolean failing;

                    Slow(String name, boolean failing) {
                        log("open slow " + name);
                        this.name = name;
                        this.failing = failing;
                    }

                    @Async
                    public Coroutine<Void> closeAsync() {
                        log("closing slow " + name);
                        await(leaf("closing", 0));
                        if (failing) throw new Oops("close slow " + name);
                        return done();
                    }
                }
            """;

    private static final String STATE = """
                static void reset() {
                    rounds = $ROUNDS$;
                    counter = 0;
                    total = 0;
                    any = null;
                    head = new Node(1, "head");
                    head.next = new Node(2, null);
                    cells = new int[] {10, 20, 30};
                    words = new String[] {"w", null};
                }

                static String state() {
                    return counter + " " + total + " " + Trace.text(any) + " " + head + Trace.text(cells) + Trace.text(words);
                }

                static boolean turn(int every) {
                    return ++turns % every == 0;
                }

                static boolean more() {
                    return rounds-- > 0;
                }

            """;

    private static final int ROUNDS = 3;
    /** How many turns all loops of a call have together. */
    private static final int TURNS = 12;

    static RandomClass of(String name, String claim, Choices choices) {
        return of(name, claim, choices, 1);
    }

    static RandomClass of(String name, String claim, Choices choices, int size) {
        var body = new Body(choices);
        body.className = name;
        body.append("""
                package fuzz;

                import static dev.javait.Javait.async;
                import static dev.javait.Javait.await;
                import static dev.javait.Javait.awaitEach;
                import static dev.javait.Javait.done;
                import static dev.javait.Javait.emit;
                import static dev.javait.Javait.end;
                import static dev.javait.processor.twin.support.Leaf.leaf;
                import static dev.javait.processor.twin.support.Leaf.stage;
                import static dev.javait.processor.twin.support.Trace.later;
                import static dev.javait.processor.twin.support.Trace.log;
                import static dev.javait.processor.twin.support.Trace.note;

                import dev.javait.Async;
                import dev.javait.AsyncCloseable;
                import dev.javait.AsyncIterable;
                import dev.javait.AsyncIterator;
                import dev.javait.Coroutine;
                import dev.javait.processor.fuzz.world.Calls;
                import dev.javait.processor.fuzz.world.Colour;
                import dev.javait.processor.fuzz.world.Fault;
                import dev.javait.processor.fuzz.world.Node;
                import dev.javait.processor.fuzz.world.Oops;
                import dev.javait.processor.fuzz.world.Res;
                import dev.javait.processor.twin.support.Case;
                import dev.javait.processor.twin.support.Leaf;
                import dev.javait.processor.twin.support.Trace;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.concurrent.CompletableFuture;
                import java.util.function.Supplier;

                @SuppressWarnings("all")
                class $NAME$ {
                    static int counter;
                    static long total;
                    static Object any;
                    static Node head;
                    static int[] cells;
                    static String[] words;
                    static int turns;
                    static int rounds;
                    long wide = 5;

                """.replace("$NAME$", name));
        body.indentBy(1);
        var callees = new ArrayList<Body.Callee>();
        var generators = new ArrayList<Body.Callee>();
        int helpers = choices.pick(3);
        for (int i = 0; i <= helpers; i++) {
            body.callees = List.copyOf(callees);
            body.generators = List.copyOf(generators);
            boolean generates = choices.chance(30);
            Body.Callee written = method(body, generates, "m" + i, size, i == helpers ? 14 : 6);
            (generates ? generators : callees).add(written);
        }
        body.callees = callees;
        body.generators = generators;
        entry(body, claim, size);
        if (body.used.containsKey("async resource")) body.append(SLOW);
        if (body.used.containsKey("awaitEach")) body.append(AsyncLoops.STEPS);
        if (!generators.isEmpty()) body.append(Generators.ALL);
        body.indentBy(-1);
        body.line("}");
        return new RandomClass(new Source("fuzz." + name, body.toString()), choices, size, helpers + 1, body.used);
    }

    private static Body.Callee method(Body body, boolean generates, String name, int size, int fuel) {
        Choices choices = body.choices;
        Choices.Span span = choices.open("method");
        Kind result = choices.of(RESULTS);
        boolean isStatic = !choices.chance(40);
        boolean eager = !generates && choices.chance(15);
        var parameters = new ArrayList<Kind>();
        var declared = new ArrayList<String>();
        body.scope = new Scope();
        for (int i = choices.pick(4); i > 0; i--) {
            Kind kind = choices.of(Kind.ALL);
            String parameter = body.scope.freshName();
            body.scope.declare(parameter, kind, choices.chance(50));
            parameters.add(kind);
            declared.add(kind.type + " " + parameter);
        }
        body.place = generates ? Place.ofGenerator(result) : Place.ofMethod(result, !eager);
        body.element = generates ? result : null;
        body.isStatic = isStatic;
        body.fuel = fuel * size;
        String returned =
                (generates ? "AsyncIterable<" : eager ? "CompletableFuture<" : "Coroutine<") + result.boxed + "> ";
        if (eager) body.count("CompletableFuture method");
        body.line("@Async");
        body.open(
                (isStatic ? "static " : "") + returned + name + "(" + String.join(", ", declared) + ") throws Fault {");
        if (generates) body.line("/*+ try (var emitted = new dev.javait.Emitted()) { +*/");
        new Statements(body, new Expressions(body)).methodBody(10 * size);
        if (generates) body.line("/*+ } +*/");
        body.close("}");
        body.line("");
        choices.close(span);
        return new Body.Callee(name, isStatic, eager, result, parameters);
    }

    /** Calls each method several times, with other arguments, each time with the same fields. */
    private static void entry(Body body, String claim, int size) {
        body.append(STATE.replace("$ROUNDS$", String.valueOf(TURNS * size)));
        body.line("@Case(\"" + claim + "\")");
        body.line("@Async");
        body.open("static Coroutine<Object> run() {");
        body.line("turns = 0;");
        for (Body.Callee callee : body.callees) {
            for (int round = 0; round < ROUNDS; round++) call(body, callee, round, "");
        }
        for (Body.Callee generator : body.generators) {
            for (int round = 0; round < ROUNDS; round++) call(body, generator, round, "all");
            for (int round = 0; round < ROUNDS; round++) stepThrough(body, generator, round);
        }
        body.line("return done(turns);");
        body.close("}");
    }

    private static void call(Body body, Body.Callee callee, int round, String collecting) {
        body.line("reset();");
        String call = collecting + "(" + callOf(body, callee, round) + ")";
        body.line("try { log(await(" + call + "));" + " } catch (Exception e) { log(e); }");
        body.line("log(state());");
    }

    /** Element by element, and not to the end in every round. */
    private static void stepThrough(Body body, Body.Callee generator, int round) {
        body.line("reset();");
        String source = Generators.lazily(callOf(body, generator, round));
        body.line("try /*+ (var each = new dev.javait.Each()) +*/ {");
        body.line("    for (var element : awaitEach(/*+ each, +*/ " + source + ")) {");
        body.line("        log(element);");
        body.line("        if (turn(3)) break;");
        body.line("    }");
        body.line("} catch (Exception e) {");
        body.line("    log(e);");
        body.line("}");
        body.line("log(state());");
    }

    private static String callOf(Body body, Body.Callee callee, int round) {
        String arguments = callee.parameters().stream()
                .map(kind -> kind.literals.get(round % kind.literals.size()))
                .collect(Collectors.joining(", "));
        String receiver = callee.isStatic() ? "" : "new " + body.className + "().";
        return receiver + callee.name() + "(" + arguments + ")";
    }
}
