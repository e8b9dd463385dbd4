/**
 * What a coroutine would be if somebody wrote each by hand and knew that there is no cancellation, no context and nobody who debugs it. Not a goal: what is left
 * out has its price. Nothing of Javait is in it.
 */
package dev.javait.benchmarks.floor;
