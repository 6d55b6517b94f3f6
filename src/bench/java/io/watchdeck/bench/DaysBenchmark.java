package io.watchdeck.bench;

import io.watchdeck.DaysConsole;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.stage.Stage;

/// How the heap grows over days of watching the shipped stacks, with a window that goes from screen to screen: what lives
/// after a collection at the end of each day, always on the same screen. The first two days fill what has a bound. The
/// simulated account lives in the same heap.
///
/// Days are simulated as fast as they can be read; there are ten, or as many as the property `bench.days` says.
final class DaysBenchmark implements Benchmark {

    private static final int DAYS = 10;
    private static final int FILLING = 2;
    private static final double MOST_PERCENT = 5;
    private static final Duration VISIT = Duration.ofHours(1);
    private static final int VISITS = 24;
    private static final double MEGABYTE = 1e6;
    private static final List<Place> PLACES = Stream.concat(Stream.of(Screen.values()).map(Place::of),
            Stream.of("tiketi-prod", "bowwow-prod").map(name -> Place.of(new StackId(name)))).toList();

    @Override
    public List<Figure> measure() throws Exception {
        Toolkit.start();
        int days = Integer.getInteger("bench.days", DAYS);
        Path data = Files.createTempDirectory("watchdeck-days");
        var clock = new MutableClock(Instant.parse("2026-09-01T00:00:00Z"));
        var living = new ArrayList<Double>();
        try (var console = new DaysConsole(data, clock)) {
            Shell shell = Toolkit.call(() -> open(console, clock));
            for (int day = 1; day <= days; day++) {
                for (int visit = 0; visit < VISITS; visit++) {
                    Place place = PLACES.get((day * VISITS + visit) % PLACES.size());
                    show(shell, place);
                    console.pass(VISIT);
                }
                show(shell, Place.of(Screen.OVERVIEW));
                living.add(living());
                System.err.println("after day " + day + ": " + living.getLast() + " MB");
            }
            Toolkit.call(() -> {
                shell.close();
                return shell;
            });
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        double growth = (living.getLast() / living.get(FILLING - 1) - 1) * 100;
        return List.of(Figure.atMost("heap-growth-day-%d-to-%d-of-%.0f-MB".formatted(FILLING, days,
                living.get(FILLING - 1)), growth, "%", MOST_PERCENT));
    }

    private static Shell open(DaysConsole console, MutableClock clock) {
        var shell = new Shell(console.watch(), clock, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, ZoneOffset.UTC), Look.of(Theme.DARK), Window.SCREENS);
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.show();
        return shell;
    }

    private static void show(Shell shell, Place place) {
        Toolkit.call(() -> {
            shell.show(place);
            return place;
        });
    }

    /// In megabytes.
    private static double living() throws InterruptedException {
        for (int turn = 0; turn < 4; turn++) {
            Measured.awaitRest();
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
