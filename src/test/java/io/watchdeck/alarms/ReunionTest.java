package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmEvent.Cleared;
import io.watchdeck.alarms.AlarmEvent.Lost;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Reunion.United;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Closed;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Resolved;
import io.watchdeck.alarms.Status.Snoozed;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Raised at the minute that is their name.
class ReunionTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(Optional.of(Duration.ofMinutes(30)));

    @Test
    void whatWasFoundOnceStaysAsItIs() {
        Occurrence over = over(0, 10);
        Occurrence next = open(10);

        Reunion one = Reunion.of(List.of(next, over), at(20));

        assertThat(one.all()).containsExactly(over, next);
        assertThat(one.united()).isEmpty();
    }

    @Test
    void twoThatAreOpenAreOneSinceTheFirst() {
        Occurrence file = open(0);
        Occurrence memory = open(5);

        Reunion one = Reunion.of(List.of(memory, file), at(20));

        assertThat(one.united()).containsExactly(new United(one.all().getFirst(), Set.of(memory.id())));
        assertThat(one.all()).singleElement().satisfies(both -> {
            assertThat(both.id()).isEqualTo(file.id());
            assertThat(both.raised()).isEqualTo(at(0));
            assertThat(both.status()).isEqualTo(new Open(at(0), at(5)));
        });
    }

    @Test
    void ofTwoOfOneMomentTheOneThatSomebodyHasStays() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 90)));
        var twin = new Occurrence(new UUID(0, 0), held.key(), held.raised(), held.now(), held.worst(),
                held.worstValue(), open(0).status(), Optional.empty());

        assertThat(only(twin, held)).isEqualTo(held);
    }

    @Test
    void aWordOnOneHoldsForBoth() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 90)));
        assertThat(only(held, open(5)).status()).isEqualTo(held.status());

        Occurrence snoozed = said(open(5), new Snoozed(word(6, 90)));
        assertThat(only(open(0), snoozed).status()).isEqualTo(snoozed.status());
    }

    @Test
    void theNewestWordHolds() {
        Occurrence before = said(open(0), new Acknowledged(word(2, 90)));
        Occurrence after = said(open(5), new Snoozed(word(6, 90)));

        assertThat(only(before, after).status()).isEqualTo(after.status());
        assertThat(only(said(before, new Acknowledged(word(7, 90))), after).status())
                .isEqualTo(new Acknowledged(word(7, 90)));
    }

    @Test
    void aWordThatDoesNotCoverHowSevereItIsNowLeavesItOpen() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 90)));
        Occurrence worse = Episodes.open(Severity.CRITICAL, at(5));

        assertThat(only(held, worse)).satisfies(both -> {
            assertThat(both.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(both.status()).isEqualTo(new Open(at(5), at(5)));
        });
    }

    @Test
    void aWordWhoseTimeIsOverLeavesItOpen() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 15)));

        assertThat(only(held, open(5)).status()).isEqualTo(new Open(at(5), at(5)));
    }

    @Test
    void ofTwoWordsWhoseTimeIsOverOneIsLeftToEnd() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 15)));
        Occurrence later = said(open(5), new Acknowledged(word(6, 16)));

        assertThat(only(held, later).status()).isEqualTo(later.status());
    }

    @Test
    void whatOneSawEndIsOverWithTheNewestWord() {
        Occurrence held = said(open(0), new Acknowledged(word(2, 90)));

        assertThat(only(held, over(5, 12)).status())
                .isEqualTo(new Resolved(at(12), Optional.of(new Acknowledged(word(2, 90)))));
        assertThat(only(over(0, 12), open(5)).resolved()).contains(at(12));
    }

    @Test
    void ofTwoEndsTheLaterCounts() {
        Occurrence closed = over(0, 3).with(new Closed(at(14), Closed.Why.NOT_WATCHED, Optional.empty()));

        assertThat(only(closed, over(5, 12)).status()).isEqualTo(closed.status());
        assertThat(only(over(0, 9), over(5, 12)).resolved()).contains(at(12));
    }

    @Test
    void oneThatEndsBeforeTheNextBeginsIsAnother() {
        Reunion one = Reunion.of(List.of(open(0), over(5, 12), open(14)), at(20));

        assertThat(one.all()).extracting(Occurrence::resolved).containsExactly(Optional.of(at(12)), Optional.empty());
    }

    @Test
    void whatOneKnowsIsKnown() {
        Occurrence dark = LIFECYCLE.after(open(0), new Lost(at(3))).orElseThrow().after();
        Occurrence other = LIFECYCLE.after(open(5), new Lost(at(7))).orElseThrow().after();

        assertThat(only(dark, open(5)).unknownSince()).isEmpty();
        assertThat(only(dark, other).unknownSince()).contains(at(7));
    }

    @Test
    void theWorstOfBothIsRemembered() {
        Occurrence mild = open(0).with(Episodes.finding(Severity.WARNING, 61));
        Occurrence high = open(5).with(Episodes.finding(Severity.WARNING, 93)).with(Episodes.finding(Severity.WARNING,
                70));

        assertThat(only(mild, high).worstValue()).hasValue(93);
        assertThat(only(high, open(7)).worstValue()).hasValue(93);
    }

    @Test
    void aRowKeepsItsFirst() {
        Occurrence first = over(0, 20);
        Occurrence twin = over(5, 12);
        Occurrence third = new Occurrence(open(25).id(), Episodes.CPU, at(25), open(25).now(), Severity.WARNING,
                open(25).worstValue(), open(25).status(), Optional.of(new Flapping(twin.id(), 3)));

        Reunion one = Reunion.of(List.of(first, twin, third), at(30));

        assertThat(one.all().getLast().flapping()).contains(new Flapping(first.id(), 3));
        assertThat(one.united()).extracting(United::gone).containsExactly(Set.of(twin.id()), Set.of());
    }

    private static Occurrence only(Occurrence one, Occurrence other) {
        List<Occurrence> all = Reunion.of(List.of(other, one), at(20)).all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Occurrence open(int minute) {
        return Episodes.open(Severity.WARNING, at(minute));
    }

    private static Occurrence over(int from, int to) {
        return LIFECYCLE.after(open(from), new Cleared(at(to))).orElseThrow().after();
    }

    private static Occurrence said(Occurrence one, Status word) {
        return one.with(word);
    }

    private static Word word(int at, int until) {
        return Episodes.word("sora", at(at), at(until));
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
