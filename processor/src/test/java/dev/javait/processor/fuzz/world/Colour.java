package dev.javait.processor.fuzz.world;

/** An enum for random bodies. */
public enum Colour {
    RED,
    GREEN,
    BLUE
}
