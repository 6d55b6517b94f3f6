package io.watchdeck.watch;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Background;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Answers what a person asks beside what is read on schedule, each question on a thread of its own.
///
/// @param keeping where a history is kept; else only what is in memory is known
/// @param report  told of a question that ended with a mistake
record Questions(Optional<Keeping> keeping, MetricCatalogue catalogue, Clock clock, Consumer<Throwable> report) {

    /// @param answer told on another thread, again where AWS had more
    void history(HistoryQuery query, Collection<Site> sites, Consumer<Past> answer) {
        Background.run("history", () -> keeping.ifPresentOrElse(keep -> keep.answer(query, sites, answer),
                () -> answer.accept(new Past(new MemoryHistory(sites, catalogue).answer(query), Map.of()))), report);
    }

    /// @param answer told on another thread
    void logGroups(Set<StackId> wanted, Collection<Site> sites,
            Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer) {
        Background.run("log groups", () -> answer.accept(new LogShelves(clock).read(sites, wanted)), report);
    }
}
