package io.watchdeck.bench;

import io.watchdeck.stack.ShippedStacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// From the start of the process to the window with the figures that were known last, of the packaged console as the menu
/// starts it: without options, with the shipped stack files in the person's folder, and the figures that a console kept
/// before, which was one of the sandbox over the same stacks. How much memory it holds is measured over that sandbox, of
/// which the simulated account is a part. Beside it a bare window, packaged and started the same way, in turns with it, and
/// for the memory one that has no options. On a screen of Xvfb where there is none.
///
/// The memory is what is resident after a minute, or after so many as the property `bench.minutes` says.
final class StartBenchmark implements Benchmark {

    private static final int STARTS = 7;
    private static final double MOST_SECONDS = 1.0;
    private static final double MOST_TIMES = 2;
    private static final double MOST_MEMORY = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofSeconds(45);
    private static final Pattern DRAWN = Pattern.compile("(Window|Figures) drawn (\\d+) ms");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIB_IN_MB = 1e6 / 1024;

    @Override
    public List<Figure> measure() throws Exception {
        Path scratch = Files.createTempDirectory("watchdeck-start");
        Optional<Process> screen = Optional.empty();
        try {
            Packaged packaged = Packaged.make(scratch);
            String display = System.getenv("DISPLAY");
            if (display == null) {
                // As a desktop, it goes on when a window is closed: GTK notes in it what it found out of the screen.
                Process started = new ProcessBuilder("Xvfb", "-noreset", "-displayfd", "1", "-screen", "0",
                        "1600x1000x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                screen = Optional.of(started);
                display = ":" + new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            }
            return measure(packaged, Home.in(scratch), display);
        } finally {
            screen.ifPresent(Process::destroy);
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// A person's home, where no credentials are.
    ///
    /// @param data folder of the history
    private record Home(Path folder, Path data) {

        static Home in(Path scratch) throws IOException {
            Path folder = scratch.resolve("home");
            ShippedStacks.writeTo(folder.resolve("config/watchdeck/stacks"));
            return new Home(folder, folder.resolve("data/watchdeck"));
        }

        /// Of this process, but for what leads to another home, or to an account.
        Map<String, String> environment() {
            var environment = new HashMap<>(System.getenv());
            environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("JAVA_TOOL_OPTIONS"));
            environment.put("HOME", folder.toString());
            environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
            environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
            environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
            environment.put("AWS_EC2_METADATA_DISABLED", "true");
            return environment;
        }

        /// A simulated account, of which is kept what the next start finds.
        List<String> sandbox() {
            return List.of("--sandbox", "--data", data.toString());
        }
    }

    private static List<Figure> measure(Packaged packaged, Home home, String display) throws Exception {
        console(packaged, home, home.sandbox(), display, FIRST);
        var window = new ArrayList<Double>();
        var figures = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int start = -1; start < STARTS; start++) {
            double[] ours = console(packaged, home, List.of(), display, Duration.ofSeconds(1));
            double theirs = bare(packaged.bare(), home, display, Duration.ZERO)[0];
            if (start >= 0) {
                window.add(ours[0]);
                figures.add(ours[1]);
                bare.add(theirs);
            }
        }
        Duration held = Duration.ofMinutes(Long.getLong("bench.minutes", 1));
        double[] memory = console(packaged, home, home.sandbox(), display, held);
        double same = bare(packaged.bare(), home, display, Duration.ofSeconds(20))[1];
        double plain = bare(packaged.plain(), home, display, Duration.ofSeconds(20))[1];
        double start = median(figures);
        return List.of(Figure.atMost("start-window", median(window), "s", MOST_SECONDS),
                Figure.atMost("start-last-known-figures", start, "s", MOST_SECONDS),
                Figure.atMost("start-times-bare-window-of-%.2f-s".formatted(median(bare)), start / median(bare), "x",
                        MOST_TIMES),
                Figure.atMost("memory-after-%d-min".formatted(held.toMinutes()), memory[2], "MB", MOST_MEMORY * plain),
                Figure.atMost("memory-times-bare-window-of-%.0f-MB".formatted(plain), memory[2] / plain, "x",
                        MOST_MEMORY),
                Figure.atMost("memory-times-bare-window-with-the-same-options-of-%.0f-MB".formatted(same),
                        memory[2] / same, "x", MOST_MEMORY));
    }

    /// @return seconds to the window, seconds to the figures, MB resident at the end
    private static double[] console(Packaged packaged, Home home, List<String> options, String display, Duration longer)
            throws Exception {
        Path log = home.data().resolve("log").resolve("watchdeck-0.log");
        if (Files.exists(log)) {
            Files.delete(log);
        }
        List<String> command = Stream.concat(Stream.of(packaged.console().toString()), options.stream()).toList();
        Process process = started(command, home, display, ProcessBuilder.Redirect.DISCARD);
        try {
            double window = Double.NaN;
            double figures = Double.NaN;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (Double.isNaN(window) || Double.isNaN(figures)) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException("The console drew nothing.");
                }
                Thread.sleep(50);
                Matcher drawn = DRAWN.matcher(Files.exists(log) ? Files.readString(log) : "");
                while (drawn.find()) {
                    double seconds = Double.parseDouble(drawn.group(2)) / TimeUnit.SECONDS.toMillis(1);
                    if (drawn.group(1).equals("Window")) {
                        window = seconds;
                    } else {
                        figures = seconds;
                    }
                }
            }
            Thread.sleep(longer);
            return new double[] {window, figures, resident(process)};
        } finally {
            end(process);
        }
    }

    /// @return seconds to the window, MB resident at the end
    private static double[] bare(Path launcher, Home home, String display, Duration longer) throws Exception {
        long began = System.currentTimeMillis();
        Process process = started(List.of(launcher.toString()), home, display, ProcessBuilder.Redirect.PIPE);
        try {
            long laidOut = Long.parseLong(new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)).readLine());
            Thread.sleep(longer);
            return new double[] {(double) (laidOut - began) / TimeUnit.SECONDS.toMillis(1), resident(process)};
        } finally {
            end(process);
        }
    }

    private static Process started(List<String> command, Home home, String display, ProcessBuilder.Redirect out)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(home.environment());
        builder.environment().put("DISPLAY", display);
        return builder.start();
    }

    /// The launcher is the process of the JVM.
    private static double resident(Process process) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        return found.find() ? Double.parseDouble(found.group(1)) / KIB_IN_MB : Double.NaN;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static double median(List<Double> values) {
        return Measured.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
