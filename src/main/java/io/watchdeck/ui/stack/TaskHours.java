package io.watchdeck.ui.stack;

import io.watchdeck.cost.TaskPrices;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How many tasks of the services of a stack ran on the days of the bill that the price of a task is told from. Asks the
/// history once an hour, for what is kept there may have been fetched later; nothing of it costs.
final class TaskHours {

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final String RUNNING = "service.running";

    private final ChartViewModel.Asking asking;
    private final Runnable told;
    private Optional<HistoryQuery> asked = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private Optional<Past> known = Optional.empty();

    /// @param told that an answer came
    TaskHours(ChartViewModel.Asking asking, Runnable told) {
        this.asking = asking;
        this.told = told;
    }

    /// Asks where the bill of the stack is known, and the answer is not or is an hour old.
    void show(StackSnapshot stack, Instant now) {
        wanted(stack).ifPresent(query -> {
            if (!asked.equals(Optional.of(query)) || Duration.between(askedAt, now).compareTo(AGAIN) >= 0) {
                asked = Optional.of(query);
                askedAt = now;
                asking.ask(query, this::answered);
            }
        });
    }

    private void answered(Past past) {
        if (asked.equals(Optional.of(past.metrics().query()))) {
            known = Optional.of(past);
            told.run();
        }
    }

    /// Hourly averages of running tasks by service; empty until the history has answered.
    Optional<Map<String, Series>> of(StackSnapshot stack) {
        Optional<HistoryQuery> wanted = wanted(stack);
        return known.filter(past -> wanted.equals(Optional.of(past.metrics().query())))
                .map(past -> past.metrics().kept().entrySet().stream()
                        .collect(Collectors.toMap(kept -> kept.getKey().component(),
                                kept -> kept.getValue().series())));
    }

    private static Optional<HistoryQuery> wanted(StackSnapshot stack) {
        StackId id = stack.file().id();
        List<SeriesId> series = stack.services().stream().map(service -> service.spec().name()).distinct()
                .map(name -> new SeriesId(id, RUNNING, name)).toList();
        return stack.cost().state().latest().map(TaskPrices::days).filter(_ -> !series.isEmpty())
                .map((TimeRange days) -> new HistoryQuery(series, days, Tier.HOUR));
    }
}
