/**
 * From the user's attributed trees to the model. What holds no await becomes one opaque piece of the user's source, in which
 * only the names that change meaning are replaced. With {@code check} the only room that imports compiler trees.
 */
@NullMarked
package dev.javait.processor.read;

import org.jspecify.annotations.NullMarked;
