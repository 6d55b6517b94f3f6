package io.watchdeck.ui.queues;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.Marks;
import io.watchdeck.ui.kit.OnlyFaults;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// The table of queues, worst first. What is selected stays selected while snapshots come and go; at first it is the worst.
public final class QueuesViewModel {

    private static final Comparator<QueueLine> WORST = Comparator.comparing(QueueLine::severity).reversed()
            .thenComparing(QueueLine::owned).thenComparing(Comparator.comparingLong(QueueLine::dead).reversed())
            .thenComparing(QueueLine::stack).thenComparing(line -> line.key().queue());
    private static final List<String> HEADER = List.of("stack", "environment", "severity", "queue", "waiting",
            "in_flight", "dead_letter_queue", "dead_letters", "dead_letters_oldest_sent", "destroyed_in_hours",
            "destroyed_at_most", "behind");

    private final Words words;
    private final BiConsumer<HistoryQuery, Consumer<Past>> history;
    private final Rows<QueuePair.Key, QueueLine> rows = new Rows<>(QueueLine::key);
    private final ReadOnlyObjectWrapper<Optional<QueuePair>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final Map<QueuePair.Key, Instant> oldest = new HashMap<>();
    private final Marks<QueuePair.Key> marks = new Marks<>();
    private final OnlyFaults faults = new OnlyFaults(this::update);
    private Predicate<Environment> scope = _ -> true;
    private TextFilter filter = TextFilter.none();
    private Optional<WatchSnapshot> snapshot = Optional.empty();
    /// Of all environments.
    private List<QueuePair> every = List.of();
    private List<QueuePair> pairs = List.of();
    private Map<SeriesId, Series> past = Map.of();
    private Optional<QueuePair.Key> wanted = Optional.empty();
    private Instant now = Instant.EPOCH;
    /// A table that is given other rows may point at another of them for a while: nobody has chosen that.
    private boolean updating;

    /// @param history answers on the thread that it is asked on
    public QueuesViewModel(Words words, BiConsumer<HistoryQuery, Consumer<Past>> history) {
        this.words = words;
        this.history = history;
    }

    public void show(WatchSnapshot newest, Instant at) {
        now = at;
        boolean another = snapshot.filter(newest::equals).isEmpty();
        snapshot = Optional.of(newest);
        update();
        if (another) {
            askPast();
        }
    }

