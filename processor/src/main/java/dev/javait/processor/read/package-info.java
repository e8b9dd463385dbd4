/**
 * From the user's attributed trees to the model. What holds no await becomes one opaque piece of the user's source, in which
 * only the names that change meaning are replaced. Besides this room only {@code check}, {@code lint} and {@code tree} import
 * compiler trees.
 */
@NullMarked
package dev.javait.processor.read;

import org.jspecify.annotations.NullMarked;
