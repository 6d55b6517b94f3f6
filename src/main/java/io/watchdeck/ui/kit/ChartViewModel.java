package io.watchdeck.ui.kit;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Resolution;
import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which time a chart shows, and how finely. Shows at once what is in memory and asks for what is kept; an answer to
/// another question than the last one is dropped.
public final class ChartViewModel {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final double USUAL_WIDTH = 800;
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final Words words;
    private final Asking asking;
    private final ReadOnlyObjectWrapper<ChartData> chart = new ReadOnlyObjectWrapper<>(
            ChartData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))));
    private final ReadOnlyObjectWrapper<ChartRange> range = new ReadOnlyObjectWrapper<>(ChartRange.HOURS);
    private final ReadOnlyBooleanWrapper closer = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper span = new ReadOnlyStringWrapper("");
    private Optional<Subject> subject = Optional.empty();
    private Optional<TimeRange> zoom = Optional.empty();
    private double width = USUAL_WIDTH;
    private Instant now = Instant.EPOCH;
    private Optional<Question> asked = Optional.empty();
    private Optional<HistoryQuery> waiting = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private Optional<Past> answer = Optional.empty();

    /// Brings what is kept of metrics, now or later, once or more often, on the thread that asked.
    public interface Asking {
        void ask(HistoryQuery query, Consumer<Past> answer);
    }

    /// Makes the chart of a time.
    public interface Drawing {

        /// @param span   the time in words
        /// @param answer what is kept; may be about other series, or another time, until the right one is here
        ChartData draw(TimeRange range, String span, Optional<Past> answer);
    }

    /// What the chart is about.
    ///
    /// @param title  for the line above its picture
    /// @param file   name of what is saved of it, without the time
    /// @param series of which the history is asked for; none for an empty chart
    public record Subject(String title, String file, List<SeriesId> series, Drawing drawing) {
        public Subject {
            series = List.copyOf(series);
        }
    }

    /// What makes one question another.
    private record Question(List<SeriesId> series, ChartRange range, Optional<TimeRange> zoom, Tier tier) {}

    public ChartViewModel(Words words, Asking asking) {
        this.words = words;
        this.asking = asking;
    }

    public void show(Subject newest, Instant at) {
        subject = Optional.of(newest);
        now = at;
        update();
    }

    /// @param part of its time that is shown
    public void show(Subject newest, TimeRange part, Instant at) {
        zoom = Optional.of(part);
        show(newest, at);
    }

    public void choose(ChartRange wanted) {
        range.set(wanted);
        zoom = Optional.empty();
        update();
    }

    /// @param part to be shown larger; empty shows again what was chosen
    public void look(Optional<TimeRange> part) {
        zoom = part;
        update();
    }

    /// @param pixels that the chart is wide
    public void width(double pixels) {
        if (pixels > 0) {
            width = pixels;
            subject.ifPresent(this::ask);
        }
    }

    private void update() {
        closer.set(zoom.isPresent());
        subject.ifPresent(one -> {
            ask(one);
            draw(one);
        });
    }

    private TimeRange shown() {
        return zoom.orElseGet(() -> TimeRange.last(range.get().length(), now));
    }

    private void ask(Subject one) {
        if (one.series().isEmpty()) {
            waits.set(false);
            return;
        }
        TimeRange wanted = shown();
        Tier tier = Resolution.of(wanted, now, width, answer.map(known -> known.metrics().retention())
                .orElseGet(Retention::standard));
        var question = new Question(one.series(), range.get(), zoom, tier);
        boolean again = asked.filter(question::equals).isPresent();
        if (again && Duration.between(askedAt, now).abs().compareTo(refresh(wanted)) < 0) {
            return;
        }
        Duration beside = zoom.map(TimeRange::length).orElse(tier.period());
        Instant to = wanted.to().plus(beside);
        Duration before = Stream.concat(Stream.of(beside), apart(one.series())).max(Comparator.naturalOrder()).get();
        var query = new HistoryQuery(one.series(), new TimeRange(wanted.from().minus(before),
                to.isAfter(now) ? now.plus(tier.period()) : to), tier);
        asked = Optional.of(question);
        askedAt = now;
        waiting = Optional.of(query);
        if (!again) {
            waits.set(true);
        }
        asking.ask(query, this::answered);
    }

    /// The sample before the first one in sight may speak for what is in sight too.
    private static Stream<Duration> apart(List<SeriesId> series) {
        return series.stream().flatMap(id -> CATALOGUE.find(id.metric()).stream()).map(MetricDefinition::apart);
    }

    /// What is over does not change.
    private Duration refresh(TimeRange wanted) {
        boolean past = zoom.isPresent() && wanted.to().isBefore(now.minus(Duration.ofHours(1)));
        return past ? Tier.HOUR.kept() : REFRESH;
    }

    private void answered(Past kept) {
        if (waiting.filter(kept.metrics().query()::equals).isPresent()) {
            answer = Optional.of(kept);
            waits.set(false);
            subject.ifPresent(this::draw);
        }
    }

    private void draw(Subject one) {
        TimeRange shown = shown();
        span.set(zoom.isEmpty() ? words.say(range.get().key() + ".last")
                : words.say("ui.range.between", words.when(shown.from(), now), words.when(shown.to(), now)));
        chart.set(one.drawing().draw(shown, span.get(), answer));
    }

    /// What a picture of the chart says above it: of what, which figures, from when to when.
    public String caption() {
        TimeRange shown = chart.get().range();
        return words.say("ui.chart.caption", subject.map(Subject::title).orElse(""),
                String.join(", ", chart.get().plots().stream().map(ChartData.Plotted::title).toList()),
                words.moment(shown.from()), words.moment(shown.to()));
    }

    /// Of a file, without its ending.
    public String fileName() {
        return subject.map(Subject::file).orElse("chart") + "-" + (zoom.isEmpty() ? range.get().word() : "part");
    }

    /// The samples in sight.
    public Csv csv() {
        ChartData data = chart.get();
        var rows = new ArrayList<List<String>>();
        data.plots().forEach(plot -> plot.lines().forEach(line -> {
            line.shown(data.range()).forEach(sample -> rows.add(
                    List.of(line.name(), sample.at().toString(), Csv.sample(sample.value()))));
        }));
        return new Csv(fileName(), Stream.of("metric", "time", "value").map(column -> words.say("ui.csv." + column))
                .toList(), rows);
    }

    public ReadOnlyObjectProperty<ChartData> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// What is asked for; in the order of the lines.
    public List<SeriesId> series() {
        return subject.map(Subject::series).orElse(List.of());
    }

    /// The part that is shown instead of the chosen range.
    public Optional<TimeRange> part() {
        return zoom;
    }

    /// Whether a part of the chosen range is shown larger, or another time.
    public ReadOnlyBooleanProperty closerProperty() {
        return closer.getReadOnlyProperty();
    }

    /// Whether what is kept of the chosen series and time is not known yet.
    public ReadOnlyBooleanProperty waitsProperty() {
        return waits.getReadOnlyProperty();
    }

    /// The time in words: `last 3 h`, or from when to when.
    public ReadOnlyStringProperty spanProperty() {
        return span.getReadOnlyProperty();
    }
}
