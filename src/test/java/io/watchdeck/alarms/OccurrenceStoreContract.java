package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmEvent.Cleared;
import io.watchdeck.alarms.AlarmEvent.Found;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [OccurrenceStore] keeps.
public abstract class OccurrenceStoreContract {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00.123456789Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(Optional.of(Duration.ofMinutes(30)));
    private static final TimeRange DAY = TimeRange.last(Duration.ofDays(1), at(12 * 60));

    private OccurrenceStore store;

    /// Empty.
    protected abstract OccurrenceStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @Test
    void everyStatusComesBackAsItWas() {
        Occurrence open = Episodes.open(Severity.WARNING, at(0));
        Occurrence held = next(Episodes.open(Severity.WARNING, at(1)), new AlarmEvent.Acknowledged(
                new Word("소라", at(2), Optional.empty(), "a \"note\"\n둘째 줄", Severity.WARNING))).after();
        Occurrence snoozed = next(Episodes.open(Severity.CRITICAL, at(2)),
                new AlarmEvent.Snoozed(Episodes.word("jmin", at(3), at(90)))).after();
        Occurrence over = next(next(Episodes.open(Severity.WARNING, at(3)),
                new AlarmEvent.Acknowledged(Episodes.word("jmin", at(4), at(90)))).after(), new Cleared(at(5))).after();
        Occurrence wasSnoozed = next(next(Episodes.open(Severity.WARNING, at(6)),
                new AlarmEvent.Snoozed(Episodes.word("jmin", at(7), at(90)))).after(), new Cleared(at(8))).after();
        Occurrence unknown = next(Episodes.open(Severity.WARNING, at(7)), new AlarmEvent.Lost(at(8))).after();
        Occurrence closed = next(next(Episodes.open(Severity.WARNING, at(8)), new AlarmEvent.Lost(at(9))).after(),
                new AlarmEvent.Ended(at(10), Why.NO_LONGER_EXISTS)).after();
        Occurrence removed = next(Episodes.open(Severity.WARNING, at(9)),
                new AlarmEvent.Ended(at(11), Why.NOT_WATCHED)).after();
        Occurrence openAgain = next(next(Episodes.open(Severity.WARNING, at(10)),
                new AlarmEvent.Acknowledged(Episodes.word("jmin", at(11), at(13)))).after(),
                new AlarmEvent.Elapsed(at(14))).after();
        Occurrence overAfterThat = next(next(next(Episodes.open(Severity.WARNING, at(11)),
                new AlarmEvent.Acknowledged(Episodes.word("jmin", at(12), at(13)))).after(),
                new AlarmEvent.Elapsed(at(14))).after(), new Cleared(at(15))).after();
        assertThat(overAfterThat.had()).map(Had::to).contains(Optional.of(at(13)));
        store.put(Stream.of(open, held, snoozed, over, wasSnoozed, unknown, closed, removed, openAgain, overAfterThat)
                .map(OccurrenceStoreContract::put).toList());

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(open, held, snoozed, over, wasSnoozed, unknown,
                closed, removed, openAgain, overAfterThat);
        assertThat(store.liveOrEndedAfter(at(9))).containsExactly(open, held, snoozed, unknown, closed, removed,
                openAgain,
                overAfterThat);
    }

    @Test
    void whatIsUnitedStandsInThePlaceOfItsPartsWithAllThatHappenedToThem() {
        Occurrence first = Episodes.open(Severity.WARNING, at(0));
        Occurrence second = Episodes.open(Severity.WARNING, at(1));
        Change said = next(second, new AlarmEvent.Acknowledged(Episodes.word("sora", at(2), at(60))));
        store.put(List.of(put(first), put(second), said));
        Occurrence stays = first.with(said.after().status());

        store.unite(List.of(new Reunion.United(stays, Set.of(second.id()))));

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(stays);
        assertThat(store.changes(first.id())).extracting(Change::what).containsExactly(What.RAISED,
                What.ACKNOWLEDGED);
        assertThat(store.changes(second.id())).isEmpty();
    }

    @Test
    void whatAnotherFoundLaterAndWorseRoseThen() {
        Occurrence first = Episodes.open(Severity.WARNING, at(0));
        Occurrence second = Episodes.open(Severity.CRITICAL, at(1));
        Occurrence third = Episodes.open(Severity.CRITICAL, at(2));
        store.put(List.of(put(first), put(second), put(third)));

        store.unite(List.of(new Reunion.United(first, Set.of(second.id(), third.id()))));

        assertThat(store.changes(first.id())).extracting(Change::what).containsExactly(What.RAISED, What.ROSE);
    }

