package dev.javait;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Javait#waitAny} and its like found: the tasks that were given, and a task for each thing given that was none, each in the order
 * given; asyncio's pair of sets.
 *
 * @param done those that are done, in whatever way
 * @param pending those that are not; they keep running
 */
public record Waited<T extends @Nullable Object>(Set<Task<T>> done, Set<Task<T>> pending) {}
