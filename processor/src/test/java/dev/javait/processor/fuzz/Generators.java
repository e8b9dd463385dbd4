package dev.javait.processor.fuzz;

import java.util.ArrayList;

/**
 * Writes what generators emit, and statements that collect it. Where a generator is called as it is, what runs between two elements is not traced: the world
 * without the processor makes all elements first then. Where it is called lazily, it makes each when it is asked for.
 */
final class Generators extends Writer {
    static final String ALL = """

                @Async
                static <T> Coroutine<Object[]> all(AsyncIterable<T> source) {
                    var all = new ArrayList<T>();
                    for (T element : awaitEach(source)) all.add(element);
                    return done(all.toArray());
                }
            """;

    Generators(Statements statements) {
        super(statements);
    }

    boolean mayStand() {
        return mayEmit() || mayCollect();
    }

    boolean statement() {
        return mayEmit() && (!mayCollect() || choices.chance(70)) ? emit() : collect();
    }

    private boolean mayEmit() {
        return body.element != null && body.place.awaits();
    }

    boolean mayCollect() {
        return body.place.awaits()
                && body.place.faults()
                && body.generators.stream().anyMatch(this::mayCall);
    }

    private boolean mayCall(Body.Callee generator) {
        return generator.isStatic() || !body.isStatic;
    }

    private boolean emit() {
        body.count("emit");
        String value = expressions.exact(body.element);
        body.line("emit(" + (choices.chance(70) ? "note(" + body.tag() + ", " + value + ")" : value) + ");");
        return true;
    }

    private boolean collect() {
        body.count("generator");
        body.line("log(await(all(" + expressions.callOf(pick()) + ")));");
        return true;
    }

    Body.Callee pick() {
        return choices.of(body.generators.stream().filter(this::mayCall).toList());
    }

    /** A call for {@code awaitEach}; its arguments are evaluated before, as they are where a call makes a generator. */
    String lazily(Body.Callee generator) {
        body.count("generator, step by step");
        var arguments = new ArrayList<String>();
        for (Kind kind : generator.parameters()) {
            String argument = body.unique("argument");
            body.line("final " + kind.type + " " + argument + " = " + expressions.loose(kind) + ";");
            arguments.add(argument);
        }
        return lazily(generator.name() + "(" + String.join(", ", arguments) + ")");
    }

    /** A call that only the world with the processor can make as it is. */
    static String lazily(String call) {
        return "/*+ dev.javait.Javait.lazily(() -> +*/ " + call + " /*+ ) +*/";
    }
}
