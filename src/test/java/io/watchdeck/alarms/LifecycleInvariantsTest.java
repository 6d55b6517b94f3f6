package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmEvent.Cleared;
import io.watchdeck.alarms.AlarmEvent.Elapsed;
import io.watchdeck.alarms.AlarmEvent.Ended;
import io.watchdeck.alarms.AlarmEvent.Found;
import io.watchdeck.alarms.AlarmEvent.Lost;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Closed;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Resolved;
import io.watchdeck.alarms.Status.Snoozed;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever happens in whatever order: random lives of occurrences, each of them the same every time, against what must
/// hold of every step.
class LifecycleInvariantsTest {

    private static final int LIVES = 2_000;
    private static final int STEPS = 40;
    private static final Instant BEGIN = Instant.parse("2026-09-22T12:00:00Z");
    private static final Duration NAG = Duration.ofMinutes(30);
    private static final List<Severity> FOUND = List.of(Severity.NOTICE, Severity.WARNING, Severity.CRITICAL);

    private final Lifecycle lifecycle = new Lifecycle(Optional.of(NAG));

    /// @param change empty where the event changed nothing
    private record Step(Occurrence before, AlarmEvent event, Optional<Change> change) {

        Occurrence after() {
            return change.map(Change::after).orElse(before);
        }

        boolean tells() {
            return change.flatMap(Change::tell).isPresent();
        }

        boolean tells(What why) {
            return change.flatMap(Change::tell).filter(why::equals).isPresent();
        }
    }

    private interface Claim {
        boolean holds(Step step);
    }

    private enum Invariant {
        RESOLVED_IS_FINAL(step -> !step.before().isResolved() || step.change().isEmpty()),
        OK_RESOLVES_WHATEVER_WAS_SAID(step -> !(step.event() instanceof Cleared) || step.after().isResolved()),
        NOTHING_BUT_OK_RESOLVES(step -> step.before().isResolved() || !(step.after().status() instanceof Resolved)
                || step.event() instanceof Cleared),
        NOTHING_BUT_ITS_END_CLOSES(step -> step.before().isResolved() || !(step.after().status() instanceof Closed)
                || step.event() instanceof Ended),
        WHAT_IS_NOT_KNOWN_DOES_NOT_NAG(step -> !step.tells(What.NAGGED) || step.before().unknownSince().isEmpty()),
        WHAT_IS_FOUND_IS_KNOWN(step -> !(step.event() instanceof Found) || step.before().isResolved()
                || step.after().unknownSince().isEmpty()),
        A_RISE_OPENS_AND_TELLS(step -> step.before().isResolved() || !rises(step)
                || step.after().status() instanceof Open && step.tells(What.ROSE)),
        A_FALL_CHANGES_NO_STATUS(step -> !falls(step) || step.after().status().equals(step.before().status())),
        A_WORD_DOES_NOT_OUTLIVE_ITS_TIME(step -> !(step.event() instanceof Elapsed(var now))
                || step.after().isResolved()
                || step.after().status().said().filter(word -> word.isOver(now)).isEmpty()),
        A_WORD_IS_TAKEN_AS_IT_WAS_GIVEN(step -> step.before().isResolved() || switch (step.event()) {
            case AlarmEvent.Acknowledged(var word) -> step.after().status().equals(new Acknowledged(word));
            case AlarmEvent.Snoozed(var word) -> step.after().status().equals(new Snoozed(word));
            default -> true;
        }),
        NOBODY_IS_TOLD_OF_WHAT_SOMEBODY_HAS(step -> !step.tells() || step.after().status() instanceof Open),
        WHAT_OPENS_AGAIN_TELLS(step -> step.before().status() instanceof Open
                || !(step.after().status() instanceof Open) || step.tells()),
        NAGS_KEEP_THEIR_DISTANCE(
                step -> !step.tells(What.NAGGED) || step.before().status() instanceof Open(var _, var notified)
                        && !notified.plus(NAG).isAfter(step.event().at())),
        TELLING_IS_REMEMBERED(step -> !step.tells() || step.after().status() instanceof Open(var _, var notified)
                && notified.equals(step.event().at())),
        IT_STAYS_WHO_IT_IS(step -> step.after().id().equals(step.before().id())
                && step.after().raised().equals(step.before().raised())
                && step.after().key().equals(step.before().key())),
        THE_WORST_IS_NEVER_FORGOTTEN(step -> step.after().worst().compareTo(step.before().worst()) >= 0
                && step.after().worst().compareTo(step.after().severity()) >= 0),
        IT_IS_NOT_OVER_BEFORE_IT_BEGAN(step -> step.after().resolved()
                .filter(end -> end.isBefore(step.after().raised())).isEmpty());

        private final Claim claim;

        Invariant(Claim claim) {
            this.claim = claim;
        }

        private static boolean rises(Step step) {
            return step.event() instanceof Found(var _, var finding)
                    && finding.severity().compareTo(step.before().severity()) > 0;
        }

        private static boolean falls(Step step) {
            return step.event() instanceof Found(var _, var finding)
                    && finding.severity().compareTo(step.before().severity()) < 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsInEveryLife(Invariant invariant) {
        for (int seed = 0; seed < LIVES; seed++) {
            for (Step step : life(seed)) {
                assertThat(invariant.claim.holds(step)).as("%s, life %s: %s", invariant, seed, step).isTrue();
            }
        }
    }

    /// Without it the claims above might hold because nothing happens.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RAISED")
    void everythingComesUp(What what) {
        long lives = LongStream.range(0, LIVES)
                .filter(seed -> life(seed).stream()
                        .anyMatch(step -> step.change().map(Change::what).filter(what::equals).isPresent()))
                .count();

        assertThat(lives).isGreaterThan(LIVES / 10);
    }

    private List<Step> life(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        var steps = new ArrayList<Step>();
        Occurrence one = Episodes.open(FOUND.get(random.nextInt(FOUND.size())), BEGIN);
        Instant now = BEGIN;
        for (int number = 0; number < STEPS; number++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(25)));
            AlarmEvent event = event(random, now);
            var step = new Step(one, event, lifecycle.after(one, event));
            steps.add(step);
            one = step.after();
        }
        return steps;
    }

    private static AlarmEvent event(RandomGenerator random, Instant now) {
        int what = random.nextInt(100);
        if (what < 30) {
            return new Elapsed(now);
        }
        if (what < 34) {
            return new Lost(now);
        }
        if (what < 35) {
            return new Ended(now, random.nextBoolean() ? Why.NO_LONGER_EXISTS : Why.NOT_WATCHED);
        }
        if (what < 70) {
            return new Found(now, Episodes.finding(FOUND.get(random.nextInt(FOUND.size())), 60 + random.nextInt(40)));
        }
        // A clock may have been put back since it was raised.
        if (what < 73) {
            return new Cleared(now.minus(Duration.ofHours(random.nextInt(3))));
        }
        Instant until = now.plus(Duration.ofMinutes(1 + random.nextInt(120)));
        String person = random.nextBoolean() ? "sora" : "jmin";
        if (what < 88) {
            boolean untilOk = random.nextInt(4) == 0;
            return new AlarmEvent.Acknowledged(
                    new Word(person, now, untilOk ? Optional.empty() : Optional.of(until), "",
                            FOUND.get(random.nextInt(FOUND.size()))));
        }
        return new AlarmEvent.Snoozed(new Word(person, now, Optional.of(until), "", Severity.WARNING));
    }
}
