/**
 * What generated classes extend and call, and nothing else does: a {@link dev.javait.frame.Frame} is one call of an {@code @Async} method,
 * {@link dev.javait.frame.Await} is where it waits, and {@link dev.javait.frame.Driver} is the part of an event loop that runs frames.
 */
@NullMarked
package dev.javait.frame;

import org.jspecify.annotations.NullMarked;
