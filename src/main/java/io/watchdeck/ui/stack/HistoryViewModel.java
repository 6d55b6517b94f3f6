package io.watchdeck.ui.stack;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which figures the history chart of a stack shows, and beside it that of the selected service over the same time.
public final class HistoryViewModel {

    private static final String SECOND_DEFAULT = "db.connections";

    private final Words words;
    private final ChartViewModel chart;
    private final ChartViewModel ofService;
    private final ObservableList<History.Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<History.Choice> choicesView = FXCollections.unmodifiableObservableList(choices);
    private final ReadOnlyObjectWrapper<Optional<History.Choice>> first =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<History.Choice>> second =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<StackSnapshot> stack = Optional.empty();
    private Optional<StackId> chosenFor = Optional.empty();
    private Optional<String> service = Optional.empty();
    private Instant now = Instant.EPOCH;
    private boolean over;

    public HistoryViewModel(Words words, ChartViewModel.Asking asking) {
        this.words = words;
        chart = new ChartViewModel(words, asking);
        ofService = new ChartViewModel(words, asking);
        chart.rangeProperty().subscribe(_ -> sameTime());
        chart.chartProperty().subscribe(_ -> sameTime());
        chart.spanProperty().subscribe(_ -> tell());
        chart.waitsProperty().subscribe(_ -> tell());
    }

    /// @param past whether a moment that is over is shown, and not now
    void over(boolean past) {
        over = past;
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
            chart.look(Optional.empty());
        }
        if (!available.isEmpty()) {
            chosenFor = Optional.of(one.file().id());
        }
        update();
        showService(service);
    }

    /// @param name the service whose details are open
    void showService(Optional<String> name) {
        service = name;
        stack.ifPresent(one -> service.filter(some -> Leading.has(one, some)).ifPresent(some -> {
            List<PastPlot> plots = history(one).ofService(some);
            ofService.show(new ChartViewModel.Subject(some, some,
                    plots.stream().flatMap(plot -> plot.lines().stream()).map(PastLine::id).toList(),
                    (range, span, answer) -> new PastChart(words, now, over).of(plots, range, span, answer)), now);
        }));
    }

    void plotFirst(Optional<History.Choice> choice) {
        first.set(choice);
        update();
    }

    void plotSecond(Optional<History.Choice> choice) {
        second.set(choice);
        update();
    }

    private History history(StackSnapshot one) {
        return new History(one, now, over, words);
    }

    private void update() {
        stack.ifPresent(one -> {
            History history = history(one);
            List<History.Choice> chosen = chosen();
            chart.show(new ChartViewModel.Subject(one.file().name(), one.file().id().value() + "-history", series(),
                    (range, span, answer) -> history.chart(chosen, range, span, answer)), now);
            tell();
        });
    }

    private List<History.Choice> chosen() {
        return Stream.of(first.get(), second.get()).flatMap(Optional::stream).distinct().toList();
    }

    /// What is shown.
    List<SeriesId> series() {
        return stack.map(one -> chosen().stream().map(history(one)::series).toList()).orElse(List.of());
    }

    /// The service's chart follows the other one, never the other way.
    private void sameTime() {
        if (ofService.rangeProperty().get() != chart.rangeProperty().get()) {
            ofService.choose(chart.rangeProperty().get());
        }
        if (!ofService.part().equals(chart.part())) {
            ofService.look(chart.part());
        }
    }

    private void tell() {
        boolean loading = stack.filter(one -> one.loadBalancers().stream()
                .anyMatch(balancer -> balancer.requests().latest().state() instanceof Loadable.Loading)).isPresent();
        boolean asking = chart.waitsProperty().get() && !chart.rangeProperty().get().live();
        note.set(choices.isEmpty() ? words.say(loading ? "ui.absence.asking" : "ui.history.none")
                : asking ? words.say("ui.absence.asking") : chart.spanProperty().get());
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

    ChartViewModel chart() {
        return chart;
    }

    /// The load and the tasks of the service whose details are open, over the time of [#chart].
    ChartViewModel ofService() {
        return ofService;
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
