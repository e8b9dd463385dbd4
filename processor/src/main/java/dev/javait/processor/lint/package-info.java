/**
 * Warns of what compiles and runs, and is probably not meant: a coroutine that nobody runs, a call that blocks the event loop. Where it
 * is not certain it keeps quiet. Reads the user's own trees, attributed by javac.
 */
@NullMarked
package dev.javait.processor.lint;

import org.jspecify.annotations.NullMarked;
