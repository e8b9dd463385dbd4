/**
 * The records that the passes speak: the user's method as statements and expressions, its control-flow graph, and the
 * finished state machine. Nothing here knows javac, JavaPoet or ASM; what holds no await is one opaque piece of the
 * user's source.
 */
@NullMarked
package dev.javait.processor.model;

import org.jspecify.annotations.NullMarked;
