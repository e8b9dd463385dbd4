package dev.javait.processor.twin;

/**
 * A method to run in both worlds.
 *
 * @param alone the smallest source that has it
 */
public record TwinCase(String className, String method, Source alone) {}
