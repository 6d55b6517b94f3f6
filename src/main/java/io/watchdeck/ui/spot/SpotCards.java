package io.watchdeck.ui.spot;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.model.Money;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.stack.SpotExpectation.Percent;
import io.watchdeck.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The four figures: how many were interrupted, how much of the time is known, how soon others ran, and what Spot saves.
final class SpotCards {

    private final SpotText text;
    private final SpotSpan span;
    private final Instant now;

    SpotCards(SpotText text, SpotSpan span, Instant now) {
        this.text = text;
        this.span = span;
        this.now = now;
    }

    List<SpotCard> of(Together all) {
        return List.of(rate(all), watched(all), replacement(all), saving(all));
    }

    private SpotCard rate(Together all) {
        Optional<Percent> plan = all.plan().flatMap(SpotExpectation::interruptions);
        String beside = plan.map(text::plan).map(one -> text.say("ui.spot.plan", one))
                .orElseGet(() -> text.say("ui.spot.noPlan.rate"));
        String title = text.say("ui.spot.card.rate");
        if (!all.isWatched()) {
            return new SpotCard("rate", title, beside, text.say("ui.spot.notKnown"), Tone.MUTED, false,
                    text.say("ui.spot.neverWatched"), text.say("ui.spot.card.rate.said"));
        }
        if (all.percent().isEmpty()) {
            return new SpotCard("rate", title, beside, text.noRateBrief(all), Tone.MUTED, false,
                    text.noRate(all), text.say("ui.spot.card.rate.said"));
        }
        boolean above = plan.filter(one -> all.percent().getAsDouble() > one.to()).isPresent();
        return new SpotCard("rate", title, beside, text.percent(all.percent().getAsDouble()),
                above ? Tone.WARNING : Tone.PLAIN, true,
                text.say(above ? "ui.spot.card.rate.above" : "ui.spot.card.rate.detail", all.interrupted(), all.ran()),
                text.say("ui.spot.card.rate.said"));
    }

    private SpotCard watched(Together all) {
        List<TimeRange> gaps = all.gaps();
        boolean whole = all.watched().compareTo(span.length()) >= 0;
        return new SpotCard("watched", text.say("ui.spot.card.watched"),
                text.say("ui.spot.card.watched.of", text.brief(span)),
                all.isWatched() ? whole ? text.brief(span) : text.words().span(all.watched())
                        : text.say("ui.spot.neverWatched.brief"),
                all.isWatched() ? Tone.PLAIN : Tone.MUTED, all.isWatched(),
                gaps.isEmpty() ? text.say("ui.spot.card.watched.whole")
                        : text.say("ui.spot.card.watched.gaps", gaps.size(),
                                text.gaps(all, now)),
                text.say("ui.spot.card.watched.said"));
    }

    private SpotCard replacement(Together all) {
        ReplacementTimes times = all.replacement();
        Optional<Duration> plan = all.plan().flatMap(SpotExpectation::replacement);
        var detail = new ArrayList<String>();
        plan.filter(_ -> !times.known().isEmpty())
                .ifPresent(most -> detail.add(text.say("ui.spot.within", times.within(most), times.known().size())));
        if (times.known().size() > 1) {
            detail.add(text.spread(times));
        }
        if (times.open() > 0) {
            detail.add(text.say("ui.spot.open", times.open()));
        }
        if (times.unknown() > 0) {
            detail.add(text.say("ui.spot.unseen", times.unknown()));
        }
        boolean late = plan.filter(most -> (text.waitsAtTimes(times) ? times.worst() : times.median())
                .filter(one -> one.compareTo(most) > 0).isPresent()).isPresent();
        return new SpotCard("replacement", text.say("ui.spot.card.replacement"),
                plan.map(one -> text.say("ui.spot.plan", text.wait(one)))
                        .orElseGet(() -> text.say("ui.spot.noPlan.time")),
                times.median().map(_ -> text.wait(times))
                        .orElseGet(() -> text.say(times.open() > 0 ? "ui.spot.stillOpen"
                                : all.isWatched() ? "ui.spot.nothing" : "ui.spot.notKnown")),
                late || times.known().isEmpty() && times.open() > 0 ? Tone.WARNING
                        : times.known().isEmpty() ? Tone.MUTED : Tone.PLAIN,
                !times.known().isEmpty(),
                detail.isEmpty() ? text.say(all.isWatched() ? "ui.spot.card.replacement.none" : "ui.spot.neverWatched")
                        : String.join(", ", detail),
                text.say("ui.spot.card.replacement.said"));
    }

    private SpotCard saving(Together all) {
        Optional<Money> sum = all.saving();
        List<SpotService> without = all.all().stream()
                .filter(one -> one.ledger().saving() instanceof SpotSaving.NotKnown).toList();
        boolean alone = all.all().size() == 1;
        String why = alone ? switch (all.all().getFirst().ledger().saving()) {
            case SpotSaving.Known known -> text.words().say(known.sum());
            case SpotSaving.NotKnown unknown -> text.words().say(unknown.why());
        } : sum.isPresent() && !without.isEmpty() ? text.say("ui.spot.card.saving.left", without.size())
                : text.say("ui.spot.card.saving.several", all.all().size() - without.size(), all.all().size());
        // A sum that leaves services out looks unlike one of all of them, and unlike a saving of nothing.
        boolean whole = sum.isPresent() && without.isEmpty();
        String value = sum.map(text.words()::money)
                .map(money -> whole ? money : text.say("ui.spot.card.saving.part", money,
                        all.all().size() - without.size(), all.all().size()))
                .orElseGet(() -> text.say("ui.spot.notKnown"));
        return new SpotCard("saving", text.say("ui.spot.card.saving"),
                sum.isPresent() ? text.say("ui.spot.card.saving.most") : "", value,
                whole ? Tone.PLAIN : Tone.MUTED, whole, why, why);
    }
}
