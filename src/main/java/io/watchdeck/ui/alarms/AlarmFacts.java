package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Severity;
import java.util.Optional;
import java.util.UUID;

/// An alarm of the list, before it is put into words: there may be thousands, of which some are seen.
///
/// @param times how often it has come, as one row; 1 for one that came by itself
record AlarmFacts(Occurrence occurrence, AlarmGroup group, StackAlarms stack, int times) {

    static AlarmFacts of(Occurrence one, StackAlarms stack) {
        return new AlarmFacts(one, AlarmGroup.of(one), stack,
                one.flapping().map(Occurrence.Flapping::number).orElse(1));
    }

    UUID id() {
        return occurrence.id();
    }

    AlarmKey key() {
        return occurrence.key();
    }

    /// Whether it is another time that the same alarm came, after that one.
    boolean isLaterThan(AlarmFacts one) {
        return key().equals(one.key()) && occurrence.raised().isAfter(one.occurrence.raised());
    }

    boolean live() {
        return group != AlarmGroup.RESOLVED;
    }

    /// As it is now, or as bad as it was.
    Severity severity() {
        return live() ? occurrence.severity() : occurrence.worst();
    }

    /// Of a rule where one tells of it, whoever has found it now: it does not change with which of them is read last.
    Source source() {
        return stack.hasRule(occurrence) ? Source.RULE : Source.CLOUDWATCH;
    }

    /// Whether a rule, or an alarm of CloudWatch, tells of it; both may.
    boolean isToldBy(Source one) {
        return source() == one || stack.tellers(key()).stream().anyMatch(each -> each.source() == one);
    }

    boolean cloud() {
        return source() == Source.CLOUDWATCH;
    }

    /// The word that holds, or the last that did.
    Optional<Word> word() {
        return occurrence.status().said();
    }

    boolean isOf(String person) {
        return word().or(() -> live() ? Optional.empty() : occurrence.had().map(Had::word))
                .filter(one -> one.person().equals(person)).isPresent();
    }
}
