/**
 * Finds out what a suspended method must remember: data flow, backwards over the blocks, along jumps and along failures.
 */
@NullMarked
package dev.javait.processor.liveness;

import org.jspecify.annotations.NullMarked;
