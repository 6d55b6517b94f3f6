package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.NOON;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Saving;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.watch.ChangeDesk;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CostDesk;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LedgerDesk;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A watch that knows what a test tells it and notes what it is asked to read again. Any thread.
public final class StillWatch implements Watch {

    private final List<Changed> readAgain = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<Cloud> showing = UnaryOperator.identity();
    private volatile WatchSnapshot current;

    public StillWatch(StackSnapshot... stacks) {
        current = of(stacks);
    }

    public void knows(StackSnapshot... stacks) {
        current = of(stacks);
    }

    /// What is to be read again.
    public record Changed(StackId stack, Set<Subject> subjects) {}

    /// In the order in which it was asked for.
    public List<Changed> readAgain() {
        return List.copyOf(readAgain);
    }

    /// The ports that whoever follows a change reads with.
    public void shows(UnaryOperator<Cloud> ports) {
        showing = ports;
    }

    private static WatchSnapshot of(StackSnapshot... stacks) {
        return new WatchSnapshot(NOON, List.of(stacks), Severity.FINE, Phrase.of("overall.fine"), Optional.empty(),
                Phrase.of("completeness.all", stacks.length), Map.of(),
                new MeterReading(Money.usd("0"), Money.usd("0"), Money.usd("2"), Saving.NONE, Map.of(), List.of(),
                        List.of(), Optional.empty()),
                List.of(), false, Optional.of(NOON), Optional.empty(), Duration.ofSeconds(60), false, Optional.empty(),
                List.of(), List.of());
    }

    @Override
    public WatchSnapshot current() {
        return current;
    }

    @Override
    public void refresh() {
        throw new UnsupportedOperationException("all metrics have a price");
    }

    @Override
    public ChangeDesk changes() {
        return new ChangeDesk() {
            @Override
            public Cloud shown(StackId stack, Cloud cloud) {
                return showing.apply(cloud);
            }

            @Override
            public void again(StackId stack, Set<Subject> changed) {
                readAgain.add(new Changed(stack, changed));
            }
        };
    }

    @Override
    public Subscription subscribe(Consumer<WatchSnapshot> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void focus(Optional<StackId> stack) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void visible(boolean shown) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void inspect(Optional<Inspection> service) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void history(HistoryQuery query, Consumer<Past> answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logGroups(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CostDesk costs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LedgerDesk ledger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AlarmDesk alarms() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void pause(boolean paused) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean paused() {
        return false;
    }
}
