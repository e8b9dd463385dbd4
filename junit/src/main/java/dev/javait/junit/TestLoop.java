package dev.javait.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class, or on a test method where that is to differ: the event loop that each test has for itself. {@code @Async @Test void} methods run on it, and
 * so do {@code @Async} methods with {@code @BeforeEach} and {@code @AfterEach}; a parameter of type {@link dev.javait.EventLoop} is it.
 *
 * <p>A test fails when, after its {@code @AfterEach} methods, tasks of its loop are not done, or the loop has had a failure that nobody caught or looked at. The
 * message lists them.
 *
 * <p>JUnit takes only test methods that return {@code void}. A coroutine or future that there is already is run by {@code loop.run(coroutine)}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(JavaitExtension.class)
public @interface TestLoop {
    /** Whose time it is; virtual unless set. */
    Clock clock() default Clock.VIRTUAL;

    /**
     * How many seconds of real time the test may take with its {@code @BeforeEach} and {@code @AfterEach} methods; 10 unless set, 0 for no limit. After that every task is
     * cancelled, and the test fails with a list of where each waited.
     */
    double timeout() default 10;

    /** Whether tasks may be left when the test ends; they are cancelled then, as {@code run} does. */
    boolean mayLeaveTasks() default false;

    /** The clock of a test's loop. */
    enum Clock {
        /** Stands still while anything can run, and jumps to the next deadline when nothing can: sleeping costs no time. */
        VIRTUAL,
        /** The machine's. */
        REAL
    }
}
