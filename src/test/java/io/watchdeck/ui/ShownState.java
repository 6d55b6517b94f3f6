package io.watchdeck.ui;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the screens have to show while there is nothing to show, or not everything, or more than usual.
public enum ShownState {
    /// There are no stack files.
    EMPTY(1, ShownState::empty),
    /// Two of six stacks have answered the first question.
    LOADING(2, Snapshots::loading),
    /// Nothing could ever be read, of every stack for another reason.
    FAILING(6, Snapshots::failing),
    /// Nothing may be read of any stack.
    DENIED(2, () -> all(stack -> Blank.failing(stack.file(), Snapshots.NOW, Failure.denied("ecs:DescribeServices")))),
    /// Everything is nine minutes old, because AWS answers no more.
    STALE(2, () -> all(stack -> aged(stack, Failure.unreachable("ecs.us-east-1.amazonaws.com")))),
    /// The same, because AWS asks for fewer calls.
    THROTTLED(2, () -> all(stack -> aged(stack, Failure.throttled("cloudwatch:GetMetricData")
            .withRetryAt(Snapshots.NOW.plusSeconds(120))))),
    /// The same, because nobody is signed in any more.
    EXPIRED(2, () -> all(stack -> aged(stack, Failure.expired("tiketi")))),
    /// Eighteen stacks with names of three words.
    MANY(3, () -> Snapshots.of(Snapshots.many().stacks().stream().map(ShownState::longNamed).toList()));

    private final int kinds;
    private final Supplier<WatchSnapshot> snapshot;

    /// @param kinds so many of the first stacks differ
    ShownState(int kinds, Supplier<WatchSnapshot> snapshot) {
        this.kinds = kinds;
        this.snapshot = snapshot;
    }

    /// The stacks of which a screen of their own is worth a look.
    public List<StackId> stacks() {
        return snapshot().stacks().stream().limit(kinds).map(stack -> stack.file().id()).toList();
    }

    public WatchSnapshot snapshot() {
        return snapshot.get();
    }

    /// As a watch without stacks tells it.
    private static WatchSnapshot empty() {
        WatchSnapshot base = Snapshots.of(List.of());
        return new WatchSnapshot(base.asOf(), List.of(), Severity.UNKNOWN, Phrase.of("overall.none"), Optional.empty(),
                Phrase.of("completeness.none"), base.counts(), base.meter(), List.of(), false, base.lastRead(),
                base.nextRead(), base.every(), false, Optional.empty(), List.of(), List.of());
    }

    private static WatchSnapshot all(Function<StackSnapshot, StackSnapshot> state) {
        return Snapshots.of(Snapshots.moment().stacks().stream().map(state).toList());
    }

    private static StackSnapshot aged(StackSnapshot stack, Failure failure) {
        return Blank.aged(stack, Duration.ofMinutes(9), failure);
    }

    /// What [#MANY] calls a stack.
    static String longName(String name) {
        return name + " of the second customer";
    }

    private static StackSnapshot longNamed(StackSnapshot stack) {
        StackFile old = stack.file();
        var file = new StackFile(new StackId(old.id().value()), longName(old.name()),
                old.environment(), old.access(), old.account(), old.cluster(), old.components(), old.plan(),
                old.costFilter(), old.rules(), old.alarmSeverities(), old.contradictions(), old.readOnly());
        return new StackSnapshot(file, stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences());
    }
}
