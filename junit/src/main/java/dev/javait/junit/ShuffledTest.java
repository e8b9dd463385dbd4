package dev.javait.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In place of {@code @Test}: runs the test once for each of many seeds, on a loop that runs what is ready in an order that is random by that seed. What fails
 * with one seed, which the name of the invocation tells, fails with it again: {@code @ShuffledTest(value = 1, from = 17)}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith({JavaitExtension.class, Shuffles.class})
public @interface ShuffledTest {
    /** How many seeds; one at least, or JUnit has nothing to run and says so. */
    int value() default 100;

    /** The first seed, any number; the others count up from it. */
    long from() default 0;
}
