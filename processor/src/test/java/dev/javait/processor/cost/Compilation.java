package dev.javait.processor.cost;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles the same some times, and prints the least wall time, CPU time and the peak of memory. A process of its own. */
final class Compilation {
    private Compilation() {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        String[] options = Files.readAllLines(Path.of(args[1])).toArray(String[]::new);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        double wall = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long wallBefore = System.nanoTime();
            long cpuBefore = rounds == 1 ? 0 : cpu();
            int exit = javac.run(null, null, null, options);
            if (exit != 0) System.exit(exit);
            wall = Math.min(wall, (System.nanoTime() - wallBefore) / 1e6);
            cpu = Math.min(cpu, (cpu() - cpuBefore) / 1e6);
        }
        System.out.println(wall + " " + cpu + " " + peak());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The most memory that the process has had, where the system tells, else what its heap has. */
    private static double peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            List<String> lines = Files.readAllLines(status);
            for (String line : lines) {
                if (line.startsWith("VmHWM:")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return Runtime.getRuntime().totalMemory() / 1024.0 / 1024.0;
    }
}
