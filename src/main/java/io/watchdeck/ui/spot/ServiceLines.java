package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.spot.ServiceLine.Two;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts services into rows: all together first where there are several, then those above their plans, then those with the
/// most interruptions.
final class ServiceLines {

    private final SpotText text;
    private final SpotSpan span;
    private final Instant now;

    ServiceLines(SpotText text, SpotSpan span, Instant now) {
        this.text = text;
        this.span = span;
        this.now = now;
    }

    List<ServiceLine> of(List<SpotService> services) {
        var lines = new ArrayList<ServiceLine>();
        if (services.size() > 1) {
            lines.add(together(new Together(services)));
        }
        services.stream().sorted(Comparator.comparing(SpotService::isAbovePlan).reversed()
                .thenComparing(one -> -one.all().interruptions()).thenComparing(one -> one.key()))
                .map(this::line).forEach(lines::add);
        return lines;
    }

    private ServiceLine together(Together all) {
        long running = all.all().stream().mapToLong(one -> one.running().map(List::size).orElse(0)).sum();
        long spot = all.all().stream().mapToLong(SpotService::onSpot).sum();
        boolean known = all.all().stream().allMatch(one -> one.running().isPresent());
        return new ServiceLine("", text.say("ui.spot.all", all.all().size()),
                text.say("ui.spot.stacks",
                        (int) all.all().stream().map(one -> one.stack().file().id()).distinct().count()),
                Optional.empty(), known ? share(spot, running, "") : missing(), counted(all), rate(all), watched(all),
                replaced(all, all.plan().flatMap(SpotExpectation::replacement)));
    }

    private ServiceLine line(SpotService one) {
        var alone = new Together(List.of(one));
        Two share = one.running().map(all -> share(one.onSpot(), all.size(), planned(one)))
                .orElseGet(() -> one.absence(text.words()).map(ServiceLines::absent).orElseGet(this::missing));
        return new ServiceLine(one.key(), one.name(), one.stack().file().name(),
                Optional.of(one.stack().file().environment()), share, counted(alone), rate(alone), watched(alone),
                replaced(alone, one.plan().replacement()));
    }

    private static Two absent(Absence absence) {
        return Two.missing(absence.word(), absence.sentence());
    }

    private Two missing() {
        return Two.missing(text.say("ui.spot.unknown"), text.say("ui.spot.share.unknown"));
    }

    private String planned(SpotService one) {
        return one.ledger().spec().spotWeight().isPresent()
                ? text.say("ui.spot.share.plan", text.percent(one.ledger().spec().spotWeight().getAsInt())) : "";
    }

    private Two share(long spot, long running, String planned) {
        String percent = running == 0 ? "" : text.percent(100.0 * spot / running);
        return Two.of(text.say("ui.spot.share.of", spot, running), planned.isEmpty() ? percent : planned)
                .saying(text.say("ui.spot.share.said", spot, running, percent, planned));
    }

    private Two counted(Together all) {
        if (!all.isWatched() && all.tally().interruptions() == 0) {
            return Two.missing(text.say("ui.spot.unknown"), text.say("ui.spot.neverWatched"));
        }
        int failures = all.tally().placementFailures();
        return Two.of(text.words().number(all.tally().interruptions()),
                failures == 0 ? "" : text.say("ui.spot.failed", failures));
    }

    private Two rate(Together all) {
        String planned = all.plan().flatMap(SpotExpectation::interruptions).map(text::plan)
                .map(plan -> text.say("ui.spot.plan", plan)).orElseGet(() -> text.say("ui.spot.noPlan.rate.brief"));
        if (!all.isWatched()) {
            return new Two(text.say("ui.spot.unknown"), Tone.MUTED, planned, Tone.MUTED,
                    text.say("ui.spot.neverWatched"));
        }
        if (all.percent().isEmpty()) {
            return new Two(text.noRateBrief(all), Tone.MUTED, planned, Tone.MUTED, text.noRate(all));
        }
        boolean above = all.plan().flatMap(SpotExpectation::interruptions)
                .filter(plan -> all.percent().getAsDouble() > plan.to()).isPresent();
        return Two.of(text.percent(all.percent().getAsDouble()), planned).toned(above ? Tone.WARNING : Tone.PLAIN)
                .saying(text.say("ui.spot.rate.said", all.interrupted(), all.ran(), text.watched(all.watched(), span)));
    }

    private Two watched(Together all) {
        double share = Math.min(1, (double) all.watched().toMillis() / span.length().toMillis());
        int gaps = all.gaps().size();
        return Two.of(text.say("ui.spot.percent", text.words().number(Math.floor(share * 100))),
                gaps == 0 ? "" : text.say("ui.spot.gaps", gaps)).toned(share < 1 && gaps > 0 ? Tone.NOTICE : Tone.PLAIN)
                .saying(gaps == 0 ? text.watched(all.watched(), span)
                        : text.say("ui.spot.watched.said", text.watched(all.watched(), span),
                                text.gaps(all, now)));
    }

    private String worst(Duration waited) {
        return InterruptionText.isWait(waited) ? text.say("ui.spot.worst", text.wait(waited)) : "";
    }

    private Two replaced(Together all, Optional<Duration> plan) {
        ReplacementTimes times = all.replacement();
        String open = times.open() == 0 ? "" : text.say("ui.spot.open", times.open());
        if (times.median().isEmpty()) {
            return times.open() > 0 ? new Two(open, Tone.WARNING, "", Tone.MUTED, open)
                    : all.isWatched() ? Two.of(text.say("ui.spot.nothing"), "").toned(Tone.MUTED)
                    : Two.missing(text.say("ui.spot.unknown"), text.say("ui.spot.neverWatched"));
        }
        Duration median = times.median().orElseThrow();
        boolean late = plan.filter(most -> median.compareTo(most) > 0).isPresent();
        return new Two(text.wait(median), late ? Tone.WARNING : Tone.PLAIN,
                open.isEmpty() ? worst(times.worst().orElseThrow()) : open,
                open.isEmpty() ? Tone.MUTED : Tone.WARNING, text.spread(times));
    }
}
