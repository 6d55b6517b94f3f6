package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.proof.Told.counted;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// From 5 tasks of 2 to 10 to 9, unless a test says otherwise.
class ScaleProofTest {

    private static final Instant SOON = at(60);
    private static final Instant SETTLED = at(61);
    private static final Instant IN_TIME = at(600);
    private static final Instant LATE = at(601);

    private final Operation.Scale toNine =
            new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(9), Optional.empty());
    private final Operation.Scale toTwelve =
            new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(12), Optional.of(new Range(2, 12)));
    private final Operation.Scale widen =
            new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.of(new Range(2, 12)));

    private final List<JournalEntry> journal = new ArrayList<>();

    private Finding look(JournalEntry entry, ServiceState service, Optional<ScalingRange> range, Instant now) {
        return new ScaleProof(entry, (Operation.Scale) entry.operation(), service, range,
                new Since(entry, _ -> journal), now).judge();
    }

    private Finding look(JournalEntry entry, ServiceState service, Instant now) {
        return look(entry, service, Optional.empty(), now);
    }

    private static Optional<ScalingRange> range(int min, int max) {
        return Optional.of(Fleet.range(min, max, "CPU 70 %"));
    }

    @Test
    void workedWhenAllOfThemRun() {
        ended(look(taken(begun(toNine)), Fleet.service(9, 9), at(5)), at(5), Result.WORKED, "proof.scale.worked", 9, 9);
    }

    @Test
    void workedThoughTheAnswerWasLost() {
        for (JournalEntry unsure : List.of(lost(begun(toNine)), crashed(begun(toNine)))) {
            ended(look(unsure, Fleet.service(9, 9), at(5)), at(5), Result.WORKED, "proof.scale.workedUnsure", 9, 9);
        }
    }

    @Test
    void goesOnWhileTasksStart() {
        Finding found = look(taken(begun(toNine)), Fleet.pending(Fleet.service(9, 6), 3), IN_TIME);

        going(found, "proof.scale.going", 6, 9, 3);
        counted(found, 6, 9);
        going(look(taken(begun(toNine)), Fleet.pending(Fleet.service(9, 9), 1), at(5)), "proof.scale.going", 9, 9, 1);
    }

    @Test
    void failedWhenTasksDoNotCome() {
        ended(look(taken(begun(toNine)), Fleet.pending(Fleet.service(9, 6), 3, "no capacity", "older"), LATE), LATE,
                Result.FAILED, "proof.scale.late", 6, 9, Duration.ofMinutes(10), "no capacity");
        ended(look(taken(begun(toNine)), Fleet.service(9, 6), LATE), LATE, Result.FAILED, "proof.scale.late", 6, 9,
                Duration.ofMinutes(10), "");
    }

    @Test
    void anotherCountIsBelievedOnceItWouldShow() {
        JournalEntry entry = taken(begun(toNine));

        going(look(entry, Fleet.service(5, 5), SOON), "proof.scale.soFar", 5, 9);
        ended(look(entry, Fleet.service(5, 5), SETTLED), SETTLED, Result.FAILED, "proof.scale.setBack", 9, 5);
        ended(look(entry, Fleet.service(7, 7), SETTLED), SETTLED, Result.FAILED, "proof.scale.setBack", 9, 7);
    }

    @Test
    void notDoneWhenTheAnswerWasLostAndTheCountIsAsBefore() {
        for (JournalEntry unsure : List.of(lost(begun(toNine)), crashed(begun(toNine)))) {
            going(look(unsure, Fleet.service(5, 5), SOON), "proof.scale.soFar", 5, 9);
            ended(look(unsure, Fleet.service(5, 5), SETTLED), SETTLED, Result.NOT_DONE, "proof.scale.notDone", 5);
            ended(look(unsure, Fleet.service(7, 7), SETTLED), SETTLED, Result.FAILED, "proof.scale.setBack", 9, 7);
        }
    }

    @Test
    void aRangeAloneIsProvenByTheRange() {
        JournalEntry entry = taken(begun(widen));

        ended(look(entry, Fleet.service(5, 5), range(2, 12), at(5)), at(5), Result.WORKED, "proof.scale.rangeWorked",
                Phrase.of("operation.range.ends", 2, 12), 5);
        going(look(entry, Fleet.service(5, 5), range(2, 10), SOON), "proof.scale.rangeSoFar",
                Phrase.of("operation.range.ends", 2, 10), Phrase.of("operation.range.ends", 2, 12));
        ended(look(entry, Fleet.service(5, 5), range(2, 10), SETTLED), SETTLED, Result.FAILED, "proof.scale.range",
                Phrase.of("operation.range.ends", 2, 12), Phrase.of("operation.range.ends", 2, 10));
        ended(look(entry, Fleet.service(5, 5), Optional.empty(), SETTLED), SETTLED, Result.FAILED, "proof.scale.range",
                Phrase.of("operation.range.ends", 2, 12), Phrase.of("proof.scale.noRange"));
    }

    @Test
    void aRangeWhoseAnswerWasLostIsReadBack() {
        ended(look(lost(begun(widen)), Fleet.service(5, 5), range(2, 12), at(5)), at(5), Result.WORKED,
                "proof.scale.rangeWorked", Phrase.of("operation.range.ends", 2, 12), 5);
        ended(look(crashed(begun(widen)), Fleet.service(5, 5), range(2, 10), SETTLED), SETTLED, Result.NOT_DONE,
                "proof.scale.range", Phrase.of("operation.range.ends", 2, 12),
                Phrase.of("operation.range.ends", 2, 10));
    }

    @Test
    void bothAreProven() {
        JournalEntry entry = taken(taken(begun(toTwelve, before(), 2)));

        ended(look(entry, Fleet.service(12, 12), range(2, 12), at(5)), at(5), Result.WORKED, "proof.scale.worked", 12,
                12);
        ended(look(entry, Fleet.service(12, 12), range(2, 10), SETTLED), SETTLED, Result.FAILED, "proof.scale.range",
                Phrase.of("operation.range.ends", 2, 12), Phrase.of("operation.range.ends", 2, 10));
        ended(look(entry, Fleet.service(5, 5), range(2, 12), SETTLED), SETTLED, Result.FAILED, "proof.scale.setBack",
                12, 5);
    }

    @Test
    void aRangeThatWasDoneBeforeTheCountWasLostIsAPart() {
        JournalEntry entry = lost(taken(begun(toTwelve, before(), 2)));

        ended(look(entry, Fleet.service(5, 5), range(2, 12), SETTLED), SETTLED, Result.PARTLY, "proof.scale.partly",
                Phrase.of("operation.range.ends", 2, 12), 5);
        ended(look(entry, Fleet.service(12, 12), range(2, 12), SETTLED), SETTLED, Result.WORKED,
                "proof.scale.workedUnsure", 12, 12);
    }

    @Test
    void aCountThatWasNeverSentIsNoOneElsesDoing() {
        JournalEntry entry = lost(begun(toTwelve, before(), 2));

        ended(look(entry, Fleet.service(5, 5), range(2, 12), SETTLED), SETTLED, Result.PARTLY, "proof.scale.partly",
                Phrase.of("operation.range.ends", 2, 12), 5);
        ended(look(entry, Fleet.service(8, 8), range(2, 12), SETTLED), SETTLED, Result.PARTLY, "proof.scale.partly",
                Phrase.of("operation.range.ends", 2, 12), 8);
        ended(look(entry, Fleet.service(5, 5), range(2, 10), SETTLED), SETTLED, Result.NOT_DONE, "proof.scale.range",
                Phrase.of("operation.range.ends", 2, 12), Phrase.of("operation.range.ends", 2, 10));
    }

    @Test
    void aCountThatThisConsoleSetLaterIsNobodyElsesAndIsToldAtOnce() {
        JournalEntry entry = taken(begun(toNine));
        journal.add(begunAt(taken(begun(Entries.scale(7))), at(20)));

        ended(look(entry, Fleet.service(7, 5), at(25)), at(25), Result.CANCELLED, "proof.superseded",
                new When(at(20), at(25)), Phrase.of("proof.superseded.count", 7));
        ended(look(entry, Fleet.service(4, 4), SETTLED), SETTLED, Result.CANCELLED, "proof.superseded",
                new When(at(20), SETTLED), Phrase.of("proof.superseded.count", 7));
    }

    /// Its count alone was set anew.
    @Test
    void theRangeThatStaysIsToldWithTheCountThatWasSuperseded() {
        JournalEntry entry = taken(taken(begun(toTwelve, before(), 2)));
        journal.add(begunAt(taken(begun(Entries.scale(8))), at(20)));

        ended(look(entry, Fleet.service(8, 8), range(2, 12), at(25)), at(25), Result.CANCELLED,
                "proof.superseded.rangeStays",
                Phrase.of("proof.superseded", new When(at(20), at(25)), Phrase.of("proof.superseded.count", 8)),
                Phrase.of("operation.range.ends", 2, 12));
    }

    @Test
    void theSameCountOnceMoreSupersedesNothing() {
        journal.add(begunAt(taken(begun(toNine)), at(20)));

        ended(look(taken(begun(toNine)), Fleet.service(7, 7), SETTLED), SETTLED, Result.FAILED, "proof.scale.setBack",
                9, 7);
    }

    @Test
    void aRangeThatThisConsoleSetLaterIsNobodyElses() {
        JournalEntry entry = taken(taken(begun(toTwelve, before(), 2)));
        Phrase ends = Phrase.of("operation.range.ends", 4, 12);
        journal.add(begunAt(taken(begun(new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(),
                Optional.of(new Range(4, 12))))), at(20)));

        ended(look(entry, Fleet.service(12, 12), range(4, 12), at(25)), at(25), Result.CANCELLED, "proof.superseded",
                new When(at(20), at(25)), Phrase.of("proof.superseded.range", ends));
        journal.set(0, begunAt(taken(taken(begun(new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(7),
                Optional.of(new Range(4, 12))), before(), 2))), at(20)));
        ended(look(entry, Fleet.service(7, 7), range(4, 12), at(25)), at(25), Result.CANCELLED, "proof.superseded",
                new When(at(20), at(25)), Phrase.of("proof.superseded.both", 7, ends));
    }
}
