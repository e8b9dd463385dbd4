package dev.javait.samples.chat;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who is in a room hears what is said there. */
final class Room {
    private final Set<AsyncQueue<String>> members = new LinkedHashSet<>();

    /** What is said while {@code name} is in the room, who comes in with the first element and leaves when the iterator is closed. */
    @Async
    AsyncIterable<String> join(String name) {
        AsyncQueue<String> heard = new AsyncQueue<>();
        members.add(heard);
        say(name + " joins");
        try {
            while (true) {
                emit(await(heard.get()));
            }
        } finally {
            members.remove(heard);
            say(name + " leaves");
        }
    }

    void say(String line) {
        members.forEach(member -> member.offer(line));
    }
}
