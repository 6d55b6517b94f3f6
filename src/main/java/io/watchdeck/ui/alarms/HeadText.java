package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Word;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the head of a group says at its end.
final class HeadText {

    private final Words words;

    HeadText(Words words) {
        this.words = words;
    }

    String right(AlarmGroup group, List<AlarmFacts> alarms, Instant now) {
        if (alarms.isEmpty()) {
            return "";
        }
        return switch (group) {
            case OPEN -> words.say("ui.alarms.oldest", Duration.between(alarms.stream()
                    .map(one -> one.occurrence().raised()).min(Comparator.naturalOrder()).orElse(now), now));
            case ACKNOWLEDGED -> old(alarms, now).orElseGet(() -> ends(alarms, now));
            case SNOOZED -> ends(alarms, now);
            case RESOLVED -> "";
        };
    }

    private Optional<String> old(List<AlarmFacts> alarms, Instant now) {
        List<Instant> old =
                alarms.stream().flatMap(one -> AlarmCollection.oldWord(one, now).stream()).sorted().toList();
        return old.isEmpty() ? Optional.empty() : Optional.of(
                words.say("ui.alarms.oldWords", old.size(), Duration.between(old.getFirst(), now)));
    }

    /// When the first word ends.
    private String ends(List<AlarmFacts> alarms, Instant now) {
        List<Optional<Instant>> ends = alarms.stream().map(one -> one.word().flatMap(Word::until)).distinct().toList();
        Optional<String> first = ends.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                .map(end -> words.when(end, now));
        if (first.isEmpty()) {
            return words.say("ui.alarms.endsOk");
        }
        return alarms.size() == 1 ? words.say("ui.alarms.ends", first.get())
                : ends.size() > 1 ? words.say("ui.alarms.endsNext", first.get())
                : words.say("ui.alarms.endsAll", first.get(), alarms.size());
    }
}
