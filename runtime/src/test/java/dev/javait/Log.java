package dev.javait;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the library logs during the tests. */
public final class Log extends System.LoggerFinder {
    record Event(System.Logger.Level level, String message, Throwable thrown) {}

    private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();

    /** For the service loader. */
    public Log() {}

    /** What was logged since the last time. */
    static List<Event> take() {
        List<Event> events = List.copyOf(EVENTS);
        EVENTS.clear();
        return events;
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Recorder(name);
    }

    private record Recorder(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            if (name.equals("dev.javait")) {
                EVENTS.add(new Event(level, message, thrown));
                if (Boolean.getBoolean("log.print")) {
                    System.err.println(level + " " + message);
                }
            }
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
            log(level, bundle, format, (Throwable) null);
        }
    }
}
