package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Closed;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Resolved;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Condition BAD = Episodes.rule(Severity.WARNING, State.ALARM, 70);
    private static final Condition GOOD = Episodes.rule(Severity.WARNING, State.OK, 40);
    private static final Condition DARK = Episodes.rule(Severity.WARNING, State.UNKNOWN, 0);

    private final AtomicLong names = new AtomicLong();
    private final Occurrences occurrences = with(List.of());

    @Test
    void whatIsInAlarmIsRaisedOnceAndTold() {
        List<Change> first = judge(0, BAD);

        assertThat(first).hasSize(1);
        assertThat(first.getFirst().tell()).contains(What.RAISED);
        assertThat(first.getFirst().after().status()).isEqualTo(new Open(NOON, NOON));
        assertThat(judge(1, BAD)).isEmpty();
        assertThat(occurrences.live()).hasSize(1);
    }

    @Test
    void whatIsOkAgainIsOverAndWhatComesBackIsAnother() {
        Occurrence first = judge(0, BAD).getFirst().after();
        assertThat(judge(5, GOOD)).extracting(change -> change.after().resolved()).containsExactly(Optional.of(at(5)));
        Occurrence second = judge(30, BAD).getFirst().after();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.status()).isInstanceOf(Open.class);
    }

    @Test
    void aTroubleThatARuleAndItsAlarmFindBeganWithTheFirstOfThem() {
        assertThat(judge(9, BAD, Episodes.alarm(Severity.WARNING, State.ALARM, at(4))))
                .extracting(change -> change.after().raised()).containsExactly(at(4));
    }

    @Test
    void whoIsReadLaterMayKnowOfAnEarlierBegin() {
        judge(9, Episodes.alarm(Severity.WARNING, State.ALARM, at(8)));

        assertThat(judge(10, Episodes.since(BAD, at(2)), Episodes.alarm(Severity.WARNING, State.ALARM, at(8))))
                .extracting(Change::what, Change::tells, change -> change.after().raised(),
                        change -> change.after().status())
                .containsExactly(tuple(What.MOVED, false, at(2), new Open(at(2), at(9))));
        assertThat(judge(11, Episodes.since(BAD, at(2)), Episodes.alarm(Severity.WARNING, State.ALARM, at(8))))
                .isEmpty();
    }

    @Test
    void anEarlierBeginAloneIsKeptToo() {
        judge(9, Episodes.since(BAD, at(8)));

        assertThat(judge(10, Episodes.since(BAD, at(3)))).extracting(change -> change.after().raised())
                .containsExactly(at(3));
        assertThat(occurrences.live()).extracting(Occurrence::raised).containsExactly(at(3));
    }

    @Test
    void whoHadItBeforeItsEarlierBeginWasKnownHasIt() {
        Occurrence one = judge(9, Episodes.since(BAD, at(8))).getFirst().after();
        occurrences.take(one.id(), new AlarmEvent.Acknowledged(Episodes.word("sora", at(10), at(60))));

        assertThat(judge(11, Episodes.since(BAD, at(3)))).extracting(change -> change.after().status())
                .hasOnlyElementsOfType(Acknowledged.class);
    }

    @Test
    void noEarlierBeginLiesBeforeTheEndOfTheOneBefore() {
        judge(1, BAD);
        judge(5, GOOD);
        judge(40, Episodes.since(BAD, at(39)));

        assertThat(judge(41, Episodes.since(BAD, at(2)))).extracting(change -> change.after().raised())
                .containsExactly(at(5));
    }

    @Test
    void whatIsNotKnownIsNeitherRaisedNorOver() {
        assertThat(judge(0, DARK)).isEmpty();
        judge(1, BAD);
        assertThat(judge(2, DARK)).extracting(Change::what).containsExactly(What.MOVED);
        assertThat(judge(3, DARK)).isEmpty();
        assertThat(occurrences.live()).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(new Open(NOON.plusSeconds(60), NOON.plusSeconds(60)));
            assertThat(one.unknownSince()).contains(at(2));
        });
    }

    @Test
    void whatIsNotKnownDoesNotNagForAsLongAsItIsNot() {
        judge(0, BAD);
        judge(1, DARK);

        assertThat(occurrences.elapsed(at(600), _ -> true)).isEmpty();
        judge(600, BAD);
        assertThat(occurrences.elapsed(at(600), _ -> true)).extracting(Change::tell)
                .containsExactly(Optional.of(What.NAGGED));
    }

    @Test
    void anAlarmWithoutDataIsNotKnownSinceCloudWatchSaysSo() {
        judge(0, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));
        judge(9, Episodes.alarm(Severity.WARNING, State.UNKNOWN, at(4)));

        assertThat(occurrences.live()).extracting(Occurrence::unknownSince).containsExactly(Optional.of(at(4)));
    }

    @Test
    void whatDoesNotExistAnyMoreIsClosed() {
        judge(0, BAD);

        assertThat(judge(5, Episodes.gone(DARK))).extracting(Change::what).containsExactly(What.CLOSED);
        assertThat(judge(6, Episodes.gone(DARK))).isEmpty();
        assertThat(judge(7, BAD)).extracting(Change::what).as("it is there again").containsExactly(What.RAISED);
    }

    @Test
    void anAlarmThatIsInAlarmOnWhatDoesNotExistIsNotOver() {
        judge(0, BAD);

        assertThat(judge(5, Episodes.gone(DARK), Episodes.alarm(Severity.WARNING, State.ALARM, at(0))))
                .isEmpty();
        assertThat(occurrences.live()).hasSize(1);
    }

    @Test
    void aRuleThatTheStackFileDoesNotNameIsNotOk() {
        judge(0, BAD);

        assertThat(judge(5)).extracting(change -> change.after().status())
                .containsExactly(new Closed(at(5), Why.NOT_WATCHED, Optional.empty()));
    }

    @Test
    void aMilderRuleThatIsRemovedIsNotOkBecauseTheOtherIs() {
        judge(0, BAD, Episodes.rule(Severity.CRITICAL, State.OK, 70));

        assertThat(judge(5, Episodes.rule(Severity.CRITICAL, State.OK, 70))).extracting(Change::what)
                .containsExactly(What.CLOSED);
    }

    @Test
    void anAlarmThatIsDeletedIsNotOneThatIsNotAboutTheStackAnyMore() {
        judge(0, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));
        assertThat(judge(5)).extracting(change -> change.after().status())
                .containsExactly(new Closed(at(5), Why.NOT_WATCHED, Optional.empty()));

        judge(30, Episodes.alarm(Severity.WARNING, State.ALARM, at(30)));
        assertThat(occurrences.judge(Episodes.STACK, List.of(), Optional.of(Set.of()), at(35)))
                .extracting(change -> change.after().status())
                .containsExactly(new Closed(at(35), Why.NO_LONGER_EXISTS, Optional.empty()));
    }

    /// An unusual day and a budget are conditions only while they are so.
    @Test
    void whatABillDoesNotSayAnyMoreIsOk() {
        Condition budget = new Condition("Budget main", Source.RULE, Episodes.API, Optional.empty(), Severity.NOTICE,
                State.ALARM, OptionalDouble.of(12), OptionalDouble.of(10), Optional.empty(), Optional.empty(),
                Phrase.of("condition.ok"));
        judge(0, budget);

        assertThat(judge(5)).extracting(Change::what).containsExactly(What.RESOLVED);
    }

    @Test
    void twoThresholdsOfOneTroubleAreOneOccurrenceThatGetsWorse() {
        Condition critical = Episodes.rule(Severity.CRITICAL, State.ALARM, 95);
        Occurrence one = judge(0, BAD, Episodes.rule(Severity.CRITICAL, State.OK, 70)).getFirst().after();
        List<Change> worse = judge(1, BAD, critical);

        assertThat(worse).hasSize(1);
        assertThat(worse.getFirst().tell()).contains(What.ROSE);
        assertThat(worse.getFirst().after().id()).isEqualTo(one.id());
        assertThat(judge(2, BAD, Episodes.rule(Severity.CRITICAL, State.OK, 70)).getFirst().after().severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aRuleAndAnAlarmOfTheSameTroubleAreOneUntilBothAreOk() {
        judge(0, BAD, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));
        assertThat(occurrences.live()).hasSize(1);
        judge(1, GOOD, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));
        assertThat(occurrences.live()).hasSize(1);
        judge(2, GOOD, Episodes.alarm(Severity.WARNING, State.OK, at(2)));
        assertThat(occurrences.live()).isEmpty();
    }

    @Test
    void whatBothWatchKeepsTheNameAndSeverityOfTheRuleWhoeverIsFresh() {
        Condition lost = Episodes.rule(Severity.CRITICAL, State.UNKNOWN, 0);
        Condition loud = Episodes.rule(Severity.CRITICAL, State.ALARM, 95);
        judge(0, loud, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));
        AlarmEvent.Acknowledged word = new AlarmEvent.Acknowledged(
                new Word("sora", at(1), Optional.empty(), "", Severity.CRITICAL));
        occurrences.take(occurrences.live().getFirst().id(), word);

        for (Condition rule : List.of(lost, loud, lost)) {
            assertThat(judge(2, rule, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)))).extracting(Change::what)
                    .isSubsetOf(What.MOVED);
            assertThat(occurrences.live()).singleElement().satisfies(one -> {
                assertThat(one.now().name()).isEqualTo("cpu-critical");
                assertThat(one.now().source()).isEqualTo(Source.RULE);
                assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
                assertThat(one.status()).isEqualTo(new Acknowledged(word.word()));
            });
        }
    }

    @Test
    void anAlarmThatAwsCallsOkEndsWhatTheRuleHasNoDataOf() {
        judge(0, BAD, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));

        assertThat(judge(9, DARK, Episodes.alarm(Severity.WARNING, State.OK, at(7))))
                .extracting(change -> change.after().status()).containsExactly(new Resolved(at(9), Optional.empty()));
    }

    @Test
    void aRuleThatIsOkEndsWhatCloudWatchHasNoDataOf() {
        judge(0, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)), DARK);

        assertThat(judge(9, GOOD, Episodes.alarm(Severity.WARNING, State.UNKNOWN, at(7)))).extracting(Change::what)
                .containsExactly(What.RESOLVED);
    }

    @Test
    void whoWasOkAllTheTimeDoesNotEndWhatTheOtherFoundOnceThatOneIsLost() {
        judge(5, BAD, Episodes.alarm(Severity.WARNING, State.OK, at(0)));
        assertThat(judge(9, DARK, Episodes.alarm(Severity.WARNING, State.OK, at(0)))).extracting(Change::what)
                .containsExactly(What.MOVED);
        assertThat(judge(10, GOOD, Episodes.alarm(Severity.WARNING, State.OK, at(0)))).extracting(Change::what)
                .containsExactly(What.RESOLVED);

        judge(40, GOOD, Episodes.alarm(Severity.WARNING, State.ALARM, at(39)));
        assertThat(judge(41, GOOD, Episodes.alarm(Severity.WARNING, State.UNKNOWN, at(41)))).extracting(Change::what)
                .containsExactly(What.MOVED);
        assertThat(occurrences.live()).extracting(Occurrence::unknownSince).containsExactly(Optional.of(at(41)));
    }

    @Test
    void asLongAsNeitherKnowsNothingIsDecided() {
        judge(0, BAD);

        assertThat(judge(9, DARK, Episodes.alarm(Severity.WARNING, State.UNKNOWN, at(7)))).extracting(Change::what)
                .containsExactly(What.MOVED);
        assertThat(occurrences.live()).hasSize(1);
    }

    @Test
    void anAlarmOnAnotherLimitIsNoVoteOnTheRule() {
        judge(0, BAD);
        Condition other = Episodes.limited(Episodes.alarm(Severity.WARNING, State.OK, at(7)), 90);

        assertThat(judge(9, DARK, other)).extracting(Change::what).containsExactly(What.MOVED);
    }

    @Test
    void itBeganWithTheFirstThatIsInAlarmForIt() {
        judge(60, Episodes.rule(Severity.CRITICAL, State.ALARM, 95),
                Episodes.limited(Episodes.alarm(Severity.WARNING, State.ALARM, at(3)), 50));

        assertThat(occurrences.live()).extracting(Occurrence::raised).containsExactly(at(3));
    }

    @Test
    void whoHadItIsKnownAfterTheWordEndedAndAfterItIsOver() {
        UUID id = judge(0, BAD).getFirst().after().id();
        Word word = Episodes.word("sora", at(1), at(10));
        occurrences.take(id, new AlarmEvent.Acknowledged(word));
        assertThat(occurrences.live().getFirst().had()).contains(new Had(word, Optional.empty()));

        assertThat(occurrences.elapsed(at(12), _ -> true).getFirst().after().had())
                .contains(new Had(word, Optional.of(at(10))));
        assertThat(judge(30, GOOD).getFirst().after().had()).contains(new Had(word, Optional.of(at(10))));
    }

    @Test
    void whoHadItWhenItGotWorseOrWasSnoozedIsKnown() {
        UUID id = judge(0, BAD).getFirst().after().id();
        Word word = new Word("sora", at(1), Optional.empty(), "", Severity.WARNING);
        occurrences.take(id, new AlarmEvent.Acknowledged(word));
        Condition worse = Episodes.rule(Severity.CRITICAL, State.ALARM, 95);

        assertThat(judge(5, BAD, worse).getFirst().after().had()).contains(new Had(word, Optional.of(at(5))));

        Word again = new Word("jmin", at(6), Optional.empty(), "", Severity.CRITICAL);
        occurrences.take(id, new AlarmEvent.Acknowledged(again));
        occurrences.take(id, new AlarmEvent.Snoozed(Episodes.word("hana", at(8), at(50))));
        assertThat(occurrences.live().getFirst().had()).contains(new Had(again, Optional.of(at(8))));
        assertThat(judge(9, GOOD, Episodes.rule(Severity.CRITICAL, State.OK, 10)).getFirst().after().had())
                .contains(new Had(again, Optional.of(at(8))));
    }

    @Test
    void aSnoozeIsNobodys() {
        UUID id = judge(0, BAD).getFirst().after().id();
        occurrences.take(id, new AlarmEvent.Snoozed(Episodes.word("hana", at(1), at(50))));

        assertThat(judge(9, GOOD).getFirst().after().had()).isEmpty();
    }

    @Test
    void cloudWatchTellsWhenItBeganAndWhenItWasOver() {
        judge(60, Episodes.alarm(Severity.WARNING, State.ALARM, at(3)));
        assertThat(occurrences.live()).extracting(Occurrence::raised).containsExactly(at(3));

        assertThat(judge(200, Episodes.alarm(Severity.WARNING, State.OK, at(90)))).extracting(
                change -> change.after().resolved()).containsExactly(Optional.of(at(90)));
    }

    @Test
    void alarmsThatWereNotReadEndNothing() {
        judge(0, Episodes.alarm(Severity.WARNING, State.ALARM, at(0)));

        assertThat(occurrences.judge(Episodes.STACK, List.of(), Optional.empty(), at(1)))
                .extracting(change -> change.after().unknownSince()).containsExactly(Optional.of(at(1)));
        assertThat(occurrences.judge(Episodes.STACK, List.of(GOOD), Optional.empty(), at(1))).isEmpty();
        assertThat(occurrences.judge(Episodes.STACK, List.of(), Episodes.HEARD, at(2))).hasSize(1);
    }

    @Test
    void whatNothingWatchesAnyMoreIsOver() {
        judge(0, BAD);

        assertThat(judge(1)).extracting(change -> change.after().resolved()).containsExactly(Optional.of(at(1)));
    }

    @Test
    void aStackThatIsForgottenIsNotOver() {
        Occurrence one = judge(0, BAD).getFirst().after();
        occurrences.forget(Episodes.STACK);
        assertThat(occurrences.live()).isEmpty();
        occurrences.takeUp(List.of(one));

        assertThat(judge(1, BAD)).isEmpty();
        assertThat(occurrences.live()).containsExactly(one);
    }

    @Test
    void otherStacksAreOtherTroubles() {
        judge(0, BAD);
        occurrences.judge(new StackId("glimpse-prod"), List.of(BAD), Episodes.HEARD, at(1));

        assertThat(occurrences.live()).hasSize(2);
        assertThat(occurrences.judge(new StackId("glimpse-prod"), List.of(GOOD), Episodes.HEARD, at(2))).hasSize(1);
        assertThat(occurrences.live()).extracting(one -> one.key().stack()).containsExactly(Episodes.STACK);
    }

    @Test
    void aWordIsTakenForTheOneItIsMeantFor() {
        UUID id = judge(0, BAD).getFirst().after().id();
        var word = new AlarmEvent.Acknowledged(Episodes.word("sora", at(1), at(61)));

        assertThat(occurrences.take(UUID.randomUUID(), word)).isEmpty();
        assertThat(occurrences.take(id, word)).isPresent();
        assertThat(occurrences.live()).extracting(Occurrence::status).containsExactly(new Acknowledged(word.word()));
    }

    @Test
    void aWordOnWhatIsOverMeanwhileIsNotTaken() {
        UUID id = judge(0, BAD).getFirst().after().id();
        judge(1, GOOD);

        assertThat(occurrences.take(id, new AlarmEvent.Acknowledged(Episodes.word("sora", at(1), at(61))))).isEmpty();
    }

    @Test
    void timePassesForAll() {
        UUID id = judge(0, BAD).getFirst().after().id();
        occurrences.take(id, new AlarmEvent.Snoozed(Episodes.word("sora", at(1), at(10))));

        assertThat(occurrences.elapsed(at(9), _ -> true)).isEmpty();
        assertThat(occurrences.elapsed(at(10), _ -> true)).extracting(Change::tell)
                .containsExactly(Optional.of(What.WORD_ENDED));
    }

    @Test
    void threeInAQuarterOfAnHourAreFlappingWhichIsToldOnce() {
        Occurrence first = judge(0, BAD).getFirst().after();
        judge(1, GOOD);
        assertThat(judge(5, BAD).getFirst().after().flapping()).isEmpty();
        judge(6, GOOD);
        Change third = judge(10, BAD).getFirst();
        judge(11, GOOD);
        Change fourth = judge(20, BAD).getFirst();

        assertThat(third.after().flapping()).contains(new Flapping(first.id(), 3));
        assertThat(third.tell()).contains(What.RAISED);
        assertThat(fourth.after().flapping()).contains(new Flapping(first.id(), 4));
        assertThat(fourth.tell()).isEmpty();
        assertThat(fourth.after().status()).isInstanceOf(Open.class);
    }

    @Test
    void aWordHoldsForTheWholeRow() {
        AlarmEvent.Acknowledged word = acknowledgedWhileItFlaps();
        judge(12, GOOD);
        Change next = judge(20, BAD).getFirst();

        assertThat(next.after().status()).isEqualTo(new Acknowledged(word.word()));
        assertThat(next.tell()).isEmpty();
    }

    @Test
    void aRiseEndsTheWordOnTheRow() {
        acknowledgedWhileItFlaps();
        judge(12, GOOD);
        Change next = judge(20, BAD, Episodes.rule(Severity.CRITICAL, State.ALARM, 95)).getFirst();

        assertThat(next.after().status()).isInstanceOf(Open.class);
        assertThat(next.tell()).contains(What.RAISED);
    }

    @Test
    void theWordOnTheRowEndsWithItsTime() {
        acknowledgedWhileItFlaps();
        judge(12, GOOD);
        judge(24, BAD);
        judge(25, GOOD);
        judge(38, BAD);
        judge(39, GOOD);

        assertThat(judge(51, BAD).getFirst().after().status()).isInstanceOf(Open.class);
    }

    @Test
    void aQuarterOfAnHourOfQuietEndsTheRow() {
        acknowledgedWhileItFlaps();
        judge(12, GOOD);
        Change next = judge(27, BAD).getFirst();

        assertThat(next.after().flapping()).isEmpty();
        assertThat(next.after().status()).isInstanceOf(Open.class);
        assertThat(next.tell()).contains(What.RAISED);
    }

    @Test
    void rarelyBackIsNotFlapping() {
        judge(0, BAD);
        judge(1, GOOD);
        judge(14, BAD);
        judge(15, GOOD);

        assertThat(judge(28, BAD).getFirst().after().flapping()).isEmpty();
    }

    @Test
    void whatWasKeptGoesOn() {
        acknowledgedWhileItFlaps();
        Occurrence held = occurrences.live().getFirst();
        Occurrences again = with(List.of(held));

        assertThat(again.judge(Episodes.STACK, List.of(BAD), Episodes.HEARD, at(30))).isEmpty();
        assertThat(again.live()).containsExactly(held);
        again.judge(Episodes.STACK, List.of(GOOD), Episodes.HEARD, at(31));
        assertThat(again.judge(Episodes.STACK, List.of(BAD), Episodes.HEARD, at(40)).getFirst().after().status())
                .isEqualTo(held.status());
    }

    /// The console ends while what flaps is OK for a moment.
    @Test
    void theWordOnARowIsKnownFromItsLastWhichIsOver() {
        AlarmEvent.Acknowledged word = acknowledgedWhileItFlaps();
        Occurrence over = judge(12, GOOD).getFirst().after();
        Occurrences again = with(List.of(over));

        Change next = again.judge(Episodes.STACK, List.of(BAD), Episodes.HEARD, at(20)).getFirst();

        assertThat(next.after().status()).isEqualTo(new Acknowledged(word.word()));
        assertThat(next.tell()).isEmpty();
    }

    @Test
    void nobodyOwnsARowThatWasSnoozed() {
        acknowledgedWhileItFlaps();
        var word = new AlarmEvent.Snoozed(Episodes.word("sora", at(11), at(50)));
        occurrences.take(occurrences.live().getFirst().id(), word);
        Occurrences again = with(List.of(judge(12, GOOD).getFirst().after()));

        assertThat(again.judge(Episodes.STACK, List.of(BAD), Episodes.HEARD, at(20)).getFirst().after().status())
                .isEqualTo(new Status.Snoozed(word.word()));
    }

    /// Acknowledged until minute 50.
    private AlarmEvent.Acknowledged acknowledgedWhileItFlaps() {
        judge(0, BAD);
        judge(1, GOOD);
        judge(5, BAD);
        judge(6, GOOD);
        UUID id = judge(10, BAD).getFirst().after().id();
        var word = new AlarmEvent.Acknowledged(Episodes.word("sora", at(11), at(50)));
        occurrences.take(id, word);
        return word;
    }

    private List<Change> judge(int minute, Condition... conditions) {
        return occurrences.judge(Episodes.STACK, List.of(conditions), Episodes.HEARD, at(minute));
    }

    private Occurrences with(List<Occurrence> kept) {
        return new Occurrences(new Lifecycle(Optional.of(Duration.ofMinutes(30))),
                () -> new UUID(1, names.incrementAndGet()), kept);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
