package io.watchdeck.ui.kit;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How old a figure is, ready to be shown.
///
/// @param text     the age, such as `12 s`, or a word where there is none
/// @param sentence the same in full, with the moment and what went wrong since, for the tooltip
public record Age(Freshness freshness, String text, String sentence) {

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
        return new Age(freshness, words.span(Duration.between(asOf.get(), now)), moment + problem);
    }

    /// The age of the oldest of several figures. Figures that are not known have no age and are left out, unless
    /// nothing is known.
    public static Age oldest(Collection<? extends Panel<?>> panels, Instant now, Words words) {
        Comparator<Panel<?>> byTime = Comparator.comparing(panel -> panel.state().latestAsOf().orElseThrow());
        Optional<? extends Panel<?>> oldest = panels.stream()
                .filter(panel -> panel.state().latestAsOf().isPresent()).min(byTime);
        if (oldest.isPresent()) {
            Age age = of(oldest.get(), now, words);
            Freshness worst = panels.stream().map(panel -> panel.freshness(now))
                    .filter(freshness -> freshness.compareTo(Freshness.ON_TIME) >= 0
                            && freshness.compareTo(Freshness.STALE) <= 0)
                    .max(Comparator.naturalOrder()).orElse(age.freshness());
            return new Age(worst, age.text(), age.sentence());
        }
        return Stream.<Panel<?>>concat(panels.stream().filter(panel -> panel.state() instanceof Loadable.Loading),
                panels.stream()).findFirst().map(panel -> of(panel, now, words))
                .orElseGet(() -> new Age(Freshness.MISSING, words.say("ui.age.none"), ""));
    }

    /// Whether the age itself is something to see: late, stale or missing.
    public boolean worthSaying() {
        return freshness == Freshness.LATE || freshness == Freshness.STALE;
    }
}
