/**
 * Makes a flow graph of the statements: control flow that an await stands in becomes labelled blocks with explicit jumps, and
 * every jump passes through the {@code finally} blocks on its way.
 */
@NullMarked
package dev.javait.processor.flatten;

import org.jspecify.annotations.NullMarked;
