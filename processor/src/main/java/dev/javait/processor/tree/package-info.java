/** What the rooms that read compiler trees share: a user's file with its positions, and the words of the language. */
@NullMarked
package dev.javait.processor.tree;

import org.jspecify.annotations.NullMarked;
