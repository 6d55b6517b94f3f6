package io.watchdeck.ui.stack;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Resolution;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the history chart shows: which figures, of which time, how finely. Shows at once what is in memory and asks for
/// what is kept; an answer to another question than the last one is dropped.
public final class HistoryViewModel {

    private static final String SECOND_DEFAULT = "db.connections";
    private static final double USUAL_WIDTH = 800;
    /// What is in memory goes on by itself: only the reasons of gaps come from what is kept.
    private static final Duration REFRESH_LIVE = Duration.ofMinutes(5);
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final Words words;
    private final Asking asking;
    private final ObservableList<History.Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<History.Choice> choicesView = FXCollections.unmodifiableObservableList(choices);
    private final ReadOnlyObjectWrapper<Optional<History.Choice>> first =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<History.Choice>> second =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ChartData> chart = new ReadOnlyObjectWrapper<>(
            ChartData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))));
    private final ReadOnlyObjectWrapper<ChartRange> range = new ReadOnlyObjectWrapper<>(ChartRange.HOURS);
    private final ReadOnlyBooleanWrapper closer = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<TimeRange> zoom = Optional.empty();
    private double width = USUAL_WIDTH;
    private Optional<StackSnapshot> stack = Optional.empty();
    private Optional<StackId> chosenFor = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Optional<Question> asked = Optional.empty();
    private Optional<HistoryQuery> waiting = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private Optional<HistoryAnswer> answer = Optional.empty();

    /// Brings what is kept of metrics, now or later, once or more often, on the thread that asked.
    public interface Asking {
        void ask(HistoryQuery query, Consumer<HistoryAnswer> answer);
    }

    /// What makes one question another.
    private record Question(List<SeriesId> series, ChartRange range, Optional<TimeRange> zoom, Tier tier) {}

    public HistoryViewModel(Words words, Asking asking) {
        this.words = words;
        this.asking = asking;
    }

    /// @param newest the stack that is shown; empty when there is none
    public void show(Optional<StackSnapshot> newest, Instant at) {
        stack = newest;
        now = at;
        if (stack.isEmpty()) {
            choices.clear();
            return;
        }
        StackSnapshot one = stack.get();
        List<History.Choice> available = history(one).choices();
        if (!available.equals(choices)) {
            choices.setAll(available);
        }
        boolean other = chosenFor.filter(one.file().id()::equals).isEmpty();
        if (other || first.get().filter(available::contains).isEmpty()) {
            first.set(available.stream().findFirst());
        }
        if (other || second.get().isPresent() && !available.contains(second.get().get())) {
            second.set(available.stream().filter(choice -> choice.metric().equals(SECOND_DEFAULT)).findFirst()
                    .or(() -> available.stream().skip(1).findFirst()));
        }
        if (other) {
            zoom = Optional.empty();
        }
        if (!available.isEmpty()) {
            chosenFor = Optional.of(one.file().id());
        }
        update();
    }

    void plotFirst(Optional<History.Choice> choice) {
        first.set(choice);
        update();
    }

    void plotSecond(Optional<History.Choice> choice) {
        second.set(choice);
        update();
    }

    void choose(ChartRange wanted) {
        range.set(wanted);
        zoom = Optional.empty();
        update();
    }

    /// @param part to be shown larger; empty shows again what was chosen
    void look(Optional<TimeRange> part) {
        zoom = part;
        update();
    }

    /// @param pixels that the chart is wide
    void width(double pixels) {
        if (pixels > 0) {
            width = pixels;
            stack.ifPresent(one -> ask(history(one)));
        }
    }

    private History history(StackSnapshot one) {
        return new History(one, now, words);
    }

    private void update() {
        closer.set(zoom.isPresent());
        stack.ifPresent(one -> {
            History history = history(one);
            ask(history);
            draw(one, history);
        });
    }

    private List<History.Choice> chosen() {
        return Stream.of(first.get(), second.get()).flatMap(Optional::stream).distinct().toList();
    }

    private TimeRange shown() {
        return zoom.orElseGet(() -> TimeRange.last(range.get().length(), now));
    }

    private void ask(History history) {
        List<SeriesId> series = chosen().stream().map(history::series).toList();
        if (series.isEmpty()) {
            return;
        }
        TimeRange wanted = shown();
        Tier tier = Resolution.of(wanted, now, width);
        var question = new Question(series, range.get(), zoom, tier);
        boolean again = asked.filter(question::equals).isPresent();
        if (again && Duration.between(askedAt, now).compareTo(refresh(wanted)) < 0) {
            return;
        }
        if (asked.filter(old -> old.series().equals(series)).isEmpty()) {
            answer = Optional.empty();
        }
        Duration beside = zoom.map(TimeRange::length).orElse(tier.period());
        Instant to = wanted.to().plus(beside);
        var query = new HistoryQuery(series, new TimeRange(wanted.from().minus(beside),
                to.isAfter(now) ? now.plus(tier.period()) : to), tier);
        asked = Optional.of(question);
        askedAt = now;
        waiting = Optional.of(query);
        asking.ask(query, this::answered);
    }

    /// What is over does not change.
    private Duration refresh(TimeRange wanted) {
        boolean past = zoom.isPresent() && wanted.to().isBefore(now.minus(Duration.ofHours(1)));
        return past ? Tier.HOUR.kept() : range.get().live() && zoom.isEmpty() ? REFRESH_LIVE : REFRESH;
    }

    private void answered(HistoryAnswer kept) {
        if (waiting.filter(kept.query()::equals).isPresent()) {
            answer = Optional.of(kept);
            stack.ifPresent(one -> draw(one, history(one)));
        }
    }

    private void draw(StackSnapshot one, History history) {
        TimeRange shown = shown();
        chart.set(history.chart(chosen(), shown, span(shown), answer));
        boolean loading = one.loadBalancers().stream()
                .anyMatch(balancer -> balancer.requests().latest().state() instanceof Loadable.Loading);
        note.set(choices.isEmpty() ? words.say(loading ? "ui.absence.asking" : "ui.history.none")
                : !chosen().isEmpty() && answer.isEmpty() && !range.get().live() ? words.say("ui.absence.asking")
                : span(shown));
    }

    /// `last 3 h`, or from when to when.
    private String span(TimeRange shown) {
        return zoom.isEmpty() ? words.say(range.get().key() + ".last")
                : words.say("ui.range.between", words.when(shown.from(), now), words.when(shown.to(), now));
    }

    /// What a picture of the chart says above it: stack, figures, from when to when.
    String caption() {
        TimeRange shown = chart.get().range();
        return words.say("ui.chart.caption", stack.map(one -> one.file().name()).orElse(""),
                String.join(", ", chart.get().plots().stream().map(ChartData.Plotted::title).toList()),
                words.moment(shown.from()), words.moment(shown.to()));
    }

    /// Of a file, without its ending.
    String fileName() {
        return chosenFor.map(StackId::value).orElse("stack") + "-history-"
                + (zoom.isEmpty() ? range.get().word() : "part");
    }

    /// The samples in sight.
    public Csv csv() {
        ChartData data = chart.get();
        var rows = new ArrayList<List<String>>();
        data.plots().forEach(plot -> plot.lines().forEach(line -> {
            Series shown = line.values().between(data.range().from(), data.range().to());
            shown.samples().forEach(sample -> rows.add(
                    List.of(line.name(), sample.at().toString(), Double.toString(sample.value()))));
        }));
        return new Csv(fileName(), Stream.of("metric", "time", "value").map(column -> words.say("ui.csv." + column))
                .toList(), rows);
    }

    ObservableList<History.Choice> choices() {
        return choicesView;
    }

    ReadOnlyObjectProperty<Optional<History.Choice>> firstProperty() {
        return first.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<History.Choice>> secondProperty() {
        return second.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartData> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Whether a part of the chosen range is shown larger, or another time.
    ReadOnlyBooleanProperty closerProperty() {
        return closer.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
