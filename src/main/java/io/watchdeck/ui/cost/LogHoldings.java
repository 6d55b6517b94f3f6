package io.watchdeck.ui.cost;

import io.watchdeck.cost.LogAdviser;
import io.watchdeck.logs.LogGroup;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the log groups hold of the stacks that pay for them. Asked once an hour while the advice is looked at.
final class LogHoldings {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Asking asking;
    private final Runnable told;
    private Set<StackId> asked = Set.of();
    private Instant askedAt = Instant.EPOCH;
    private Map<StackId, Map<String, Reading<LogGroup>>> known = Map.of();

    /// Brings what log groups hold, on the thread that the model is used on.
    interface Asking {
        void ask(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer);
    }

    /// @param told that an answer came
    LogHoldings(Asking asking, Runnable told) {
        this.asking = asking;
        this.told = told;
    }

    void show(WatchSnapshot snapshot, Instant now) {
        Set<StackId> wanted = snapshot.stacks().stream().filter(LogHoldings::concerns).map(one -> one.file().id())
                .collect(Collectors.toUnmodifiableSet());
        if (!wanted.isEmpty()
                && (!wanted.equals(asked) || Duration.between(askedAt, now).compareTo(AGAIN) >= 0)) {
            asked = wanted;
            askedAt = now;
            asking.ask(wanted, answer -> {
                known = answer;
                told.run();
            });
        }
    }

    private static boolean concerns(StackSnapshot stack) {
        return LogAdviser.concerns(stack.file(), stack.cost().state().latest());
    }

    /// By the name of the log group; empty until it is known.
    Map<String, Reading<LogAdviser.Stored>> of(StackSnapshot stack) {
        return known.getOrDefault(stack.file().id(), Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> stored(group.getValue())));
    }

    private static Reading<LogAdviser.Stored> stored(Reading<LogGroup> reading) {
        return switch (reading) {
            case Reading.Known<LogGroup>(LogGroup group, Instant at) -> Reading
                    .known(new LogAdviser.Stored(group.storedBytes(), group.retentionDays()), at);
            case Reading.Unknown<LogGroup>(var failure, Instant at) -> Reading.unknown(failure, at);
        };
    }
}
