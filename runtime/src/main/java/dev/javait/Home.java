package dev.javait;

import org.jspecify.annotations.Nullable;

/** The loop to which something belongs that tasks wait for: that in which the first of them did. */
final class Home {
    /** What belongs there, for messages. */
    private final Object subject;

    private @Nullable EventLoop loop;

    Home(Object subject) {
        this.subject = subject;
    }

    /** The loop of the running task, which is this one from here on. */
    EventLoop here() {
        EventLoop here = EventLoop.runningOrNull();
        if (here == null) {
            // The message is made only when somebody will read it: a subject tells how full it is.
            throw EventLoop.missing("waiting for " + subject);
        }
        belongTo(here);
        return here;
    }

    /** The same, where {@code here}, the loop of the running task, is known. */
    void belongTo(EventLoop here) {
        if (loop == null) {
            loop = here;
        } else if (loop != here) {
            throw new IllegalStateException(
                    subject + " belongs to another event loop, in which a task waited for it first;"
                            + " make one for each loop, in the code that the loop runs");
        }
    }

    /** Before anything changes: that this is the thread of the loop, if there is one yet. */
    void checkThread() {
        if (loop != null) {
            loop.checkThread(subject, "use");
        }
    }

    /** The same, where the loop that this thread runs is known. */
    void checkThread(EventLoop here) {
        if (loop != here) {
            checkThread();
        }
    }
}
