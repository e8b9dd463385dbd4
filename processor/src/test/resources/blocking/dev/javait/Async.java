package dev.javait;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Means nothing here: the method is left as it was written. */
@Target(ElementType.METHOD)
public @interface Async {}
