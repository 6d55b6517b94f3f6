package io.watchdeck.alarms;

import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Closed;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Over;
import io.watchdeck.alarms.Status.Resolved;
import io.watchdeck.alarms.Status.Snoozed;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// What becomes of an occurrence. Pure: time comes with the events.
///
/// | event | open | acknowledged | snoozed |
/// |---|---|---|---|
/// | acknowledged | acknowledged | the new person's word replaces the old | acknowledged |
/// | snoozed | snoozed | snoozed, ownership given up | new time |
/// | its time ends | – | open, tells | open, tells |
/// | severity rises | tells | open, tells | open, tells |
/// | severity falls | stays | stays | stays |
/// | OK | resolved | resolved | resolved |
/// | nobody has it for a time | tells again, less than critical not in quiet hours | – | – |
/// | nothing knows how it is | stays, tells no more | stays | stays |
/// | nothing can tell of it any more | closed | closed | closed |
///
/// What is not known is not over: it stays as it is, says since when it is not known, and does not nag until it is known
/// again; time and words go on. Only OK resolves. Where the component or the CloudWatch alarm does not exist any more,
/// or the stack file does not name the rule, nobody will ever know: it is closed, which says so and not that it is OK.
///
/// Resolved and closed are final: every event leaves them as they are, also a word that somebody gave while it was over
/// elsewhere.
///
/// @param nag   how long nobody may have it before somebody is told again; empty never, and never of a notice
/// @param quiet when only what is critical makes itself heard: of anything less nobody is told again before that is over
public record Lifecycle(Optional<Duration> nag, Predicate<Instant> quiet) {

    /// With no quiet hours.
    public Lifecycle(Optional<Duration> nag) {
        this(nag, _ -> false);
    }

    /// Empty where the event changes nothing.
    public Optional<Change> after(Occurrence occurrence, AlarmEvent event) {
        if (occurrence.isResolved()) {
            return Optional.empty();
        }
        return switch (event) {
            case AlarmEvent.Found(var at, var finding) -> found(occurrence, finding, at);
            case AlarmEvent.Cleared(var at) -> Optional.of(quiet(at, What.RESOLVED, occurrence.with(new Resolved(
                    since(occurrence, at), occurrence.status().held()))));
            case AlarmEvent.Ended(var at, var why) -> Optional.of(quiet(at, What.CLOSED, occurrence.with(new Closed(
                    since(occurrence, at), why, occurrence.status().held()))));
            case AlarmEvent.Lost(var at) -> Optional.of(at).filter(_ -> occurrence.unknownSince().isEmpty())
                    .map(_ -> quiet(at, What.MOVED, occurrence.unknown(since(occurrence, at))));
            case AlarmEvent.Acknowledged(var word) ->
                Optional.of(quiet(word.at(), What.ACKNOWLEDGED, occurrence.with(new Acknowledged(word))));
            case AlarmEvent.Snoozed(var word) ->
                Optional.of(quiet(word.at(), What.SNOOZED, occurrence.with(new Snoozed(word))));
            case AlarmEvent.Elapsed(var at) -> elapsed(occurrence, at);
        };
    }

    private static Optional<Change> found(Occurrence before, Finding finding, Instant at) {
        if (finding.equals(before.now()) && before.unknownSince().isEmpty()) {
            return Optional.empty();
        }
        Occurrence after = before.with(finding);
        if (finding.severity().compareTo(before.severity()) > 0) {
            return Optional.of(new Change(at, What.ROSE, true, after.with(reopened(before.status(), at))));
        }
        return Optional.of(quiet(at, finding.severity() == before.severity() ? What.MOVED : What.FELL, after));
    }

    private Optional<Change> elapsed(Occurrence before, Instant now) {
        return switch (before.status()) {
            case Open(var since, var notified) -> nag.filter(time -> before.severity() != Severity.NOTICE
                    && before.unknownSince().isEmpty() && !isHeldBack(before.severity(), now)
                    && !notified.plus(time).isAfter(now))
                    .map(_ -> new Change(now, What.NAGGED, true, before.with(new Open(since, now))));
            case Acknowledged(var word) -> ended(before, word, now);
            case Snoozed(var word) -> ended(before, word, now);
            case Over _ -> Optional.empty();
        };
    }

    private boolean isHeldBack(Severity severity, Instant now) {
        return severity != Severity.CRITICAL && quiet.test(now);
    }

    private static Optional<Change> ended(Occurrence before, Word word, Instant now) {
        return Optional.of(word).filter(one -> one.isOver(now))
                .map(_ -> new Change(now, What.WORD_ENDED, true, before.with(reopened(before.status(), now))));
    }

    /// Since when nobody has it does not begin anew where nobody had it.
    private static Status reopened(Status before, Instant at) {
        return new Open(before instanceof Open(var since, var _) ? since : at, at);
    }

    /// A clock may have been put back since it was raised.
    private static Instant since(Occurrence one, Instant at) {
        return at.isBefore(one.raised()) ? one.raised() : at;
    }

    private static Change quiet(Instant at, What what, Occurrence after) {
        return new Change(at, what, false, after);
    }
}
