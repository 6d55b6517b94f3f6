package io.watchdeck.bench;

import java.util.Optional;
import java.nio.file.Path;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.overview.OverviewView;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.stack.StackView;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// The window over a whole fleet that reads all the time: how long its thread is busy at a stretch, and how long sorting
/// and filtering take, laid out.
final class FleetWindowBenchmark implements Benchmark {

    private static final double LONGEST_MILLIS = 50;
    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS = 12;
    private static final int TURNS = 15;
    private static final Place A_STACK = Place.of(new io.watchdeck.model.StackId("fleet-07"));

    @Override
    public List<Figure> measure() throws Exception {
        var world = new FleetWorld();
        Toolkit.start();
        try (LiveWatch watch = FleetReadBenchmark.watch(world)) {
            watch.start();
            Shell shell = Toolkit.call(() -> open(world, watch));
            Measured.awaitRest();
            double overview = busiest(world, watch, shell, Place.of(Screen.OVERVIEW));
            double sort = sorting(shell);
            double filter = filtering(shell, "07");
            double stack = busiest(world, watch, shell, A_STACK);
            Toolkit.call(() -> {
                shell.close();
                return shell;
            });
            return List.of(Figure.atMost("fleet-overview-busy", overview, "ms", LONGEST_MILLIS),
                    Figure.atMost("fleet-stack-busy", stack, "ms", LONGEST_MILLIS),
                    Figure.atMost("fleet-overview-sort", sort, "ms", LONGEST_MILLIS),
                    Figure.atMost("fleet-overview-filter", filter, "ms", LONGEST_MILLIS));
        }
    }

    private static Shell open(FleetWorld world, LiveWatch watch) {
        var shell = new Shell(watch, world.clock(), new FxExecutor(), new NoDesktop(),
                new Words(Locale.ENGLISH, ZoneOffset.UTC), Look.of(Theme.DARK),
                Map.of(Screen.OVERVIEW, OverviewView::new, Screen.STACKS, StackView::new));
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.show();
        shell.show(Screen.OVERVIEW);
        return shell;
    }

    /// The longest stretch of CPU of the window's thread over some refreshes of everything.
    private static double busiest(FleetWorld world, LiveWatch watch, Shell shell, Place place) throws Exception {
        Toolkit.call(() -> {
            shell.show(place);
            return place;
        });
        rounds(world, watch, WARM_UP_ROUNDS);
        double[] longest = new double[3];
        for (int look = 0; look < longest.length; look++) {
            var stretches = new FxStretches();
            rounds(world, watch, ROUNDS / longest.length);
            longest[look] = stretches.longestMillis();
        }
        System.err.println(place + ", longest stretches of the window's thread, ms of CPU: " + Arrays.toString(longest));
        return Measured.median(longest);
    }

    private static void rounds(FleetWorld world, LiveWatch watch, int count) throws InterruptedException {
        for (int round = 0; round < count; round++) {
            world.pass(Duration.ofSeconds(30));
            watch.refresh();
            Measured.awaitRest();
        }
    }

    private static double sorting(Shell shell) throws Exception {
        var table = (TableView<?>) lookup(shell, "#overview-table");
        return turns(shell, turn -> sort(table, table.getColumns().get(turn % table.getColumns().size())));
    }

    private static <T> void sort(TableView<T> table, TableColumn<?, ?> column) {
        table.getColumns().stream().filter(one -> one == column).findFirst()
                .ifPresent(one -> table.getSortOrder().setAll(List.of(one)));
    }

    private static double filtering(Shell shell, String typed) throws Exception {
        var field = (TextField) lookup(shell, "#filter");
        double result = turns(shell, turn -> field.setText(turn % 2 == 0 ? typed : ""));
        Toolkit.call(() -> {
            field.clear();
            return field;
        });
        return result;
    }

    private interface Turn {
        void take(int number);
    }

    /// The median of some turns, in milliseconds of CPU that the window's thread uses until the pulses have styled, laid
    /// out and handed over what has changed.
    private static double turns(Shell shell, Turn turn) throws Exception {
        double[] took = new double[TURNS];
        for (int number = -TURNS; number < TURNS; number++) {
            int each = number + TURNS;
            double before = Toolkit.call(() -> {
                double cpu = Measured.ownCpuMillis();
                turn.take(each);
                return cpu;
            });
            pulse(shell);
            pulse(shell);
            double after = Toolkit.call(Measured::ownCpuMillis);
            if (number >= 0) {
                took[number] = after - before;
            }
        }
        return Measured.median(took);
    }

    /// Waits for the end of a pulse.
    private static void pulse(Shell shell) throws Exception {
        var laidOut = new CountDownLatch(1);
        Runnable end = laidOut::countDown;
        Toolkit.call(() -> {
            shell.scene().addPostLayoutPulseListener(end);
            Platform.requestNextPulse();
            return end;
        });
        laidOut.await();
        Toolkit.call(() -> {
            shell.scene().removePostLayoutPulseListener(end);
            return end;
        });
    }

    private static Node lookup(Shell shell, String id) throws Exception {
        return Toolkit.call(() -> {
            Node found = shell.scene().lookup(id);
            if (found == null) {
                throw new IllegalStateException("no " + id);
            }
            return found;
        });
    }

    private static final class NoDesktop implements Desktop {
        @Override
        public void open(URI uri) {}

        @Override
        public Optional<Path> stackFile(StackId stack) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void save(String suggestedName, String content) {}

        @Override
        public void save(String suggestedName, Supplier<byte[]> content) {}
    }
}
