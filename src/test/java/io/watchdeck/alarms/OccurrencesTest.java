package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    void whatIsNotKnownIsNeitherRaisedNorOver() {
        assertThat(judge(0, DARK)).isEmpty();
        judge(1, BAD);
        assertThat(judge(2, DARK)).isEmpty();
        assertThat(occurrences.live()).hasSize(1);
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
        assertThat(occurrences.live()).extracting(one -> one.now().source()).containsExactly(Source.CLOUDWATCH);
        judge(2, GOOD, Episodes.alarm(Severity.WARNING, State.OK, at(2)));
        assertThat(occurrences.live()).isEmpty();
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

        assertThat(occurrences.judge(Episodes.STACK, List.of(), false, at(1))).isEmpty();
        assertThat(occurrences.judge(Episodes.STACK, List.of(GOOD), false, at(1))).isEmpty();
        assertThat(occurrences.judge(Episodes.STACK, List.of(), true, at(2))).hasSize(1);
    }

    @Test
    void whatNothingWatchesAnyMoreIsOver() {
        judge(0, BAD);

        assertThat(judge(1)).extracting(change -> change.after().resolved()).containsExactly(Optional.of(at(1)));
    }

    @Test
    void otherStacksAreOtherTroubles() {
        judge(0, BAD);
        occurrences.judge(new StackId("glimpse-prod"), List.of(BAD), true, at(1));

        assertThat(occurrences.live()).hasSize(2);
        assertThat(occurrences.judge(new StackId("glimpse-prod"), List.of(GOOD), true, at(2))).hasSize(1);
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

        assertThat(again.judge(Episodes.STACK, List.of(BAD), true, at(30))).isEmpty();
        assertThat(again.live()).containsExactly(held);
        again.judge(Episodes.STACK, List.of(GOOD), true, at(31));
        assertThat(again.judge(Episodes.STACK, List.of(BAD), true, at(40)).getFirst().after().status())
                .isEqualTo(held.status());
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
        return occurrences.judge(Episodes.STACK, List.of(conditions), true, at(minute));
    }

    private Occurrences with(List<Occurrence> kept) {
        return new Occurrences(new Lifecycle(Optional.of(Duration.ofMinutes(30))),
                () -> new UUID(1, names.incrementAndGet()), kept);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
