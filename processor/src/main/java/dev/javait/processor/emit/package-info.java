/**
 * From the flow graph to a Java source file that a person can read. The only room that imports JavaPoet; names of runtime
 * members stand in {@link dev.javait.processor.emit.RuntimeNames}.
 */
@NullMarked
package dev.javait.processor.emit;

import org.jspecify.annotations.NullMarked;
