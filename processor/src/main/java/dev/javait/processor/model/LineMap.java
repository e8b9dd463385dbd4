package dev.javait.processor.model;

/** Which line of the user's file each line of a generated file stands for. */
public record LineMap(int[] userLines) {
    /** The user's line for {@code generatedLine} (from 1), or 0 where the generated line has no counterpart. */
    public int userLine(int generatedLine) {
        return generatedLine < userLines.length ? userLines[generatedLine] : 0;
    }
}
