package dev.javait.it;

/** What the tests of builds that compile step by step have in common. */
final class Steps {
    /** Calls its superclass's method, whose result and {@code calls} it prints. */
    static final String DERIVED = """
            package steps;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            public class Derived extends Base {
                @Override
                @Async
                protected Coroutine<String> name(int times) {
                    String first = await(super.name(times));
                    await(yieldNow());
                    return done(first + " " + await(super.name(times + 1)) + " " + calls);
                }

                public static void main(String[] args) {
                    System.out.println(run(new Derived().name(1)));
                }
            }
            """;

    private Steps() {}
}
