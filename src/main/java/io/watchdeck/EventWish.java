package io.watchdeck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.RuleName;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.timeline.Events;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.words.ExactTime;
import io.watchdeck.words.SpreadsheetCell;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of what happened is to be written out, and how: a day at a time is in memory.
///
/// @param stacks by any of these names
record EventWish(List<String> stacks, TimeRange range, Format format) implements HistoryWish {

    private static final Duration DAY = Duration.ofDays(1);

    enum Format { csv, json }

    @Override
    public Request request(Words words) {
        return Question.EVENTS.named(words, WishTerms.of(range, format), stacks);
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    /// @throws java.time.format.DateTimeParseException the same
    static EventWish of(Request request) {
        return new EventWish(request.names(), WishTerms.range(request), WishTerms.format(Format.class, request));
    }

    @Override
    public void fulfil(Database history, Words words, Instant now, Writer out) throws IOException {
        var events = new Events(KeptHistory.events(history), MetricCatalogue.standard(), now);
        Set<StackId> wished = events.stacks().stream().map(StackFile::id)
                .filter(id -> stacks.stream().anyMatch(id.value()::equalsIgnoreCase)).collect(Collectors.toSet());
        if (wished.isEmpty()) {
            String known = events.stacks().stream().map(one -> one.id().value()).sorted()
                    .collect(Collectors.joining(", "));
            throw new Refusal(ExitCode.NO_INPUT, "Nothing is kept of what happened to the stack '" + stacks.getFirst()
                    + "'. " + (known.isEmpty() ? "No stack was watched yet." : "Kept are: " + known));
        }
        EventDocument document = switch (format) {
            case csv -> new Table(words, out);
            case json -> new Json(words, out);
        };
        for (Instant from = range.from(); from.isBefore(range.to()); from = from.plus(DAY)) {
            Instant to = from.plus(DAY).isBefore(range.to()) ? from.plus(DAY) : range.to();
            for (TimelineEvent event : events.of(new TimeRange(from, to), wished).reversed()) {
                document.write(event);
            }
        }
        document.end();
        out.flush();
    }

    /// Written event by event.
    private interface EventDocument {
        void write(TimelineEvent event) throws IOException;

        void end() throws IOException;
    }

    /// A line an event.
    private static final class Table implements EventDocument {

        private final Words words;
        private final CsvWriter csv;

        Table(Words words, Writer out) {
            this.words = words;
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(List.of("at", "stack", "component", "kind", "severity", "source", "what", "details", "id"));
        }

        @Override
        public void write(TimelineEvent event) {
            csv.writeRecord(Stream.of(ExactTime.of(event.at()), event.stack().value(),
                    event.component().map(ComponentId::name).orElse(""), event.kind().word(), event.severity().word(),
                    event.source().label(), words.say(event.says()), String.join(" | ", event.details()), event.id())
                    .map(field -> SpreadsheetCell.harmless(field.replaceAll("\\R", " "))).toList());
        }

        @Override
        public void end() throws IOException {
            csv.flush();
        }
    }

    /// An array with an object a line.
    private static final class Json implements EventDocument {

        private final Words words;
        private final Writer out;
        private final JsonMapper json = JsonMapper.builder().build();
        private String before = "[\n";

        Json(Words words, Writer out) {
            this.words = words;
            this.out = out;
        }

        @Override
        public void write(TimelineEvent event) throws IOException {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("at", ExactTime.of(event.at())).put("stack", event.stack().value())
                    .put("component", event.component().map(ComponentId::name).orElse(null))
                    .put("kind", event.kind().word()).put("severity", event.severity().word())
                    .put("source", event.source().label()).put("what", words.say(event.says()));
            event.details().forEach(node.putArray("details")::add);
            event.says().arguments().stream().filter(RuleName.class::isInstance).findFirst()
                    .ifPresent(rule -> node.put("rule", rule.toString()));
            event.alarm().ifPresent(alarm -> node.put("alarm", alarm));
            node.put("id", event.id());
            out.write(before);
            out.write(json.writeValueAsString(node));
            before = ",\n";
        }

        @Override
        public void end() throws IOException {
            out.write(before.equals(",\n") ? "\n]\n" : "[]\n");
        }
    }
}
