/**
 * Brings every await to the top of a statement. What Java evaluates before it goes to temporaries, in Java's order; loops over
 * elements, resources and assertions become the plain statements that they stand for.
 */
@NullMarked
package dev.javait.processor.spill;

import org.jspecify.annotations.NullMarked;
