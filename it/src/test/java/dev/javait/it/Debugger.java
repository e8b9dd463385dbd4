package dev.javait.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drives {@code jdb} as somebody at the keyboard would: a command, and then what it answers. */
final class Debugger implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final Process process;
    private final StringBuilder transcript = new StringBuilder();
    private int read;

    Debugger(Jdk jdk, Path folder, String classPath, String mainClass) throws IOException {
        process = new ProcessBuilder(jdk.tool("jdb", List.of("-classpath", classPath, mainClass)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Thread reader = new Thread(this::read, "jdb's output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (transcript) {
                    transcript.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    transcript.notifyAll();
                }
            }
        } catch (IOException ended) {
            // There is no more to read; whoever waits for more sees the time run out.
        }
    }

    /** Enters a command, and waits until its answer ends with {@code prompt}; the answer. */
    String enter(String command, String prompt) throws IOException, InterruptedException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((command + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return awaitPrompt(prompt);
    }

    /** What is printed until {@code prompt} ends it. */
    String awaitPrompt(String prompt) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        synchronized (transcript) {
            int found;
            while ((found = transcript.indexOf(prompt, read)) < 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("no \"" + prompt + "\" in " + transcript);
                }
                TimeUnit.NANOSECONDS.timedWait(transcript, left);
            }
            String answer = transcript.substring(read, found);
            read = found + prompt.length();
            return answer;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
