package io.watchdeck;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.timeline.Events;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which days of the bill are to be written out, and how.
///
/// @param stacks by any of these names
record CostWish(List<String> stacks, TimeRange range, Format format) implements HistoryWish {

    enum Format { csv, json }

    @Override
    public Request request(Words words) {
        return Question.COSTS.named(words, WishTerms.of(range, format), stacks);
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    /// @throws java.time.format.DateTimeParseException the same
    static CostWish of(Request request) {
        return new CostWish(request.names(), WishTerms.range(request), WishTerms.format(Format.class, request));
    }

    @Override
    public void fulfil(Database history, Words words, Instant now, Writer out) throws IOException {
        var events = new Events(KeptHistory.events(history), MetricCatalogue.standard(), now);
        List<StackFile> wished = events.stacks().stream()
                .filter(file -> stacks.stream().anyMatch(file.id().value()::equalsIgnoreCase)).toList();
        if (wished.isEmpty()) {
            String known = events.stacks().stream().map(one -> one.id().value()).sorted()
                    .collect(Collectors.joining(", "));
            throw new Refusal(ExitCode.NO_INPUT, "Nothing is kept of the stack '" + stacks.getFirst() + "'. "
                    + (known.isEmpty() ? "No stack was watched yet." : "Kept are: " + known));
        }
        CostDayStore store = new H2CostDayStore(history);
        LocalDate first = range.from().atZone(words.zone()).toLocalDate();
        LocalDate end = end(range.to(), words.zone());
        CostTable table = switch (format) {
            case csv -> CostTable.csv(out);
            case json -> CostTable.json(out);
        };
        for (StackFile file : wished) {
            Optional<String> place = events.place(file.id());
            CostFilter filter = file.costFilter().orElseGet(() -> new CostFilter(Map.of(), List.of()));
            if (place.isPresent()) {
                Map<LocalDate, Instant> readAt = store.readAt(place.get(), filter, first, end);
                for (BilledDays days : store.read(place.get(), filter, first, end)) {
                    table.write(file, days, Optional.ofNullable(readAt.get(days.first())));
                }
            }
        }
        table.end();
        out.flush();
    }

    /// The day after the last that the time touches, as days are where the question is asked.
    private static LocalDate end(Instant to, ZoneId zone) {
        ZonedDateTime there = to.atZone(zone);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? there.toLocalDate() : there.toLocalDate().plusDays(1);
    }
}
