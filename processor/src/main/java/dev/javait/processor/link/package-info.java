/**
 * Joins finished state machines to the user's classes: compiles the generated sources against an opened view of the
 * user's class files, moves the compiled bodies into those class files, and makes the user's methods start them.
 * The only room that knows class files.
 */
@NullMarked
package dev.javait.processor.link;

import org.jspecify.annotations.NullMarked;
