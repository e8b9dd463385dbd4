/** The smallest program that waits once, in two ways; {@link dev.javait.benchmarks.Startup} runs them. */
package dev.javait.benchmarks.start;
