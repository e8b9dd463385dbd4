package dev.javait.benchmarks.start;

import java.io.IOException;

/** As {@link HelloAsync}, in a thread. */
public final class HelloThread {
    private HelloThread() {}

    static void hello() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        System.out.println("hello");
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        Thread thread = new Thread(HelloThread::hello);
        thread.start();
        thread.join();
        System.in.read();
    }
}
