/** Async and await for Java: the API and what the compiled methods run on. */
module dev.javait.runtime {
    requires static java.management;
    requires static jdk.attach;
    requires static jdk.jfr;
    requires static org.jspecify;

    uses dev.javait.LoopDefaults;

    exports dev.javait;
    exports dev.javait.frame;
}
