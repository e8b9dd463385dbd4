/** What {@code java -jar javait-runtime.jar} does: looks into another process. Nobody else uses it, and a platform without {@code jdk.attach} never loads it. */
@NullMarked
package dev.javait.tool;

import org.jspecify.annotations.NullMarked;
