/**
 * Says no, all of it at once, at the place that offends, before anything is rewritten. Reads the user's own trees, attributed by
 * javac.
 */
@NullMarked
package dev.javait.processor.check;

import org.jspecify.annotations.NullMarked;
