package dev.javait.processor.fuzz;

/**
 * Writes what generators emit, and statements that collect it. What runs between two elements is never traced: the world
 * without the processor makes all elements first.
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

    private boolean mayCollect() {
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
        Body.Callee generator =
                choices.of(body.generators.stream().filter(this::mayCall).toList());
        body.line("log(await(all(" + expressions.callOf(generator) + ")));");
        return true;
    }
}
