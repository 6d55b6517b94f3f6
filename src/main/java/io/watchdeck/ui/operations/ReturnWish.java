package io.watchdeck.ui.operations;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether a person wants to be reminded to go back, and to what: to what was read last, and counted from now, so that
/// what is shown is what is kept.
final class ReturnWish {

    private final ReadOnlyObjectWrapper<Instant> minute;
    private final ReadOnlyObjectWrapper<Optional<Reminder>> reminder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Duration> later = Optional.empty();

    ReturnWish(Instant now) {
        minute = new ReadOnlyObjectWrapper<>(now.truncatedTo(ChronoUnit.MINUTES));
    }

    /// So long after it runs; empty for no reminder.
    void after(Optional<Duration> span) {
        later = span;
    }

    /// Where another range is wished for, that goes back too.
    ///
    /// @param facts as they were read last
    void judge(Operation wish, Optional<Facts> facts, Instant now) {
        minute.set(now.truncatedTo(ChronoUnit.MINUTES));
        OptionalInt back = facts.map(Facts::baseline).map(Baseline::desired).orElse(OptionalInt.empty());
        Optional<Range> range = wish instanceof Operation.Scale scale && scale.range().isPresent()
                ? facts.flatMap(Facts::service).flatMap(ServiceFacts::scaling) : Optional.empty();
        reminder.set(later.filter(_ -> back.isPresent())
                .map(span -> new Reminder(minute.get().plus(span), back, range, false)));
    }

    /// Of what a person will be reminded, and when, if it runs now.
    ReadOnlyObjectProperty<Optional<Reminder>> reminderProperty() {
        return reminder.getReadOnlyProperty();
    }

    /// From when spans are counted.
    ReadOnlyObjectProperty<Instant> minuteProperty() {
        return minute.getReadOnlyProperty();
    }
}
