package io.watchdeck.timeline;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import io.watchdeck.timeline.TimelineEvent.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What persons changed through the console, and what came of it. Pure.
record JournalHappenings(JournalEntry entry) {

    Stream<TimelineEvent> all() {
        Phrase kind = Phrase.of("ui.activity.kind." + entry.operation().kind().word());
        String on = entry.operation().target();
        TimelineEvent begun = event("begun", entry.begun(), Kind.OPERATION, Severity.NOTICE,
                Phrase.of("event.operation", kind, on, entry.person()),
                entry.note().isBlank() ? List.of() : List.of(entry.note()));
        return Stream.concat(Stream.of(begun), entry.verdict().stream()
                .map(end -> event("verdict", end.at(), Kind.VERDICT, severity(end.result()),
                        Phrase.of("event.verdict", kind, on, end.sentence()), List.of())));
    }

    private static Severity severity(Verdict.Result result) {
        return switch (result) {
            case WORKED -> Severity.FINE;
            case NOT_DONE, CANCELLED -> Severity.NOTICE;
            case FAILED, PARTLY, NOT_KNOWN -> Severity.WARNING;
        };
    }

    private TimelineEvent event(String what, Instant at, Kind kind, Severity severity, Phrase says,
            List<String> details) {
        Optional<ComponentId> component = entry.operation() instanceof Operation.OfService one
                ? Optional.of(new ComponentId(ComponentKind.SERVICE, one.service().service())) : Optional.empty();
        return new TimelineEvent(entry.id() + " " + what, at, entry.operation().stack(), component, kind, severity,
                Source.WATCHDECK, says, details, Optional.of(new Target.Operation(entry.id())));
    }
}
