package dev.javait.samples.downloads;

import java.io.Console;
import java.io.PrintStream;

/** How far the downloads are: a bar that grows on a terminal, a line for each quarter elsewhere. Used on the loop's thread alone, so it needs no lock. */
final class Progress {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private int finished;
    private int failed;
    private int retries;
    private int quartersSaid;

    Progress(PrintStream out, boolean terminal, int total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    /** Whether the standard output is one. From JDK 22 on, where there is a method that tells, a console alone is no proof. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    void finished() {
        finished++;
        show();
    }

    void gaveUp() {
        failed++;
        show();
    }

    void triesAgain() {
        retries++;
        show();
    }

    int retries() {
        return retries;
    }

    private void show() {
        int ended = finished + failed;
        if (terminal) {
            int filled = WIDTH * ended / total;
            out.printf("\r[%s%s] %s", "#".repeat(filled), ".".repeat(WIDTH - filled), this);
            if (ended == total) {
                out.println();
            }
        } else if (4 * ended / total > quartersSaid) {
            quartersSaid = 4 * ended / total;
            out.println(this);
        }
        out.flush();
    }

    @Override
    public String toString() {
        return "%d/%d files, %d retries, %d failed".formatted(finished, total, retries, failed);
    }
}
