/** JUnit Jupiter tests whose methods are async. */
module dev.javait.junit {
    requires transitive dev.javait.runtime;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.javait.junit;

    provides org.junit.jupiter.api.extension.Extension with
            dev.javait.junit.JavaitExtension;
}