    @Test
    void whatIsKeptIsKeptWithUntilWhenItWasJudged() {
        Occurrence one = Episodes.open(Severity.WARNING, at(0));
        store.put(List.of(put(one)),
                Map.of(Episodes.STACK, new Judged(at(3), true), new StackId("glimpse-prod"), new Judged(at(4), true)));

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(one);
        assertThat(store.judged(Episodes.STACK)).contains(new Judged(at(3), true));
        assertThat(store.judged(new StackId("glimpse-prod"))).contains(new Judged(at(4), true));
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        Finding finding = new Finding(Severity.WARNING, Condition.Source.CLOUDWATCH, "composite", Optional.empty(),
                OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        var one = new Occurrence(UUID.randomUUID(), Episodes.CPU, at(0), finding, Severity.CRITICAL,
                OptionalDouble.empty(), new Status.Open(at(0), at(1)),
                Optional.of(new Flapping(UUID.randomUUID(), 4)));
        store.put(List.of(put(one)));

        assertThat(store.liveOrEndedAfter(at(0))).containsExactly(one);
    }

    @Test
    void theNewestStateIsKeptAndEveryChangeBesideTheOthers() {
        Occurrence one = Episodes.open(Severity.WARNING, at(0));
        Change raised = new Change(at(0), What.RAISED, true, one);
        Change worse = next(one, new Found(at(1), Episodes.finding(Severity.CRITICAL, 95)));
        Change said = next(worse.after(), new AlarmEvent.Acknowledged(Episodes.word("sora", at(2), at(60))));
        store.put(List.of(raised));
        store.put(List.of(worse, said));

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(said.after());
        assertThat(store.changes(one.id())).containsExactly(raised, worse, said);
        assertThat(store.changes(new UUID(9, 9))).isEmpty();
    }

    @Test
    void anotherValueIsNoChangeToRemember() {
        Occurrence one = Episodes.open(Severity.WARNING, at(0));
        Change moved = next(one, new Found(at(1), Episodes.finding(Severity.WARNING, 80)));
        store.put(List.of(moved));

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(moved.after());
        assertThat(store.changes(one.id())).isEmpty();
    }

    @Test
    void theLiveAndThoseThatEndedLatelyAreFound() {
        Occurrence longAgo = over(0, 10);
        Occurrence lately = over(20, 30);
        Occurrence live = Episodes.open(Severity.WARNING, at(40));
        store.put(List.of(put(live), put(longAgo), put(lately)));

        assertThat(store.liveOrEndedAfter(at(10))).containsExactly(lately, live);
    }

    @Test
    void aRangeHasWhatWasThereInIt() {
        Occurrence before = over(0, 10);
        Occurrence into = over(5, 25);
        Occurrence live = Episodes.open(Severity.WARNING, at(29));
        Occurrence after = Episodes.open(Severity.WARNING, at(30));
        store.put(List.of(put(before), put(into), put(live), put(after)));

        assertThat(store.of(Episodes.STACK, new TimeRange(at(20), at(30)))).containsExactly(into, live);
        assertThat(store.of(new StackId("glimpse-prod"), DAY)).isEmpty();
    }

    @Test
    void thePastOfOneTroubleIsTold() {
        Occurrence first = over(0, 10);
        Occurrence second = over(20, 30);
        store.put(List.of(put(first), put(second)));

        assertThat(store.of(Episodes.CPU, at(0))).containsExactly(second, first);
        assertThat(store.of(Episodes.CPU, at(1))).containsExactly(second);
        assertThat(store.of(new AlarmKey(Episodes.STACK, Episodes.API, "service.memory above"), at(0))).isEmpty();
    }

    @Test
    void untilWhenAStackWasJudgedIsRemembered() {
        assertThat(store.judged(Episodes.STACK)).isEmpty();
        store.put(List.of(), Map.of(Episodes.STACK, new Judged(at(1), false)));
        store.put(List.of(), Map.of(Episodes.STACK, new Judged(at(2), false)));
        assertThat(store.judged(Episodes.STACK)).contains(new Judged(at(2), false));

        store.put(List.of(), Map.of(Episodes.STACK, new Judged(at(3), true)));
        assertThat(store.judged(Episodes.STACK)).contains(new Judged(at(3), true));
        assertThat(store.judged(new StackId("glimpse-prod"))).isEmpty();
    }

    @Test
    void whatWasOverLongAgoIsForgottenWithItsChanges() {
        Occurrence old = over(0, 10);
        Occurrence live = Episodes.open(Severity.WARNING, at(1));
        store.put(List.of(put(old), put(live)));
        store.forget(at(11));

        assertThat(store.of(Episodes.STACK, DAY)).containsExactly(live);
        assertThat(store.changes(live.id())).hasSize(1);
        assertThat(store.changes(old.id())).isEmpty();
    }

    private static Occurrence over(int from, int to) {
        return next(Episodes.open(Severity.WARNING, at(from)), new Cleared(at(to))).after();
    }

    private static Change next(Occurrence one, AlarmEvent event) {
        return LIFECYCLE.after(one, event).orElseThrow();
    }

    private static Change put(Occurrence one) {
        return new Change(one.raised(), What.RAISED, true, one);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
