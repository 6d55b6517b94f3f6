package io.watchdeck.ui;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.ChangeDesk;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerDesk;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.PastDesk;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A watch that a test leads: it publishes what it is told and counts what it is asked.
public class FakeWatch implements Watch {

    private final List<Consumer<WatchSnapshot>> listeners = new ArrayList<>();
    private final List<HistoryQuery> histories = new ArrayList<>();
    private Function<HistoryQuery, HistoryAnswer> history = query -> new HistoryAnswer(query, query.series().stream()
            .collect(Collectors.toMap(Function.identity(), _ -> new HistoryAnswer.Kept(Series.empty(), List.of()))));
    private List<FleetEvent.Deployed> happened = List.of();
    private WatchSnapshot current;
    private final FakeCostDesk costs = new FakeCostDesk();
    private final FakeAlarmDesk alarms = new FakeAlarmDesk();
    private Function<LedgerQuestion, LedgerAnswer> ledger = question -> new LedgerAnswer(question,
            question.range().to(), false, List.of(), List.of(), false);
    private List<Occurrence> alarmed = List.of();
    private PastDesk past = PastDesk.none();
    private boolean paused;
    private int refreshes;
    private Optional<StackId> focus = Optional.empty();
    private Optional<Inspection> inspected = Optional.empty();

    public FakeWatch(WatchSnapshot first) {
        current = first;
    }

    public void publish(WatchSnapshot next) {
        current = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }

    /// What the ledger answers from now on.
    public void ledger(Function<LedgerQuestion, LedgerAnswer> answers) {
        ledger = answers;
    }

    /// The alarms that are kept from now on.
    public void alarmed(List<Occurrence> occurrences) {
        alarmed = List.copyOf(occurrences);
    }

    /// What is known of moments that are over, from now on.
    public void past(PastDesk desk) {
        past = desk;
    }

    @Override
    public PastDesk past() {
        return past;
    }

    public int refreshes() {
        return refreshes;
    }

    public Optional<StackId> focused() {
        return focus;
    }

    public Optional<Inspection> inspected() {
        return inspected;
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public WatchSnapshot current() {
        return current;
    }

    @Override
    public Subscription subscribe(Consumer<WatchSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void history(HistoryQuery query, Consumer<Past> answer) {
        histories.add(query);
        Past kept = Past.of(history.apply(query), happened.isEmpty() ? Map.of() : query.series().stream()
                .map(SeriesId::stack).distinct().collect(Collectors.toMap(Function.identity(), _ -> happened)));
        answer.accept(new Past(kept.metrics(), kept.deployments(), alarmed));
    }

    /// What was asked of the history, oldest first.
    public List<HistoryQuery> histories() {
        return List.copyOf(histories);
    }

    /// What is kept, from now on.
    public void keep(Function<HistoryQuery, HistoryAnswer> kept) {
        history = kept;
    }

    /// What is kept of what happened, from now on.
    public void happened(List<FleetEvent.Deployed> events) {
        happened = List.copyOf(events);
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    @Override
    public void visible(boolean shown) {}

    @Override
    public void focus(Optional<StackId> stack) {
        focus = stack;
    }

    @Override
    public void inspect(Optional<Inspection> service) {
        inspected = service;
    }

    @Override
    public void logGroups(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer) {
        answer.accept(Map.of());
    }

    @Override
    public FakeCostDesk costs() {
        return costs;
    }

    /// Shows and reads nothing by itself.
    @Override
    public ChangeDesk changes() {
        return new ChangeDesk() {
            @Override
            public Cloud shown(StackId stack, Cloud cloud) {
                return cloud;
            }

            @Override
            public void again(StackId stack, Set<Subject> changed) {}
        };
    }

    /// Answers at once.
    @Override
    public LedgerDesk ledger() {
        return (question, answer) -> answer.accept(ledger.apply(question));
    }

    @Override
    public FakeAlarmDesk alarms() {
        return alarms;
    }

    @Override
    public void pause(boolean wanted) {
        paused = wanted;
    }

    @Override
    public boolean paused() {
        return paused;
    }
}
