/** One catalogue of every message that a user can see, and the failures that carry them. */
@NullMarked
package dev.javait.processor.diagnose;

import org.jspecify.annotations.NullMarked;
