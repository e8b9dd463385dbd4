/** The workloads, once for each way to write them. */
package dev.javait.benchmarks.peers;
