/**
 * What awaiting costs: the same workloads for Javait, for other ways to do the same on the JVM, and for state machines written by hand, which are the floor.
 * {@link dev.javait.benchmarks.Compare} runs them all and prints one table.
 */
package dev.javait.benchmarks;
