package io.watchdeck;

import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.report.HandOver;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.HandOverReader;
import io.watchdeck.report.KeptPins;
import io.watchdeck.report.Report;
import io.watchdeck.report.ReportFormat;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.timeline.EventStores;
import io.watchdeck.watch.Replay;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Of which stacks and time a hand-over report is to be made, and how it is written.
///
/// @param stacks each by the name of its file, or the name that the file gives it
/// @param person  who makes it
/// @param sandbox whether the history is that of the sandbox
record ReportWish(List<String> stacks, TimeRange range, Format format, String person, boolean sandbox)
        implements HistoryWish {

    enum Format {
        md(ReportFormat.MARKDOWN), html(ReportFormat.HTML);

        private final ReportFormat written;

        Format(ReportFormat written) {
            this.written = written;
        }

        static Format of(ReportFormat written) {
            return written == ReportFormat.HTML ? html : md;
        }
    }

    @Override
    public Request request(Words words) {
        Map<String, String> about = WishTerms.of(range, format);
        about.put("person", person);
        about.put("sandbox", Boolean.toString(sandbox));
        return Question.REPORT.named(words, about, stacks);
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    /// @throws java.time.format.DateTimeParseException the same
    static ReportWish of(Request request) {
        Map<String, String> about = request.about();
        return new ReportWish(request.names(), WishTerms.range(request), WishTerms.format(Format.class, request),
                about.getOrDefault("person", ""), Boolean.parseBoolean(about.get("sandbox")));
    }

    @Override
    public Optional<Phrase> atWork() {
        return Optional.of(Phrase.of("report.composing"));
    }

    @Override
    public void fulfil(Database history, Words words, Instant now, Writer out) throws IOException {
        MetricCatalogue catalogue = MetricCatalogue.standard();
        HandOverReader reader = reader(history, catalogue, now);
        List<StackFile> known = reader.known();
        List<StackId> wished = stacks.stream().flatMap(name -> named(name, known).stream()).distinct().toList();
        HandOver facts = reader.read(new HandOverReader.Wish(range, wished, person, sandbox,
                pins(new H2StateStore(history), wished)));
        // A sign of life: whoever asks waits for a minute without one.
        out.flush();
        format.written.write(Report.of(facts, catalogue, words), out);
    }

    private List<Pin> pins(StateStore state, List<StackId> wished) {
        return new KeptPins(() -> state).read().stream().filter(pin -> range.contains(pin.at()))
                .filter(pin -> pin.stack().map(wished::contains).orElse(true)).toList();
    }

    /// By the name of its file, or the name that the file gives it.
    private static List<StackId> named(String name, List<StackFile> known) {
        List<StackId> found = known.stream()
                .filter(file -> file.id().value().equalsIgnoreCase(name) || file.name().equalsIgnoreCase(name))
                .map(StackFile::id).toList();
        if (found.isEmpty()) {
            String kept = known.stream().map(file -> file.id().value()).sorted().collect(Collectors.joining(", "));
            throw new Refusal(ExitCode.NO_INPUT, "Nothing is kept of what happened to the stack '" + name + "'. "
                    + (kept.isEmpty() ? "No stack was watched yet." : "Kept are: " + kept));
        }
        return found;
    }

    private static HandOverReader reader(Database history, MetricCatalogue catalogue, Instant now) {
        EventStores stores = KeptHistory.events(history);
        LedgerStore ledger = new H2LedgerStore(history);
        MetricArchive.Stores metrics = KeptHistory.stores(history, catalogue);
        return new HandOverReader(stores, ledger, metrics, catalogue,
                new Replay(KeptHistory.of(history, catalogue), catalogue, Rhythm.standard())::at, now);
    }
}
