package dev.javait;

/** What a task or promise failed with, and whether anybody has looked at it. */
final class Failure {
    final Throwable error;
    boolean retrieved;

    Failure(Throwable error) {
        this.error = error;
    }
}
