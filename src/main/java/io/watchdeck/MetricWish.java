package io.watchdeck;

import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricExport;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which metrics are to be written out, and how.
///
/// @param stacks    by any of these names
/// @param metric    as in the catalogue; empty for all
/// @param component as AWS names it; empty for all
/// @param gaps      whether times without samples are told
record MetricWish(List<String> stacks, Optional<String> metric, Optional<String> component, TimeRange range,
        MetricTable.Format format, boolean gaps) implements HistoryWish {

    private static final Comparator<SeriesId> ORDER = Comparator.<SeriesId, String>comparing(id -> id.stack().value())
            .thenComparing(SeriesId::component).thenComparing(SeriesId::metric);

    @Override
    public Request request(Words words) {
        Map<String, String> about = WishTerms.of(range, format);
        metric.ifPresent(name -> about.put("metric", name));
        component.ifPresent(name -> about.put("component", name));
        about.put("gaps", Boolean.toString(gaps));
        return Question.EXPORT.named(words, about, stacks);
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    /// @throws java.time.format.DateTimeParseException the same
    static MetricWish of(Request request) {
        Map<String, String> about = request.about();
        return new MetricWish(request.names(), Optional.ofNullable(about.get("metric")),
                Optional.ofNullable(about.get("component")),
                WishTerms.range(request), WishTerms.format(MetricTable.Format.class, request),
                Boolean.parseBoolean(about.get("gaps")));
    }

    @Override
    public void fulfil(Database history, Words words, Instant now, Writer out) throws IOException {
        MetricCatalogue catalogue = MetricCatalogue.standard();
        MetricArchive.Stores stores = KeptHistory.stores(history, catalogue);
        List<SeriesId> wished = wished(stores.samples().series());
        var export = new MetricExport(stores, catalogue, now);
        try (var table = new MetricTable(format, catalogue, out)) {
            wished.forEach(id -> export.tell(id, range, row -> {
                if (gaps || row.gap().isEmpty()) {
                    table.write(row);
                }
            }));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private List<SeriesId> wished(Set<SeriesId> kept) {
        List<SeriesId> of = some(kept, id -> stacks.stream().anyMatch(id.stack().value()::equalsIgnoreCase), "stack",
                stacks.getFirst(), kept.stream().map(id -> id.stack().value()));
        List<SeriesId> measured = metric.map(name -> some(Set.copyOf(of), id -> id.metric().equalsIgnoreCase(name),
                "metric", name, of.stream().map(SeriesId::metric))).orElse(of);
        return component.map(name -> some(Set.copyOf(measured), id -> id.component().equalsIgnoreCase(name),
                "component", name, measured.stream().map(SeriesId::component))).orElse(measured).stream().sorted(ORDER)
                .toList();
    }

    private static List<SeriesId> some(Set<SeriesId> kept, Predicate<SeriesId> wished, String what, String name,
            java.util.stream.Stream<String> others) {
        List<SeriesId> found = kept.stream().filter(wished).toList();
        if (found.isEmpty()) {
            String known = others.distinct().sorted().collect(Collectors.joining(", "));
            throw new Refusal(ExitCode.NO_INPUT, "Nothing is kept of the " + what + " '" + name + "'. "
                    + (known.isEmpty() ? "The history is empty." : "Kept are: " + known));
        }
        return found;
    }
}
