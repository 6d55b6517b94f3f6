package io.watchdeck.ui;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.Resolution;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.Fonts;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Takes the pictures of `src/docs/screens/charts`: made series, the same in every run, with gaps, spikes and flat lines,
/// over an hour, a day, 15 days and a year. The first argument is the folder.
public final class ChartGallery {

    private static final double WIDTH = 872;
    private static final double HEIGHT = 300;

    private ChartGallery() {}

    public static void main(String[] folder) {
        Application.launch(Pictures.class, folder);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            var ranges = List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(15), Duration.ofDays(365));
            var names = List.of("1h", "24h", "15d", "1y");
            for (int index = 0; index < names.size(); index++) {
                for (Theme theme : Theme.values()) {
                    TimeRange range = TimeRange.last(ranges.get(index), Snapshots.NOW);
                    shoot(names.get(index), theme, Locale.ENGLISH, words -> data(range, words));
                }
            }
            TimeRange day = TimeRange.last(ranges.get(1), Snapshots.NOW);
            shoot("24h", Theme.DARK, Locale.KOREAN, words -> data(day, words));
            shoot("24h-overlay", Theme.DARK, Locale.ENGLISH, words -> overlay(day, words));
            shoot("24h-overlay", Theme.LIGHT, Locale.ENGLISH, words -> overlay(day, words));
            TimeRange fortnight = TimeRange.last(ranges.get(2), Snapshots.NOW);
            shoot("15d-stacks", Theme.DARK, Locale.ENGLISH, words -> stacks(fortnight, words));
            shoot("15d-stacks", Theme.LIGHT, Locale.KOREAN, words -> stacks(fortnight, words));
            shots.begin();
        }

        private void shoot(String what, Theme theme, Locale language, Function<Words, ChartData> drawn) {
            shots.add(() -> draw(what, theme, language, drawn));
        }

        private void draw(String what, Theme theme, Locale language, Function<Words, ChartData> drawn) {
            Fonts.load();
            var words = new Words(language, Snapshots.ZONE);
            ChartData data = drawn.apply(words);
            var chart = new TimeChart(words);
            chart.show(data);
            var frame = new StackPane(chart);
            frame.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 10 14 6 12;");
            var scene = new Scene(frame, WIDTH, HEIGHT);
            scene.setUserAgentStylesheet(theme.base());
            scene.getStylesheets().setAll(theme.roles());
            scene.getStylesheets().add(Objects.requireNonNull(Picture.class.getResource("kit.css")).toExternalForm());
            if (what.startsWith("24h")) {
                chart.cursorAt(data.range().from().plus(data.range().length().multipliedBy(45).dividedBy(100)));
            }
            String name = what + "-" + theme.name().toLowerCase(Locale.ROOT)
                    + (language.equals(Locale.KOREAN) ? "-ko" : "");
            Picture.of(scene, 1).save(Path.of(getParameters().getRaw().getFirst(), name + ".png"));
        }
    }

    /// Errors that are mostly none, with spikes and a rise at the end, above connections that are mostly flat. For some time
    /// nobody was signed in, for another the console was not running.
    static ChartData data(TimeRange range, Words words) {
        Duration length = range.length();
        Tier tier = Resolution.of(range, range.to(), WIDTH);
        var away = new TimeRange(at(range, 0.31), at(range, 0.37));
        var off = new TimeRange(at(range, 0.80), at(range, 0.83));
        List<Coverage> coverage = List.of(Coverage.read(new TimeRange(range.from(), away.from())),
                Coverage.missed(away, Failure.Kind.EXPIRED), Coverage.read(new TimeRange(away.to(), off.from())),
                Coverage.read(new TimeRange(off.to(), range.to())));
        var random = new Random(4); // the same in every run
        var errors = series(range, tier, away, off, share -> {
            double base = Math.max(0, random.nextGaussian() * 0.9);
            boolean spike = random.nextInt(160) == 0;
            return Math.rint(base + (spike ? 6 + random.nextInt(10) : 0)
                    + (share > 0.9 ? (share - 0.9) * 140 + random.nextInt(4) : 0));
        });
        var connections = series(range, tier, away, off,
                share -> share < 0.2 ? 45 : share > 0.9 ? 45 + Math.min(48, (share - 0.9) * 700)
                        : Math.rint(50 + 6 * Math.sin(share * 60) + random.nextGaussian()));
        var alarm = new ChartData.Span(new TimeRange(at(range, 0.93), range.to()), Tone.CRITICAL,
                "5xx above 10 per minute, jmin has it", Set.of(0));
        var lanes = List.of(new ChartData.Lane(words.say("ui.chart.alarm"), List.of(alarm), List.of()),
                new ChartData.Lane(words.say("ui.chart.deployments"), List.of(), List.of(
                        new ChartData.Mark(at(range, 0.12), "rev 87, rolled out"),
                        new ChartData.Mark(at(range, 0.89), "rev 88, started"))));
        return new ChartData(range, range.to(), List.of(
                new ChartData.Plotted("5xx / min", Unit.PER_MINUTE,
                        List.of(line("5xx", errors, tier, 1, range, coverage, words)),
                        Optional.of(new ChartData.Level(10, words.say("ui.chart.limit", "10/min"))), Optional.empty(),
                        1.7),
                new ChartData.Plotted("DB conn.", Unit.COUNT,
                        List.of(line("Connections", connections, tier, 2, range, coverage, words)),
                        Optional.of(new ChartData.Level(90, words.say("ui.chart.limit", 90))),
                        Optional.of(new ChartData.Level(100, words.say("ui.chart.max", 100))), 1)),
                lanes, "5xx and connections over " + length);
    }

    /// Six services in one plot.
    static ChartData overlay(TimeRange range, Words words) {
        var lines = new ArrayList<ChartData.Line>();
        var never = new TimeRange(range.from(), range.from());
        for (int colour = 1; colour <= 6; colour++) {
            var random = new Random(colour);
            double base = 10 + colour * 11;
            double phase = colour;
            Series values = series(range, Tier.MINUTE, never, never,
                    share -> base + 8 * Math.sin(share * 12 + phase) + random.nextGaussian() * 1.5);
            lines.add(line("tiketi-service-" + colour, values, Tier.MINUTE, colour, range, List.of(), words));
        }
        return new ChartData(range, range.to(), List.of(new ChartData.Plotted("CPU %", Unit.PERCENT, lines,
                Optional.of(new ChartData.Level(90, words.say("ui.chart.limit", "90%"))), Optional.empty(), 1)),
                List.of(),
                "six services");
    }

    /// Two figures of stacks in different accounts: for some time nobody was signed in to one of them, and all was off once.
    static ChartData stacks(TimeRange range, Words words) {
        Tier tier = Resolution.of(range, range.to(), WIDTH);
        var off = new TimeRange(at(range, 0.55), at(range, 0.58));
        var names = List.of("Tiketi", "Sesami", "BowWow", "Glimpse");
        var colours = List.of(1, 3, 2, 7, 6, 8, 4, 5);
        var requests = new ArrayList<ChartData.Line>();
        var connections = new ArrayList<ChartData.Line>();
        for (int index = 0; index < names.size(); index++) {
            var random = new Random(index);
            var away = new TimeRange(at(range, 0.2 + index * 0.02), at(range, index == 1 ? 0.34 : 0.2 + index * 0.02));
            List<Coverage> coverage = List.of(Coverage.read(new TimeRange(range.from(), off.from())),
                    Coverage.read(new TimeRange(off.to(), range.to())));
            coverage = Coverage.together(coverage, Coverage.missed(away, Failure.Kind.EXPIRED));
            double busy = 300 + index * 420;
            Series traffic = series(range, tier, away, off, share -> Math.max(0, busy
                    * (1 + 0.5 * Math.sin(share * 94)) + random.nextGaussian() * busy / 25));
            requests.add(line(names.get(index), traffic, tier, colours.get(index), range, coverage, words));
            double open = 20 + index * 15;
            Series pool = series(range, tier, away, off, share -> Math.rint(open + (share > 0.7 && open > 60 ? 12 : 0)
                    + 3 * Math.sin(share * 94) + random.nextGaussian()));
            connections.add(line(names.get(index), pool, tier, colours.get(index + 4), range, coverage, words));
        }
        return new ChartData(range, range.to(), List.of(
                new ChartData.Plotted("Requests, per min", Unit.PER_MINUTE, requests, Optional.empty(),
                        Optional.empty(), 1.2),
                new ChartData.Plotted("RDS connections", Unit.COUNT, connections, Optional.empty(), Optional.empty(),
                        1)),
                List.of(new ChartData.Lane(words.say("ui.chart.alarm"), List.of(new ChartData.Span(
                        new TimeRange(at(range, 0.95), range.to()), Tone.WARNING,
                        words.say("ui.chart.named", "Glimpse", "RDS connections"), Set.of(1))), List.of())),
                "requests and connections of four stacks");
    }

    private static ChartData.Line line(String name, Series values, Tier tier, int colour, TimeRange range,
            List<Coverage> coverage, Words words) {
        var reasons = List.of("", words.say("ui.gap.notRead"), words.say("ui.gap.noData"),
                words.say("ui.gap.expired"));
        return new ChartData.Line(name, values, tier.period(), colour,
                Gap.of(values, tier.period(), range, coverage, tier.period().multipliedBy(2)).stream()
                        .map(gap -> new ChartData.Gap(gap.range(), reasons.get(gap.cause().ordinal()))).toList());
    }

    private interface Wave {
        double at(double share);
    }

    private static Series series(TimeRange range, Tier tier, TimeRange away, TimeRange off, Wave wave) {
        int most = (int) (range.length().toSeconds() / tier.period().toSeconds()) + 2;
        long[] seconds = new long[most];
        double[] values = new double[most];
        int count = 0;
        for (Instant at = tier.begin(range.from()); at.isBefore(range.to()); at = at.plus(tier.period())) {
            double value =
                    wave.at(Duration.between(range.from(), at).toSeconds() / (double) range.length().toSeconds());
            if (!away.contains(at) && !off.contains(at)) {
                seconds[count] = at.getEpochSecond();
                values[count++] = value;
            }
        }
        return Series.of(seconds, values, count);
    }

    private static Instant at(TimeRange range, double share) {
        return range.from().plusSeconds((long) (range.length().toSeconds() * share));
    }
}
