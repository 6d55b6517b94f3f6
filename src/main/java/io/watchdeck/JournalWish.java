package io.watchdeck;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.watchdeck.instance.Request;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.journal.JournalTable;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.words.SpreadsheetCell;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which entries of the journal are to be written out, and how.
///
/// @param stacks by any of these names
record JournalWish(List<String> stacks, TimeRange range, Format format) implements HistoryWish {

    enum Format { csv, json }

    @Override
    public Request request(Words words) {
        return Question.JOURNAL.named(words, WishTerms.of(range, format), stacks);
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    /// @throws java.time.format.DateTimeParseException the same
    static JournalWish of(Request request) {
        return new JournalWish(request.names(), WishTerms.range(request), WishTerms.format(Format.class, request));
    }

    @Override
    public void fulfil(Database history, Words words, Instant now, Writer out) throws IOException {
        var ever = new TimeRange(Instant.EPOCH, now.plus(Duration.ofDays(1)));
        List<JournalEntry> all = new H2JournalStore(history).read(Set.of(), ever, Integer.MAX_VALUE);
        List<JournalEntry> wished = all.stream().filter(this::isOfTheStack).toList();
        if (wished.isEmpty()) {
            String known = all.stream().map(JournalWish::stack).distinct().sorted().collect(Collectors.joining(", "));
            throw new Refusal(ExitCode.NO_INPUT, "No operation is kept of the stack '" + stacks.getFirst() + "'. "
                    + (known.isEmpty() ? "The journal is empty." : "Kept are: " + known));
        }
        List<JournalEntry> oldestFirst =
                wished.stream().filter(one -> range.contains(one.begun())).toList().reversed();
        switch (format) {
            case csv -> table(oldestFirst, words, out);
            case json -> new JournalDocument(words).write(oldestFirst, out);
        }
        out.flush();
    }

    private boolean isOfTheStack(JournalEntry entry) {
        return stacks.stream().anyMatch(stack(entry)::equalsIgnoreCase);
    }

    private static String stack(JournalEntry entry) {
        return entry.operation().stack().value();
    }

    private static void table(List<JournalEntry> entries, Words words, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(JournalTable.HEADER);
        entries.forEach(entry -> csv.writeRecord(JournalTable.line(entry, words).stream()
                .map(SpreadsheetCell::harmless).toArray(String[]::new)));
        csv.flush();
    }
}
