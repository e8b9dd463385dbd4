package dev.javait;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** A task that is not done, in a flight recording: each, every time. */
@Name("dev.javait.Task")
@Label("Task")
@Category("Javait")
@Description("A task of an event loop that is not done: what it waits for, and where")
@Period("1 s")
@StackTrace(false)
final class TaskEvent extends Event {
    @Label("Task")
    final String task;

    @Label("Waiting For")
    final String waitingFor;

    @Label("Waiting At")
    final String stack;

    @Label("Event Loop")
    final String loop;

    private TaskEvent(Task<?> task) {
        this.task = task.toString();
        this.waitingFor = Objects.toString(task.awaited(), "");
        this.stack = task.stack().stream().map(StackTraceElement::toString).collect(Collectors.joining("\n"));
        this.loop = task.loop.toString();
    }

    static List<TaskEvent> of(EventLoop loop) {
        return loop.tasks().stream().map(TaskEvent::new).toList();
    }
}
