package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation.Percent;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says the figures of Spot, the same way everywhere on the screen.
final class SpotText {

    private final Words words;

    SpotText(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /// `24 hours`
    String span(SpotSpan span) {
        return say("ui.spot.span." + span.word() + ".long");
    }

    /// `24 h`
    String brief(SpotSpan span) {
        return say("ui.spot.span." + span.word());
    }

    String percent(double value) {
        return say("ui.spot.percent", words.number(value, 1));
    }

    /// Of the tasks that ran; empty where none did.
    Optional<String> rate(InterruptionRate rate) {
        return rate.percent().isPresent() ? Optional.of(percent(rate.percent().getAsDouble())) : Optional.empty();
    }

    /// Why there is no rate: nothing ran, or what was interrupted is not known to have run, since it had not begun to or
    /// nobody watched then.
    String noRate(Together all) {
        return say(all.tally().interruptions() > 0 ? "ui.spot.noRate" : "ui.spot.noneRan");
    }

    String noRateBrief(Together all) {
        return say(all.tally().interruptions() > 0 ? "ui.spot.noRate.brief" : "ui.spot.noneRan.brief");
    }

    /// `3–5%`
    String plan(Percent expected) {
        return expected.from() == expected.to() ? percent(expected.to())
                : say("ui.spot.percents", words.number(expected.from(), 1), words.number(expected.to(), 1));
    }

    /// `20 h 10 min of 24 h`
    String watched(Duration watched, SpotSpan span) {
        return watched.compareTo(span.length()) >= 0 ? say("ui.spot.watched.all", brief(span))
                : say("ui.spot.watched.part", watched, brief(span));
    }

    /// A length of some seconds to the second, of hours to the minute; of none, that nothing had to wait.
    String wait(Duration length) {
        if (!InterruptionText.isWait(length)) {
            return new InterruptionText(words).noWait();
        }
        long seconds = length.toSeconds();
        return seconds < 60 || seconds >= 3600 || seconds % 60 == 0 ? words.span(length)
                : say("ui.spot.minutesSeconds", seconds / 60, seconds % 60);
    }

    /// The one in the middle; where that is none and others had to wait, the worst of them beside it.
    String wait(ReplacementTimes times) {
        String middle = wait(times.median().orElseThrow());
        long waits = times.known().stream().filter(InterruptionText::isWait).count();
        return waitsAtTimes(times) ? say(waits == 1 ? "ui.spot.wait.once" : "ui.spot.wait.worst", middle,
                times.worst().orElseThrow()) : middle;
    }

    /// Whether most had nothing to wait for and some had.
    boolean waitsAtTimes(ReplacementTimes times) {
        return times.median().filter(one -> !InterruptionText.isWait(one)).isPresent()
                && times.worst().filter(InterruptionText::isWait).isPresent();
    }

    /// One or two gaps as they are, of more the longest.
    String gaps(Together all, Instant now) {
        List<TimeRange> gaps = all.gaps();
        return gaps.size() > 2
                ? say("ui.spot.gaps.longest", gaps.size(), gap(gaps.stream()
                        .max(Comparator.comparing(TimeRange::length)).orElseThrow(), all, now))
                : words.list(gaps.stream().map(gap -> gap(gap, all, now)).toList());
    }

    /// What lies before the first look ever has an end alone.
    private String gap(TimeRange gap, Together all, Instant now) {
        if (all.isBeforeTheFirstLook(gap)) {
            return say("ui.spot.gap.before", words.when(gap.to(), now));
        }
        boolean oneDay = LocalDate.ofInstant(gap.from(), words.zone())
                .equals(LocalDate.ofInstant(gap.to(), words.zone()));
        return say("ui.spot.gap", gap.length(), words.when(gap.from(), now),
                oneDay ? words.clock(gap.to()) : words.when(gap.to(), now));
    }

    /// `p90 41 s, worst 1 min 2 s`; of one alone nothing.
    String spread(ReplacementTimes times) {
        return times.known().size() < 2 ? ""
                : !InterruptionText.isWait(times.worst().orElseThrow()) ? say("ui.spot.spread.none")
                : say("ui.spot.spread", wait(times.ninth().orElseThrow()), wait(times.worst().orElseThrow()));
    }

    String stack(SpotService one) {
        return say("ui.spot.stackName", one.stack().file().name(),
                words.say("ui.environment." + one.stack().file().environment().word()));
    }
}
