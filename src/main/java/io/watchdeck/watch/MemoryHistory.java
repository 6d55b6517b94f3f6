package io.watchdeck.watch;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/// What is known of the past where nothing is kept: the last day, as far as it was read.
///
/// @param sites what is watched
record MemoryHistory(Collection<Site> sites, MetricCatalogue catalogue) {

    HistoryAnswer answer(HistoryQuery query) {
        var kept = new HashMap<SeriesId, HistoryAnswer.Kept>();
        query.series().forEach(id -> kept.put(id, new HistoryAnswer.Kept(Series.empty(),
                List.of())));
        for (Site site : sites) {
            List<SeriesId> here = query.series().stream().filter(id -> site.stacks().stream()
                    .anyMatch(stack -> stack.id().equals(id.stack()))).toList();
            kept.putAll(site.board().history.answer(new HistoryQuery(here, query.range(), query.tier()), catalogue)
                    .kept());
        }
        return new HistoryAnswer(query, kept);
    }
}
