package io.watchdeck.ui.kit;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// How old a figure is, ready to be shown.
///
/// @param text     the age, such as `12 s`, or a word where there is none
/// @param brief    the same in its largest unit alone, where that is all that has room
/// @param sentence the same in full, with the moment and what went wrong since, for the tooltip
public record Age(Freshness freshness, String text, String brief, String sentence) {

    /// One that is as short as it can be.
    public Age(Freshness freshness, String text, String sentence) {
        this(freshness, text, text, sentence);
    }

    public static Age of(Panel<?> panel, Instant now, Words words) {
        Freshness freshness = panel.freshness(now);
        Optional<Instant> asOf = panel.state().latestAsOf();
        if (asOf.isEmpty()) {
            return freshness == Freshness.ASKING
                    ? new Age(freshness, words.say("ui.absence.asking"), words.say("ui.age.asking"))
                    : new Age(freshness, words.say("ui.age.none"),
                            panel.state().problem().map(Failure::sentence).map(words::say).orElse(""));
        }
        String moment = words.say("ui.age.read", words.whenSeconds(asOf.get(), now), panel.every());
        String problem = panel.state().problem().map(Failure::sentence).map(words::say).map(said -> "\n" + said)
                .orElse("");
        Duration age = Duration.between(asOf.get(), now);
        return new Age(freshness, words.span(age), words.span(inLargestUnit(age)), moment + problem);
    }

    private static Duration inLargestUnit(Duration age) {
        ChronoUnit unit = age.compareTo(Duration.ofDays(1)) >= 0 ? ChronoUnit.DAYS
                : age.compareTo(Duration.ofHours(1)) >= 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
        return age.compareTo(unit.getDuration()) < 0 ? age : age.truncatedTo(unit);
    }

    /// The age of the oldest of several figures. Figures that are not known have no age and are left out, unless
    /// nothing is known.
    public static Age oldest(Collection<? extends Panel<?>> panels, Instant now, Words words) {
        Optional<Panel<?>> oldest = oldest(panels);
        if (oldest.isPresent()) {
            Age age = of(oldest.get(), now, words);
            return new Age(worst(panels, now).orElse(age.freshness()), age.text(), age.brief(), age.sentence());
        }
        return Stream.<Panel<?>>concat(panels.stream().filter(panel -> panel.state() instanceof Loadable.Loading),
                panels.stream()).findFirst().map(panel -> of(panel, now, words))
                .orElseGet(() -> new Age(Freshness.MISSING, words.say("ui.age.none"), ""));
    }

    private static Optional<Panel<?>> oldest(Collection<? extends Panel<?>> panels) {
        Optional<Panel<?>> oldest = Optional.empty();
        Instant least = Instant.MAX;
        for (Panel<?> panel : panels) {
            Instant asOf = panel.state().latestAsOf().orElse(Instant.MAX);
            if (asOf.isBefore(least)) {
                oldest = Optional.of(panel);
                least = asOf;
            }
        }
        return oldest;
    }

    /// Of those that have an age.
    private static Optional<Freshness> worst(Collection<? extends Panel<?>> panels, Instant now) {
        Optional<Freshness> worst = Optional.empty();
        for (Panel<?> panel : panels) {
            Freshness one = panel.freshness(now);
            if (one.compareTo(Freshness.ON_TIME) >= 0 && one.compareTo(Freshness.STALE) <= 0
                    && worst.filter(than -> than.compareTo(one) >= 0).isEmpty()) {
                worst = Optional.of(one);
            }
        }
        return worst;
    }

    /// Whether the age itself is something to see: late, stale or missing.
    public boolean worthSaying() {
        return freshness == Freshness.LATE || freshness == Freshness.STALE;
    }
}
