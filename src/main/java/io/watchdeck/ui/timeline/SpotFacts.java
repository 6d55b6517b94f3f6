package io.watchdeck.ui.timeline;

import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.timeline.MomentFacts.Spot;
import io.watchdeck.ui.timeline.MomentFacts.SpotLine;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says what the ledger of Spot holds of the time that is shown: all services of the stack together.
record SpotFacts(Words words, Span span) {

    Spot of(Optional<LedgerAnswer> ledger, TimeRange range) {
        String title = words.say("ui.timeline.spot.title", words.say("ui.timeline.span." + span.word()));
        if (ledger.isEmpty()) {
            return new Spot(title, words.say("ui.timeline.asking"), List.of());
        }
        LedgerAnswer answer = ledger.get();
        if (!answer.kept()) {
            return new Spot(title, words.say("ui.timeline.spot.notKept"), List.of());
        }
        List<ServiceLedger> services = answer.services();
        int counted = services.stream().mapToInt(one -> one.counts().all().interruptions()).sum();
        int unplaced = services.stream().mapToInt(one -> one.counts().all().placementFailures()).sum();
        var lines = new ArrayList<SpotLine>();
        List<Duration> known = services.stream().flatMap(one -> one.replacement().known().stream()).toList();
        var times = new ReplacementTimes(known, services.stream().mapToInt(one -> one.replacement().open()).sum(),
                services.stream().mapToInt(one -> one.replacement().unknown()).sum());
        Optional<Duration> expected = services.stream().map(one -> one.spec().expected())
                .map(SpotExpectation::replacement).flatMap(Optional::stream).max(Comparator.naturalOrder());
        String plan = expected.map(most -> words.say("ui.timeline.spot.plan", most)).orElse("");
        times.median().ifPresent(median -> lines.add(waited("median", median, expected, plan)));
        times.worst().ifPresent(worst -> lines.add(waited("worst", worst, expected, "")));
        if (times.open() > 0) {
            lines.add(new SpotLine(words.say("ui.timeline.spot.open"), words.number(times.open()), Tone.WARNING, ""));
        }
        if (unplaced > 0) {
            lines.add(new SpotLine(words.say("ui.timeline.spot.unplaced"), words.number(unplaced), Tone.WARNING, ""));
        }
        services.stream().map(one -> one.rate().attendance()).max(Comparator.comparing(one -> one.watched().length()))
                .ifPresent(looked -> lines.add(watched(looked, range)));
        return new Spot(title, words.say("ui.timeline.spot.known", counted), lines);
    }

    private SpotLine waited(String word, Duration waited, Optional<Duration> expected, String beside) {
        boolean late = expected.filter(most -> waited.compareTo(most) > 0).isPresent();
        return new SpotLine(words.say("ui.timeline.spot." + word), new Offset(words).length(waited),
                late ? Tone.WARNING : Tone.PLAIN, beside);
    }

    private SpotLine watched(Attendance looked, TimeRange range) {
        Duration length = looked.watched().length();
        return new SpotLine(words.say("ui.timeline.spot.watched"), words.span(length),
                looked.gaps().isEmpty() && !range.from().isBefore(looked.range().from()) ? Tone.PLAIN : Tone.WARNING,
                words.say("ui.timeline.spot.of", range.length()));
    }
}
