/** How the cost of an operation grows with the number of tasks, timers and elements; and what a second processor brings. */
package dev.javait.benchmarks.scale;
