/** The annotation processor: its face to javac, and the recipe by which an async method becomes a state machine. */
@NullMarked
package dev.javait.processor;

import org.jspecify.annotations.NullMarked;
