package io.watchdeck.alarms;

import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// One episode of a trouble, from raised to over. Immutable; [Lifecycle] makes the next from an event.
///
/// @param raised     when it began, as far as is known
/// @param now        the worst that is found now; the last found of one that is resolved
/// @param worst      how severe it has been
/// @param worstValue in the metric's unit, of the finding's metric; empty where none was known
/// @param unknownSince since when nothing that may tell of it knows how it is; empty while that is known, and of what was
///                   resolved
/// @param flapping   empty for one that came by itself; else the row of occurrences that it belongs to
/// @param had        who has it or had it last, also once it is open again or over; empty where nobody ever had
public record Occurrence(UUID id, AlarmKey key, Instant raised, Finding now, Severity worst, OptionalDouble worstValue,
        Status status, Optional<Instant> unknownSince, Optional<Flapping> flapping, Optional<Had> had) {

    /// One of which no more is known than how it stands.
    public Occurrence(UUID id, AlarmKey key, Instant raised, Finding now, Severity worst, OptionalDouble worstValue,
            Status status, Optional<Instant> unknownSince, Optional<Flapping> flapping) {
        this(id, key, raised, now, worst, worstValue, status, unknownSince, flapping, Had.of(status));
    }

    /// One that is known.
    public Occurrence(UUID id, AlarmKey key, Instant raised, Finding now, Severity worst, OptionalDouble worstValue,
            Status status, Optional<Flapping> flapping) {
        this(id, key, raised, now, worst, worstValue, status, Optional.empty(), flapping);
    }

    /// The same, of which is known who had it last.
    public Occurrence had(Had last) {
        return new Occurrence(id, key, raised, now, worst, worstValue, status, unknownSince, flapping,
                Optional.of(last));
    }

    /// A row of occurrences of one trouble that come and go.
    ///
    /// @param row    the first of them
    /// @param number which of them this is, from 1
    public record Flapping(UUID row, int number) {}

    public Severity severity() {
        return now.severity();
    }

    /// Whether it is over, resolved or closed.
    public boolean isResolved() {
        return status instanceof Status.Over;
    }

    /// When it was over; empty while it is not.
    public Optional<Instant> resolved() {
        return status instanceof Status.Over over ? Optional.of(over.at()) : Optional.empty();
    }

    /// The same, of which is known now that it began earlier. Nobody has had it since then, where nobody has had it yet.
    Occurrence begun(Instant earlier) {
        return new Occurrence(id, key, earlier, now, worst, worstValue,
                status instanceof Status.Open(var since, var told) && since.equals(raised)
                        ? new Status.Open(earlier, told) : status,
                unknownSince, flapping, had);
    }

    Occurrence with(Status next) {
        return new Occurrence(id, key, raised, now, worst, worstValue, next,
                next instanceof Status.Resolved ? Optional.empty() : unknownSince, flapping, Had.after(had, next));
    }

    /// The same, but that it is not known how it is.
    Occurrence unknown(Instant since) {
        return new Occurrence(id, key, raised, now, worst, worstValue, status, Optional.of(since), flapping,
                had);
    }

    /// The same, but that somebody is told of it now, if nobody has it.
    Occurrence notified(Instant now) {
        return status instanceof Status.Open(var since, var _) ? with(new Status.Open(since, now)) : this;
    }

    Occurrence with(Finding found) {
        boolean another = !found.metric().equals(now.metric());
        return new Occurrence(id, key, raised, found, worst.worse(found.severity()),
                another || found.isWorseThan(worstValue) ? found.value() : worstValue, status, Optional.empty(),
                flapping, had);
    }
}
