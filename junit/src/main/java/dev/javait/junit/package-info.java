/**
 * JUnit Jupiter tests whose methods are async: {@link dev.javait.junit.TestLoop} on a class or method gives each test an event loop with a virtual clock,
 * a time-out that says where every task waits, and a failure for what is left over; {@link dev.javait.junit.ShuffledTest} repeats a test in random orders.
 */
@NullMarked
package dev.javait.junit;

import org.jspecify.annotations.NullMarked;