    /// Ages grow between two snapshots.
    public void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            update();
        }
    }

    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    public void filter(String typed) {
        filter(TextFilter.of(typed, columns()));
    }

    void filter(TextFilter typed) {
        filter = typed;
        update();
    }

    /// Whether only queues that are not fine are listed.
    OnlyFaults faults() {
        return faults;
    }

    /// Goes on where the same table in another language was: what is filtered, and what is selected.
    void goOn(QueuesViewModel before) {
        faults.goOn(before.faults);
        marks.goOn(before.marks);
        scope = before.scope;
        wanted = before.wanted;
    }

    FilterColumns columns() {
        return FilterColumns.of(words, QueueLine.COLUMNS);
    }

    public void select(QueuePair.Key key) {
        if (!updating) {
            wanted = Optional.of(key);
            tellSelected();
        }
    }

    /// Selects a queue of a stack as soon as it is listed: the one that has, or is, the named component, else the first.
    void select(StackId stack, Optional<String> component) {
        pairs.stream().filter(pair -> pair.key().stack().equals(stack))
                .filter(pair -> component.isEmpty() || pair.parts().stream().map(ComponentId::name)
                        .anyMatch(component.get()::equals))
                .findFirst().map(QueuePair::key).ifPresent(this::select);
    }

    /// All dead letters of a queue were looked at: the oldest was sent then; empty where that is not so any more.
    void oldest(QueuePair.Key key, Optional<Instant> sent) {
        Optional<Instant> before = Optional.ofNullable(oldest.get(key));
        if (!before.equals(sent)) {
            sent.ifPresentOrElse(at -> oldest.put(key, at), () -> oldest.remove(key));
            update();
        }
    }

    private void askPast() {
        List<SeriesId> series = pairs.stream().flatMap(pair -> Stream.of(id(pair, "queue.inFlight"),
                id(pair, "queue.oldestAge"), id(pair, "queue.visible"))).toList();
        if (!series.isEmpty()) {
            history.accept(new HistoryQuery(series, TimeRange.last(QueueText.SHOWN, now), Tier.MINUTE), answer -> {
                past = answer.metrics().kept().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> kept(one.getValue())));
                update();
            });
        }
    }

    private static Series kept(HistoryAnswer.Kept kept) {
        return kept.series();
    }

    private static SeriesId id(QueuePair pair, String metric) {
        return new SeriesId(pair.key().stack(), metric, pair.name());
    }

    /// What is kept of the last hour of a queue.
    Series past(QueuePair pair, String metric) {
        return past.getOrDefault(id(pair, metric), Series.empty());
    }

    private void update() {
        updating = true;
        every = snapshot.stream().flatMap(all -> all.stacks().stream())
                .flatMap(stack -> QueuePair.of(stack).stream()).toList();
        pairs = every.stream().filter(pair -> scope.test(pair.stack().file().environment())).toList();
        List<QueueLine> all = pairs.stream().map(this::line).sorted(WORST).toList();
        List<QueueLine> listed = faults.of(all.stream().filter(line -> filter.matches(line.columns())).toList(),
                QueueLine::severity);
        rows.show(listed);
        marks.show(listed.stream().map(QueueLine::key).toList(), every.stream().map(QueuePair::key).toList());
        counted.set(listed.isEmpty() ? "" : words.say("ui.queues.counted", listed.size()));
        String fine = faults.emptyText(words, listed.size());
        emptyText.set(!listed.isEmpty() ? "" : all.isEmpty() ? nothing() : !fine.isEmpty() ? fine
                : words.say("ui.queues.filtered", all.size()));
        tellSelected();
        updating = false;
    }

    private String nothing() {
        return snapshot.filter(all -> !all.stacks().isEmpty()).isPresent()
                ? words.say("ui.queues.noQueues", snapshot.get().stacks().stream()
                        .filter(stack -> scope.test(stack.file().environment())).count())
                : words.say("ui.overview.none");
    }

    private QueueLine line(QueuePair pair) {
        return new QueueText(pair, past(pair, "queue.inFlight"), past(pair, "queue.oldestAge"),
                Optional.ofNullable(oldest.get(pair.key())), now, words).line();
    }

    /// What a filter hides stays selected.
    private void tellSelected() {
        Optional<QueuePair> now = wanted.flatMap(this::pair)
                .or(() -> rows.shown().stream().findFirst().flatMap(row -> pair(row.key())));
        if (wanted.isEmpty()) {
            wanted = now.map(QueuePair::key);
        }
        selected.set(now);
    }

    Optional<QueuePair> pair(QueuePair.Key key) {
        return pairs.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /// Of the selected queue.
    Optional<AwsReference> reference() {
        return selected.get().map(QueuesViewModel::reference);
    }

    private static AwsReference reference(QueuePair pair) {
        return new ConsoleLinks(pair.stack().file(),
                pair.stack().identity().state().latest().map(identity -> identity.account()))
                .of(new ComponentId(ComponentKind.QUEUE, pair.name()));
    }

    /// The queues that are marked.
    Marks<QueuePair.Key> marks() {
        return marks;
    }

    List<AwsReference> markedReferences() {
        return marked().stream().map(line -> every.stream().filter(pair -> pair.key().equals(line.key())).findFirst())
                .flatMap(Optional::stream).map(QueuesViewModel::reference).toList();
    }

    Csv markedCsv() {
        return csv(marked());
    }

    /// In the order of the table, those that a filter hides too.
    private List<QueueLine> marked() {
        return marks.of(every, QueuePair::key).stream().map(this::line).sorted(WORST).toList();
    }

    /// What a policy must allow for the selected queue to be read.
    Optional<String> policy() {
        return selected.get().flatMap(pair -> Absence.of(pair.queue().state().state(), words)
                .or(() -> pair.queue().deadLetters().flatMap(dead -> Absence.of(dead.state().state(), words))))
                .flatMap(Absence::policyStatement);
    }

    Csv csv() {
        return csv(rows.facts());
    }

    private Csv csv(List<QueueLine> lines) {
        return new Csv("watchdeck-queues", HEADER, lines.stream().map(this::csv).toList());
    }

    private List<String> csv(QueueLine line) {
        Optional<QueuePair> pair = every.stream().filter(one -> one.key().equals(line.key())).findFirst();
        Optional<Instant> exact = Optional.ofNullable(oldest.get(line.key()));
        Optional<Double> left = exact.isPresent()
                ? pair.flatMap(QueuePair::deadLetters).map(dead -> hours(exact.get().plus(dead.retention())))
                : pair.flatMap(one -> one.queue().deadLetters()).flatMap(dead -> dead.expiresIn())
                        .map(span -> span.toMinutes() / 60.0);
        boolean most = exact.isEmpty() && left.isPresent()
                && pair.flatMap(one -> one.queue().deadLetters()).filter(dead -> dead.upperBound()).isPresent();
        return List.of(line.stack(), line.environment().word(), line.severity().word(), line.key().queue(),
                pair.flatMap(QueuePair::state).map(state -> Long.toString(state.visible())).orElse(""),
                pair.flatMap(QueuePair::state).map(state -> Long.toString(state.inFlight())).orElse(""),
                pair.flatMap(QueuePair::deadLetterQueue).orElse(""),
                pair.flatMap(QueuePair::depth).map(String::valueOf).orElse(""), exact.map(Instant::toString).orElse(""),
                left.map(Csv::number).orElse(""), left.isEmpty() ? "" : Boolean.toString(most),
                line.cells().behind().whole());
    }

    private double hours(Instant until) {
        return java.time.Duration.between(now, until).toMinutes() / 60.0;
    }

    public ObservableList<Row<QueuePair.Key, QueueLine>> rows() {
        return rows.shown();
    }

    ReadOnlyObjectProperty<Optional<QueuePair>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /// Why no queue is listed; empty while one is.
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }
}
