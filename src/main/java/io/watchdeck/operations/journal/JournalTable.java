package io.watchdeck.operations.journal;

import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.words.ExactTime;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Journal entries as lines of a table, for spreadsheets and scripts. What is decided in words is a word that stays the
/// same in every language; sentences are those of the reader.
public final class JournalTable {

    public static final List<String> HEADER = List.of("begun", "ended", "seconds", "stack", "environment", "account",
            "region", "operation", "target", "change", "person", "note", "warnings", "verdict", "sentence", "requests",
            "commands", "id");

    private JournalTable() {}

    /// A line with the fields of [#HEADER]. What is not known is empty, never 0. Only the commands have line breaks, one
    /// after each, so that what is copied out of their cell runs in a shell.
    public static List<String> line(JournalEntry entry, Words words) {
        var fields = new ArrayList<>(fields(entry, words).stream().map(field -> field.replaceAll("\\R", " ")).toList());
        fields.add(HEADER.indexOf("commands"), String.join("\n", entry.commands()));
        return List.copyOf(fields);
    }

    private static List<String> fields(JournalEntry entry, Words words) {
        return List.of(ExactTime.of(entry.begun()), entry.verdict().map(end -> ExactTime.of(end.at())).orElse(""),
                entry.took().map(Duration::toSeconds).map(String::valueOf).orElse(""),
                entry.operation().stack().value(), entry.place().environment().word(),
                entry.place().account().orElse(""), entry.place().region().code(), entry.operation().kind().word(),
                entry.operation().target(), changes(entry, words), entry.person(), entry.note(),
                Integer.toString(entry.warnings()),
                entry.verdict().map(Verdict::result).map(Result::word).orElse("running"),
                entry.verdict().map(Verdict::sentence).map(words::say).orElse(""),
                Integer.toString(entry.sendings().size()),
                entry.id().toString());
    }

    private static String changes(JournalEntry entry, Words words) {
        return Change.of(entry).stream().map(change -> change.before()
                .map(before -> words.say("ui.operation.change", words.say(before), words.say(change.after())))
                .orElseGet(() -> words.say(change.after()))).collect(Collectors.joining("; "));
    }
}
