package io.watchdeck.bench;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// A frame of four series of a week of minutes, with noise: new data, styled, laid out, painted and drawn in software to
/// the last pixel. Beside it JavaFX's own `LineChart` with the same data.
final class ChartBenchmark implements Benchmark {

    private static final double MOST_MILLIS = 40;
    private static final int SERIES = 4;
    private static final int POINTS = 10_080;
    private static final double WIDTH = 900;
    private static final double HEIGHT = 400;
    private static final double WARM_UP_MILLIS = 5_000;
    private static final int ROUNDS = 5;
    private static final int FRAMES = 10;
    private static final Instant END = Instant.parse("2026-09-22T04:42:00Z");

    private interface Frame {
        void change(int number);
    }

    @Override
    public List<Figure> measure() throws Exception {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException running) {
            System.err.println("The toolkit runs already.");
        }
        var series = new ArrayList<Series>();
        for (int index = 0; index < SERIES; index++) {
            series.add(noisy(index));
        }
        double ours = onFxThread(() -> timeChart(series));
        double yardstick = onFxThread(() -> lineChart(series));
        System.err.printf(Locale.ROOT, "LineChart, the same %d x %d points: %.0f ms a frame%n", SERIES, POINTS,
                yardstick);
        return List.of(Figure.atMost("chart-frame", ours, "ms", MOST_MILLIS),
                Figure.atLeast("chart-beside-line-chart", yardstick / ours, "x", 5));
    }

    private static Series noisy(int seed) {
        var random = new Random(seed);
        long[] seconds = new long[POINTS];
        double[] values = new double[POINTS];
        long begin = END.getEpochSecond() - POINTS * 60L;
        for (int index = 0; index < POINTS; index++) {
            seconds[index] = begin + index * 60L;
            values[index] = Math.max(0, 50 + seed * 10 + 20 * Math.sin(index / 230.0) + random.nextGaussian() * 9);
        }
        return Series.of(seconds, values, POINTS);
    }

    private static double timeChart(List<Series> series) {
        var lines = new ArrayList<ChartData.Line>();
        for (int index = 0; index < SERIES; index++) {
            lines.add(new ChartData.Line("series " + index, series.get(index), Duration.ofMinutes(1), index + 1,
                    List.of()));
        }
        var range = TimeRange.last(Duration.ofMinutes(POINTS), END);
        var data = new ChartData(range, END, List.of(new ChartData.Plotted("four", Unit.COUNT, lines,
                Optional.of(new ChartData.Level(110, "alarm at 110")), Optional.empty(), 1)), List.of(), "");
        var chart = new TimeChart(new Words(Locale.ENGLISH, ZoneOffset.UTC));
        return median(chart, _ -> chart.show(data));
    }

    private static double lineChart(List<Series> series) {
        var chart = new LineChart<>(new NumberAxis(), new NumberAxis());
        chart.setCreateSymbols(false);
        chart.setAnimated(false);
        for (Series one : series) {
            var points = new XYChart.Series<Number, Number>();
            for (int index = 0; index < one.size(); index++) {
                points.getData().add(new XYChart.Data<>(one.second(index), one.value(index)));
            }
            chart.getData().add(points);
        }
        return median(chart, number -> {
            XYChart.Data<Number, Number> point = chart.getData().getFirst().getData().getFirst();
            point.setYValue(number);
        });
    }

    /// In milliseconds of CPU, of some frames after some seconds of others: the window's thread and the drawing one wait for
    /// each other, so that it is what passes on a machine without other work. The clock of CPU ticks in hundredths of a
    /// second, hence many frames at a time.
    private static double median(Region chart, Frame frame) {
        chart.setPrefSize(WIDTH, HEIGHT);
        var scene = new Scene(chart, WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(Theme.DARK.base());
        scene.getStylesheets().setAll(Theme.DARK.roles(),
                Objects.requireNonNull(TimeChart.class.getResource("kit.css")).toExternalForm());
        var image = new WritableImage((int) WIDTH, (int) HEIGHT);
        double warm = Measured.wallMillis() + WARM_UP_MILLIS;
        while (Measured.wallMillis() < warm) {
            draw(scene, image, frame, 1);
        }
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double before = Measured.cpuMillis();
            draw(scene, image, frame, FRAMES);
            took[round] = (Measured.cpuMillis() - before) / FRAMES;
        }
        return Measured.median(took);
    }

    private static void draw(Scene scene, WritableImage image, Frame frame, int times) {
        for (int number = 0; number < times; number++) {
            frame.change(number);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.snapshot(image);
        }
    }

    private static <T> T onFxThread(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }, Platform::runLater).join();
    }
}
