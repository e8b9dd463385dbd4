package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Target;
import java.util.List;

/** Writes loops over what may have to be waited for. The world without the processor sees each in a {@code try} that closes. */
final class AsyncLoops extends Writer {
    /** A source that fails now and then. Written out with the class, for its supertypes are other ones in each world. */
    static final String STEPS = """

                static class Steps implements AsyncIterable<Integer>, AsyncIterator<Integer> {
                    final String name;
                    final int count;
                    final int trouble;
                    int at;

                    Steps(String name, int count, int trouble) {
                        this.name = name;
                        this.count = count & 3;
                        this.trouble = trouble;
                    }

                    void failIf(int kind, boolean now, String what) {
                        log(what + " " + name + " " + at);
                        if (now && (trouble & 1 << kind) != 0) throw new Oops(what + " " + name);
                    }

                    public AsyncIterator<Integer> iterator() {
                        failIf(0, true, "iterator");
                        return this;
                    }

                    public Coroutine<Boolean> moveNext() {
                        failIf(1, at == 1, "move");
                        return (trouble & 1 << 2) != 0 ? done(at++ < count) : move();
                    }

                    @Async
                    Coroutine<Boolean> move() {
                        await(leaf("moving", 0));
                        failIf(3, at == 1, "moved");
                        return done(at++ < count);
                    }

                    public Integer current() {
                        failIf(4, at == 2, "current");
                        return (trouble & 1 << 5) != 0 && at == 2 ? null : (Integer) (at * 10);
                    }

                    public Coroutine<Void> close() {
                        failIf(6, true, "close");
                        return (trouble & 1 << 2) != 0 ? done() : closing();
                    }

                    @Async
                    Coroutine<Void> closing() {
                        await(leaf("closing", 0));
                        failIf(7, true, "closed");
                        return done();
                    }

                    public String toString() {
                        return "steps " + name;
                    }
                }
            """;

    private static final int TROUBLES = 8;

    private final Generators generators;

    AsyncLoops(Statements statements) {
        super(statements);
        generators = new Generators(statements);
    }

    boolean mayStand() {
        return body.place.awaits() && body.place.tries();
    }

    boolean loop(Target target) {
        body.count("awaitEach");
        String each = body.unique("each");
        boolean generates = generators.mayCollect() && choices.chance(40);
        Body.Callee generator = generates ? generators.pick() : null;
        String source = generates ? generators.lazily(generator) : source();
        boolean constant = choices.chance(60);
        Kind kind =
                generates ? generator.result() : choices.of(List.of(Kind.INT, Kind.INTEGER, Kind.LONG, Kind.OBJECT));
        String type = kind == Kind.INTEGER && choices.chance(50) ? "var" : kind.type;
        Scope.Local local = body.scope.declare(body.scope.freshName(), kind, constant);
        body.line("/*+ try (var " + each + " = new dev.javait.Each()) { +*/");
        body.open(target.prefix() + "for (" + type + " " + local.name + " : awaitEach(/*+ " + each + ", +*/ " + source
                + ")) {");
        body.place = body.place.inTry(false).within(target);
        block(3);
        body.close("}");
        body.line("/*+ } +*/");
        return true;
    }

    private String source() {
        String made = "new Steps(" + body.tag() + ", " + expressions.loose(Kind.INT) + ", " + trouble() + ")";
        return switch (choices.pick(8)) {
            case 4 -> "note(" + body.tag() + ", " + made + ")";
            case 5 -> "(" + condition() + " ? " + made + " : (Steps) null)";
            case 6, 7 -> "await(leaf(" + body.tag() + ", " + made + "))";
            default -> made;
        };
    }

    private int trouble() {
        int trouble = 0;
        for (int i = choices.pick(3); i > 0; i--) trouble |= 1 << choices.pick(TROUBLES);
        return trouble;
    }
}
