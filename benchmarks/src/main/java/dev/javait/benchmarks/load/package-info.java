/**
 * An HTTP service on this machine, under load: each request awaits two calls to another service and a timer. Three handlers do the same; Vert.x serves all of them,
 * and makes their calls.
 */
package dev.javait.benchmarks.load;
