package io.watchdeck.ui.activity;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.journal.Change;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts an entry of the journal into words, as short as a row needs it.
final class EntryText {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("stack", "env", "kind", "target", "who", "note", "verdict", "said", "where", "calls");

    private final Words words;

    EntryText(Words words) {
        this.words = words;
    }

    /// @param newest what was seen last of one that is followed
    ActivityLine line(JournalEntry entry, Optional<Phrase> newest, String stackName, Instant now) {
        return new ActivityLine(entry.id(), entry.operation().kind(), words.when(entry.begun(), now),
                words.moments(entry.begun()),
                words.say("ui.activity.ago", Duration.between(entry.begun(), now)), title(entry), stackName,
                entry.place().environment(), change(entry), entry.person(), entry.note(),
                entry.verdict().map(Verdict::result), verdict(entry), sentence(entry, newest), took(entry, now));
    }

    String title(JournalEntry entry) {
        return words.say("ui.operation." + entry.operation().kind().word() + ".title", entry.operation().target());
    }

    String change(JournalEntry entry) {
        return Change.of(entry).stream().map(this::change).collect(Collectors.joining(", "));
    }

    private String change(Change change) {
        String after = brief(change, change.after());
        return change.before().map(before -> words.say("ui.operation.change", brief(change, before), after))
                .orElse(after);
    }

    /// Of a task definition its revision: its family is much like the name of the service beside it.
    private String brief(Change change, Phrase one) {
        String said = words.say(one);
        return change.what() == Change.What.REVISION && one.key().equals("operation.value")
                ? ":" + ShortNames.revision(said)
                : ShortNames.in(said);
    }

    String verdict(JournalEntry entry) {
        return entry.verdict().map(Verdict::result).map(Result::word)
                .map(word -> words.say("ui.operation.result." + word))
                .orElseGet(() -> words.say("ui.activity.running"));
    }

    private String sentence(JournalEntry entry, Optional<Phrase> newest) {
        return entry.verdict().map(Verdict::sentence).or(() -> newest)
                .or(() -> entry.remarks().isEmpty() ? Optional.empty()
                        : Optional.of(entry.remarks().getLast().sentence()))
                .map(words::say).map(ShortNames::in).orElseGet(() -> words.say("ui.operation.sending"));
    }

    /// Of one that is followed, how long it has run so far.
    private String took(JournalEntry entry, Instant now) {
        return words.span(entry.took().orElseGet(() -> Duration.between(entry.begun(), now)));
    }

    /// By column, for what a person types into the filter.
    FilterColumns columns() {
        return FilterColumns.of(words, COLUMNS);
    }

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns(JournalEntry entry, String stackName) {
        return Map.of("stack", stackName + " " + entry.operation().stack().value(), "env",
                words.say("ui.environment." + entry.place().environment().word()) + " "
                        + entry.place().environment().word(),
                "target", entry.operation().target(), "kind", entry.operation().kind().word() + " " + title(entry),
                "who", entry.person(), "note", entry.note(), "verdict",
                verdict(entry) + " " + entry.verdict().map(Verdict::result).map(Result::word).orElse("running"),
                "said", sentence(entry, Optional.empty()) + " " + change(entry), "where",
                entry.place().account().orElse("") + " " + entry.place().region().code() + " "
                        + entry.place().profile().orElse(""),
                "calls", ids(entry));
    }

    private static String ids(JournalEntry entry) {
        return entry.sendings().stream().map(one -> one.request().name()).collect(Collectors.joining(" ")) + " "
                + entry.began().orElse("");
    }

    /// What a list of kinds or stacks is called in the tools: one is named, several are counted.
    String chosen(String title, List<String> names) {
        return names.isEmpty() ? title : names.size() == 1 ? names.getFirst()
                : words.say("ui.counter", names.size(), title);
    }
}
