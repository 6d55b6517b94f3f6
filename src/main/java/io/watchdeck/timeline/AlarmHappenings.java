package io.watchdeck.timeline;

import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of the console's own alarms, and what persons said of them. Pure.
record AlarmHappenings(List<Change> changes) {

    /// That it moved or that somebody was reminded is nothing that happened to the stack.
    Stream<TimelineEvent> all() {
        return changes.stream().filter(change -> change.what() != What.MOVED && change.what() != What.NAGGED)
                .map(AlarmHappenings::event);
    }

    private static TimelineEvent event(Change change) {
        Occurrence one = change.after();
        boolean word = switch (change.what()) {
            case ACKNOWLEDGED, SNOOZED, WORD_ENDED -> true;
            case RAISED, ROSE, FELL, MOVED, NAGGED, RESOLVED, CLOSED -> false;
        };
        Severity severity = switch (change.what()) {
            case RAISED, ROSE, FELL, WORD_ENDED -> one.severity();
            case ACKNOWLEDGED, SNOOZED, CLOSED, MOVED, NAGGED -> Severity.NOTICE;
            case RESOLVED -> Severity.FINE;
        };
        Optional<Word> said = one.status().said().filter(_ -> word && change.what() != What.WORD_ENDED);
        return new TimelineEvent(one.id() + " " + change.what() + " " + change.at(), change.at(), one.key().stack(),
                Optional.of(one.key().on()), word ? Kind.WORD : Kind.ALARM, severity,
                one.now().source() == Source.CLOUDWATCH && !word ? TimelineEvent.Source.CLOUDWATCH
                        : TimelineEvent.Source.WATCHDECK,
                says(change, one, said), said.map(Word::note).filter(note -> !note.isBlank()).stream().toList(),
                Optional.of(new Target.Alarm(one.id())),
                Optional.of(one.now().name()).filter(_ -> one.now().source() == Source.CLOUDWATCH));
    }

    private static Phrase says(Change change, Occurrence one, Optional<Word> said) {
        Object name = AlarmName.argument(one.now());
        String on = one.key().on().name();
        String person = said.map(Word::person).orElse("");
        return switch (change.what()) {
            case RAISED -> Phrase.of("event.alarm.raised", name, on);
            case ROSE -> Phrase.of("event.alarm.rose", name, on);
            case FELL, MOVED, NAGGED -> Phrase.of("event.alarm.fell", name, on);
            case ACKNOWLEDGED -> Phrase.of("event.alarm.acknowledged", name, on, person);
            case SNOOZED -> Phrase.of("event.alarm.snoozed", name, on, person);
            case WORD_ENDED -> Phrase.of("event.alarm.reopened", name, on);
            case RESOLVED -> Phrase.of("event.alarm.resolved", name, on);
            case CLOSED -> Phrase.of("event.alarm.closed", name, on);
        };
    }

    /// Whether an occurrence was raised by a CloudWatch alarm at the moment at which that changed.
    boolean tellsOf(TimelineEvent cloud, String alarm) {
        return changes.stream().anyMatch(change -> (change.what() == What.RAISED || change.what() == What.RESOLVED)
                && change.after().now().source() == Source.CLOUDWATCH && change.after().now().name().equals(alarm)
                && change.after().key().stack().equals(cloud.stack())
                && Math.abs(change.at().getEpochSecond() - cloud.at().getEpochSecond()) <= 1);
    }
}
