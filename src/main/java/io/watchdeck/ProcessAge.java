package io.watchdeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long ago this process began. On Linux by what the kernel counts since the machine was booted, to a hundredth of a
/// second: the JDK adds that to the second of the boot, and is wrong by up to a second, by the same in each process.
final class ProcessAge {

    private static final Path SELF = Path.of("/proc/self/stat");
    private static final Path BOOTED = Path.of("/proc/uptime");
    /// Of the kernel's clock, as programs see it on every machine: see `proc(5)`, `sysconf(_SC_CLK_TCK)`.
    private static final long TICKS_IN_SECOND = 100;
    /// Where `starttime` is, counted from what follows the name of the program, which may hold anything.
    private static final int START = 19;

    private ProcessAge() {}

    static Duration now() {
        try {
            return ofLinux(Files.readString(SELF), Files.readString(BOOTED)).orElseGet(ProcessAge::byTheJdk);
        } catch (IOException notLinux) {
            return byTheJdk();
        }
    }

    /// @param self   what `/proc/self/stat` says
    /// @param booted what `/proc/uptime` says
    /// @return empty where they say something else than they should
    static Optional<Duration> ofLinux(String self, String booted) {
        try {
            String[] fields = self.substring(self.lastIndexOf(')') + 1).strip().split(" ");
            long began = Long.parseLong(fields[START]) * 1000 / TICKS_IN_SECOND;
            long now = Math.round(Double.parseDouble(booted.strip().split(" ")[0]) * 1000);
            return Optional.of(Duration.ofMillis(Math.max(0, now - began)));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException other) {
            return Optional.empty();
        }
    }

    private static Duration byTheJdk() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
