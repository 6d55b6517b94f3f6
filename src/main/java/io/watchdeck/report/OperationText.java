package io.watchdeck.report;

import io.watchdeck.model.Severity;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.journal.Change;
import java.util.stream.Collectors;

/// Says operations.
final class OperationText {

    private OperationText() {}

    static String kind(Telling tell, JournalEntry entry) {
        return tell.say("ui.activity.kind." + entry.operation().kind().word());
    }

    /// As in `tiketi-backend:89 → tiketi-backend:88`. What was not known before is not said.
    static String changes(Telling tell, JournalEntry entry) {
        return Change.of(entry).stream().map(change -> change.before()
                .map(before -> tell.say("ui.operation.change", tell.say(before), tell.say(change.after())))
                .orElseGet(() -> tell.say(change.after()))).collect(Collectors.joining("; "));
    }

    static String verdict(Telling tell, JournalEntry entry) {
        return entry.verdict().map(end -> tell.say("report.verdict." + end.result().word()))
                .orElseGet(() -> tell.say("report.verdict.open"));
    }

    static Severity severity(JournalEntry entry) {
        return entry.verdict().map(Verdict::result).map(result -> switch (result) {
            case WORKED -> Severity.FINE;
            case NOT_DONE, CANCELLED -> Severity.NOTICE;
            case FAILED, PARTLY -> Severity.WARNING;
            case NOT_KNOWN -> Severity.UNKNOWN;
        }).orElse(Severity.UNKNOWN);
    }
}
