package dev.javait.processor.twin;

/**
 * A method to run in both worlds.
 *
 * @param claim what it shows
 * @param alone the smallest source that has it
 */
public record TwinCase(String className, String method, String claim, Source alone) {}
