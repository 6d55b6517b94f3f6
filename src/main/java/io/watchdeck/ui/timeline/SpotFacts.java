package io.watchdeck.ui.timeline;

import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.timeline.MomentFacts.Spot;
import io.watchdeck.ui.timeline.MomentFacts.SpotLine;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says what the ledger of Spot holds of the time that is shown, up to the cursor where that is at a moment that is over: all
/// services of the stack together. What came after that moment was not known then.
record SpotFacts(Words words, Span span) {

    /// What is counted up to a moment.
    private record Counted(int interruptions, int unplaced, ReplacementTimes times) {}

    /// @param cursor empty where it goes on with now
    Spot of(Optional<LedgerAnswer> ledger, TimeRange range, Optional<Instant> cursor) {
        String title = words.say(cursor.isPresent() ? "ui.timeline.spot.titleThen" : "ui.timeline.spot.title",
                words.say("ui.timeline.span." + span.word()));
        if (ledger.isEmpty()) {
            return new Spot(title, words.say("ui.timeline.asking"), List.of());
        }
        LedgerAnswer answer = ledger.get();
        if (!answer.kept()) {
            return new Spot(title, words.say("ui.timeline.spot.notKept"), List.of());
        }
        if (!usesSpot(answer)) {
            return new Spot(title, words.say("ui.timeline.spot.none"), List.of());
        }
        Counted all = cursor.filter(_ -> !answer.more()).map(at -> until(answer, at))
                .orElseGet(() -> all(answer.services()));
        var lines = new ArrayList<SpotLine>(replaced(all, answer.services()));
        answer.services().stream().map(one -> one.rate().attendance())
                .max(Comparator.comparing(one -> one.watched().length()))
                .ifPresent(looked -> lines.add(watched(looked, cursor.filter(range::contains)
                        .filter(range.from()::isBefore).map(at -> new TimeRange(range.from(), at)).orElse(range))));
        return new Spot(title, words.say("ui.timeline.spot.known", all.interruptions()), lines);
    }

    private List<SpotLine> replaced(Counted all, List<ServiceLedger> services) {
        var lines = new ArrayList<SpotLine>();
        Optional<Duration> expected = services.stream().map(one -> one.spec().expected())
                .map(SpotExpectation::replacement).flatMap(Optional::stream).max(Comparator.naturalOrder());
        String plan = expected.map(most -> words.say("ui.timeline.spot.plan", most)).orElse("");
        all.times().median().ifPresent(median -> lines.add(waited("median", median, expected, plan)));
        all.times().worst().ifPresent(worst -> lines.add(waited("worst", worst, expected, "")));
        open("open", all.times().open()).ifPresent(lines::add);
        open("unplaced", all.unplaced()).ifPresent(lines::add);
        return lines;
    }

    private Optional<SpotLine> open(String word, int count) {
        return count == 0 ? Optional.empty() : Optional.of(new SpotLine(words.say("ui.timeline.spot." + word),
                words.number(count), Tone.WARNING, ""));
    }

    /// Whether any service of the stack has anything to do with Spot, now or in the time that is shown.
    static boolean usesSpot(LedgerAnswer answer) {
        return answer.services().stream().anyMatch(one -> one.checks().map(SpotChecks::onSpot)
                .orElse(one.spec().spotWeight().orElse(0) > 0) || one.rate().ran() > 0
                || one.counts().all().interruptions() > 0);
    }

    private static Counted all(List<ServiceLedger> services) {
        return new Counted(services.stream().mapToInt(one -> one.counts().all().interruptions()).sum(),
                services.stream().mapToInt(one -> one.counts().all().placementFailures()).sum(),
                new ReplacementTimes(
                        services.stream().flatMap(one -> one.replacement().known().stream()).toList(),
                        services.stream().mapToInt(one -> one.replacement().open()).sum(),
                        services.stream().mapToInt(one -> one.replacement().unknown()).sum()));
    }

    /// What the second at which the cursor stands has brought is among it.
    private static Counted until(LedgerAnswer answer, Instant cursor) {
        Instant at = cursor.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).minusNanos(1);
        List<LedgerEntry> before = answer.lines().stream().map(LedgerAnswer.Line::entry)
                .filter(one -> !one.at().isAfter(at)).toList();
        List<Interruption> taken = before.stream().filter(Interruption.class::isInstance).map(Interruption.class::cast)
                .toList();
        List<Interruption> replaced = taken.stream()
                .filter(one -> one.replacement().filter(other -> !other.runningAt().isAfter(at)).isPresent()).toList();
        List<Duration> known = replaced.stream().flatMap(one -> one.timeToReplacement().stream()).toList();
        return new Counted(taken.size(), before.size() - taken.size(),
                new ReplacementTimes(known, taken.size() - replaced.size(), replaced.size() - known.size()));
    }

    private SpotLine waited(String word, Duration waited, Optional<Duration> expected, String beside) {
        boolean late = expected.filter(most -> waited.compareTo(most) > 0).isPresent();
        return new SpotLine(words.say("ui.timeline.spot." + word), InterruptionText.isWait(waited)
                ? new Offset(words).length(waited) : new InterruptionText(words).noWait(),
                late ? Tone.WARNING : Tone.PLAIN, beside);
    }

    private SpotLine watched(Attendance looked, TimeRange range) {
        Duration length = looked.watched().within(range).length();
        return new SpotLine(words.say("ui.timeline.spot.watched"), words.span(length),
                looked.watched().gaps(range).isEmpty() && !range.from().isBefore(looked.range().from()) ? Tone.PLAIN
                        : Tone.WARNING,
                words.say("ui.timeline.spot.of", range.length()));
    }
}
