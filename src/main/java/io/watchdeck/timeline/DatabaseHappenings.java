package io.watchdeck.timeline;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What RDS tells of databases. Pure.
record DatabaseHappenings(StackId stack, List<DatabaseEvent> events) {

    Stream<TimelineEvent> all() {
        return events.stream().map(this::event);
    }

    private TimelineEvent event(DatabaseEvent event) {
        return new TimelineEvent(stack.value() + " database " + event.id(), event.at(), stack,
                Optional.of(new ComponentId(ComponentKind.DATABASE, event.database())), Kind.DATABASE, severity(event),
                Source.RDS, says(event),
                event.source().equals(event.database()) ? List.of() : List.of(event.sourceType() + " "
                        + event.source()),
                Optional.empty());
    }

    /// With what it is about in the person's language, and RDS's own words.
    private static Phrase says(DatabaseEvent event) {
        String name = event.database();
        String message = event.message();
        return switch (event.sort()) {
            case FAILURE -> Phrase.of("event.database.failure", name, message);
            case LOW_STORAGE -> Phrase.of("event.database.lowStorage", name, message);
            case FAILOVER -> Phrase.of("event.database.failover", name, message);
            case AVAILABILITY -> Phrase.of("event.database.availability", name, message);
            case DELETION -> Phrase.of("event.database.deletion", name, message);
            case RECOVERY -> Phrase.of("event.database.recovery", name, message);
            case REPLICATION -> Phrase.of("event.database.replication", name, message);
            case MAINTENANCE -> Phrase.of("event.database.maintenance", name, message);
            case CONFIGURATION -> Phrase.of("event.database.configuration", name, message);
            case CREATION -> Phrase.of("event.database.creation", name, message);
            case BACKUP -> Phrase.of("event.database.backup", name, message);
            case OTHER -> Phrase.of("event.database.other", name, message);
        };
    }

    /// What ends well asks less than what begins.
    private static Severity severity(DatabaseEvent event) {
        String message = event.message().toLowerCase(Locale.ROOT);
        boolean over = Stream.of("complete", "finished", "restarted", "resumed", "restored")
                .anyMatch(message::contains);
        boolean broken = Stream.of("stopped", "terminated", "error", "unable", "failed").anyMatch(message::contains);
        return switch (event.sort()) {
            case FAILURE -> Severity.CRITICAL;
            case LOW_STORAGE -> message.contains("exhausted") || message.contains("has been consumed")
                    ? Severity.CRITICAL : Severity.WARNING;
            case FAILOVER, AVAILABILITY, RECOVERY -> over && !broken ? Severity.NOTICE : Severity.WARNING;
            case DELETION -> Severity.WARNING;
            case REPLICATION -> broken ? Severity.WARNING : Severity.NOTICE;
            case BACKUP -> broken ? Severity.WARNING : Severity.FINE;
            case MAINTENANCE, CONFIGURATION, CREATION, OTHER -> Severity.NOTICE;
        };
    }
}
