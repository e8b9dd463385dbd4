package dev.javait.processor.lint;

import dev.javait.processor.diagnose.Message;

/** The warnings, each under the tag of its message. */
enum Lint {
    COROUTINE_DROPPED(Message.COROUTINE_DROPPED),
    TASK_DROPPED(Message.TASK_DROPPED),
    BLOCKING_CALL(Message.BLOCKING_CALL),
    CANCELLATION_SWALLOWED(Message.CANCELLATION_SWALLOWED),
    LOCK_HELD(Message.LOCK_HELD);

    final Message message;

    Lint(Message message) {
        this.message = message;
    }
}
