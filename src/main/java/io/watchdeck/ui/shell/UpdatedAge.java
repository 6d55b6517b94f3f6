package io.watchdeck.ui.shell;

import io.watchdeck.model.Freshness;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.watch.Answered;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;

/// How old the last reading is, in the top bar: as fresh as the worst of the stacks. One that gives no answer makes it
/// late however young the answers of the others are, and where none answers it says that first. Paused, it says so
/// instead.
final class UpdatedAge {

    private final Words words;

    UpdatedAge(Words words) {
        this.words = words;
    }

    Age of(WatchSnapshot snapshot, boolean paused, Instant now) {
        var answered = Answered.of(snapshot.stacks());
        if (snapshot.lastRead().isEmpty()) {
            return !paused && answered.none() ? new Age(Freshness.MISSING, words.say("ui.top.silentNever"),
                    words.say(snapshot.completeness()))
                    : new Age(Freshness.ASKING, words.say(paused ? "ui.top.pausedNever" : "ui.top.never"), "");
        }
        Instant read = snapshot.lastRead().get();
        Duration age = Duration.between(read, now);
        if (paused) {
            return new Age(ofAge(age, snapshot.every()), words.say("ui.top.paused", age), words.moment(read));
        }
        if (answered.inFull()) {
            return new Age(ofAge(age, snapshot.every()), words.say("ui.top.updated", age), words.moment(read));
        }
        String why = words.moment(read) + "\n" + words.say(snapshot.completeness());
        if (answered.none()) {
            return new Age(Freshness.MISSING, words.say("ui.top.silent", age), why);
        }
        Freshness late = ofAge(age, snapshot.every()) == Freshness.STALE ? Freshness.STALE : Freshness.LATE;
        return new Age(late, words.say("ui.top.inPart", age, Math.max(answered.lacking(), answered.silent()),
                answered.stacks()), why);
    }

    private static Freshness ofAge(Duration age, Duration every) {
        return age.compareTo(every.multipliedBy(5)) > 0 ? Freshness.STALE
                : age.compareTo(every.multipliedBy(2)) > 0 ? Freshness.LATE : Freshness.ON_TIME;
    }
}
