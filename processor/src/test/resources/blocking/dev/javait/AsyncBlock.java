package dev.javait;

@FunctionalInterface
public interface AsyncBlock {
    void run() throws Exception;
}
