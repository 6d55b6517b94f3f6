package io.watchdeck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Clocks, and what to say of several measurements.
final class Measured {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Measured() {}

    /// CPU that this process has used so far on all cores, with the compiler's and the collector's share, in
    /// milliseconds.
    static double cpuMillis() {
        return MACHINE.getProcessCpuTime() / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /// CPU that the calling thread has used so far, in milliseconds.
    static double ownCpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    static double wallMillis() {
        return System.nanoTime() / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// Waits until this process has used less than a tenth of a core for half a second.
    ///
    /// @throws InterruptedException  when the thread is to end
    /// @throws IllegalStateException when it does not come to rest within two minutes
    static void awaitRest() throws InterruptedException {
        for (int look = 0; look < 240; look++) {
            double before = cpuMillis();
            Thread.sleep(500);
            if (cpuMillis() - before < 50) {
                return;
            }
        }
        throw new IllegalStateException("does not come to rest");
    }
}
