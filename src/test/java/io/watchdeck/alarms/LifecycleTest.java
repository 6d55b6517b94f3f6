package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// One test for each cell of the table of [Lifecycle].
class LifecycleTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Duration NAG = Duration.ofMinutes(30);

    private final Lifecycle lifecycle = new Lifecycle(Optional.of(NAG));
    private final Occurrence open = Episodes.open(Severity.WARNING, NOON);
    private final Occurrence acknowledged = open.with(new Acknowledged(Episodes.word("jmin", NOON, ONE)));
    private final Occurrence snoozed = open.with(new Snoozed(Episodes.word("jmin", NOON, ONE)));

    @Nested
    class APersonAcknowledges {

        private final Word word = Episodes.word("sora", LATER, ONE.plus(NAG));

        @Test
        void openBecomesAcknowledgedAndNobodyIsTold() {
            assertThat(after(open, new AlarmEvent.Acknowledged(word)))
                    .isEqualTo(quiet(LATER, new Acknowledged(word)));
        }

        @Test
        void theNewPersonsWordReplacesTheOld() {
            assertThat(after(acknowledged, new AlarmEvent.Acknowledged(word)))
                    .isEqualTo(quiet(LATER, new Acknowledged(word)));
        }

        @Test
        void snoozedBecomesAcknowledged() {
            assertThat(after(snoozed, new AlarmEvent.Acknowledged(word)))
                    .isEqualTo(quiet(LATER, new Acknowledged(word)));
        }
    }

    @Nested
    class APersonSnoozes {

        private final Word word = Episodes.word("sora", LATER, ONE.plus(NAG));

        @Test
        void openBecomesSnoozed() {
            assertThat(after(open, new AlarmEvent.Snoozed(word))).isEqualTo(quiet(LATER, new Snoozed(word)));
        }

        @Test
        void ownershipIsGivenUp() {
            assertThat(after(acknowledged, new AlarmEvent.Snoozed(word)))
                    .isEqualTo(new Change(LATER, What.SNOOZED, false, acknowledged.with(new Snoozed(word))));
        }

        @Test
        void aSnoozeGetsANewTime() {
            assertThat(after(snoozed, new AlarmEvent.Snoozed(word))).isEqualTo(quiet(LATER, new Snoozed(word)));
        }

        @Test
        void aSnoozeWithoutAnEndIsNone() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Snoozed(
                    new Word("sora", NOON, Optional.empty(), "", Severity.WARNING)));
        }
    }

    @Nested
    class TheTimeOfAWordEnds {

        @Test
        void acknowledgedOpensAndTells() {
            assertThat(after(acknowledged, new Elapsed(ONE))).isEqualTo(new Change(ONE, What.WORD_ENDED, true,
                    acknowledged.with(new Open(ONE, ONE))));
        }

        @Test
        void snoozedOpensAndTells() {
            assertThat(after(snoozed, new Elapsed(ONE))).isEqualTo(told(ONE, new Open(ONE, ONE), What.WORD_ENDED));
        }

        @Test
        void notAMomentEarlier() {
            assertThat(lifecycle.after(acknowledged, new Elapsed(ONE.minusNanos(1)))).isEmpty();
            assertThat(lifecycle.after(snoozed, new Elapsed(ONE.minusNanos(1)))).isEmpty();
        }

        @Test
        void aWordUntilOkHasNoEnd() {
            Occurrence held = open.with(new Acknowledged(
                    new Word("jmin", NOON, Optional.empty(), "", Severity.WARNING)));

            assertThat(lifecycle.after(held, new Elapsed(NOON.plus(Duration.ofDays(300))))).isEmpty();
        }

        @Test
        void aWordThatEndsBeforeItIsGivenIsNone() {
            assertThatIllegalArgumentException().isThrownBy(() -> Episodes.word("sora", NOON, NOON));
        }
    }

    @Nested
    class ItGetsWorse {

        private final Found critical = new Found(LATER, Episodes.finding(Severity.CRITICAL, 95));

        @Test
        void openStaysOpenAndTells() {
            assertThat(after(open, critical).tell()).contains(What.ROSE);
            assertThat(after(open, critical).after().status()).isEqualTo(new Open(NOON, LATER));
        }

        @Test
        void acknowledgedOpensAndTells() {
            assertThat(after(acknowledged, critical).tell()).contains(What.ROSE);
            assertThat(after(acknowledged, critical).after().status()).isEqualTo(new Open(LATER, LATER));
        }

        @Test
        void snoozedOpensAndTells() {
            assertThat(after(snoozed, critical).tell()).contains(What.ROSE);
            assertThat(after(snoozed, critical).after().status()).isEqualTo(new Open(LATER, LATER));
        }

        @Test
        void howBadItWasIsRemembered() {
            Occurrence worse = after(open, critical).after();
            Occurrence better = after(worse, new Found(ONE, Episodes.finding(Severity.WARNING, 71))).after();

            assertThat(better.severity()).isEqualTo(Severity.WARNING);
            assertThat(better.worst()).isEqualTo(Severity.CRITICAL);
            assertThat(better.worstValue()).hasValue(95);
        }
    }

    @Nested
    class ItGetsMilder {

        private final Found milder = new Found(LATER, Episodes.finding(Severity.NOTICE, 61));

        @Test
        void openStaysOpen() {
            assertThat(after(open, milder).after().status()).isEqualTo(open.status());
            assertThat(after(open, milder).what()).isEqualTo(What.FELL);
            assertThat(after(open, milder).tell()).isEmpty();
        }

        @Test
        void acknowledgedStaysAcknowledged() {
            assertThat(after(acknowledged, milder).after().status()).isEqualTo(acknowledged.status());
            assertThat(after(acknowledged, milder).tell()).isEmpty();
        }

        @Test
        void snoozedStaysSnoozed() {
            assertThat(after(snoozed, milder).after().status()).isEqualTo(snoozed.status());
            assertThat(after(snoozed, milder).tell()).isEmpty();
        }
    }

    @Nested
    class ItIsOk {

        @Test
        void openIsResolved() {
            assertThat(after(open, new Cleared(LATER)))
                    .isEqualTo(quiet(LATER, new Resolved(LATER, Optional.empty())));
        }

        @Test
        void acknowledgedIsResolvedAndKeepsWhatWasSaid() {
            assertThat(after(acknowledged, new Cleared(LATER)))
                    .isEqualTo(quiet(LATER, new Resolved(LATER, acknowledged.status().held())));
        }

        @Test
        void snoozedIsResolved() {
            assertThat(after(snoozed, new Cleared(LATER)))
                    .isEqualTo(quiet(LATER, new Resolved(LATER, snoozed.status().held())));
        }

        @Test
        void itIsNotOverBeforeItBegan() {
            assertThat(after(open, new Cleared(NOON.minusSeconds(60))).after().resolved()).contains(NOON);
        }
    }

    @Nested
    class NobodyHasIt {

        @Test
        void aNoticeRemindsNobody() {
            Occurrence notice = Episodes.open(Severity.NOTICE, NOON);

            assertThat(lifecycle.after(notice, new Elapsed(NOON.plus(NAG).plus(NAG)))).isEmpty();
        }

        @Test
        void openTellsAgainAfterATimeAndThenAfterAnother() {
            assertThat(lifecycle.after(open, new Elapsed(NOON.plus(NAG).minusNanos(1)))).isEmpty();
            Change nagged = after(open, new Elapsed(NOON.plus(NAG)));

            assertThat(nagged.tell()).contains(What.NAGGED);
            assertThat(nagged.after().status()).isEqualTo(new Open(NOON, NOON.plus(NAG)));
            assertThat(lifecycle.after(nagged.after(), new Elapsed(NOON.plus(NAG).plusSeconds(60)))).isEmpty();
            assertThat(after(nagged.after(), new Elapsed(NOON.plus(NAG).plus(NAG))).tell()).contains(What.NAGGED);
        }

        @Test
        void whatSomebodyHasDoesNotNag() {
            assertThat(lifecycle.after(acknowledged, new Elapsed(NOON.plus(NAG)))).isEmpty();
            assertThat(lifecycle.after(snoozed, new Elapsed(NOON.plus(NAG)))).isEmpty();
        }

        @Test
        void nothingNagsWhereNobodyWantsIt() {
            assertThat(new Lifecycle(Optional.empty()).after(open, new Elapsed(ONE))).isEmpty();
        }
    }

    @Nested
    class NothingKnowsHowItIs {

        private final Occurrence dark = after(open, new Lost(LATER)).after();

        @Test
        void itStaysAndSaysSinceWhenItIsNotKnown() {
            Change lost = after(acknowledged, new Lost(LATER));

            assertThat(lost.tell()).isEmpty();
            assertThat(lost.after().status()).isEqualTo(acknowledged.status());
            assertThat(lost.after().unknownSince()).contains(LATER);
            assertThat(lifecycle.after(lost.after(), new Lost(ONE))).as("since the first time").isEmpty();
        }

        @Test
        void itDoesNotNagBeforeItIsKnownAgain() {
            Instant due = NOON.plus(NAG).plus(NAG);

            assertThat(lifecycle.after(dark, new Elapsed(due))).isEmpty();
            Change known = after(dark, new Found(due, dark.now()));
            assertThat(known.what()).isEqualTo(What.MOVED);
            assertThat(known.after().unknownSince()).isEmpty();
            assertThat(after(known.after(), new Elapsed(due)).tell()).contains(What.NAGGED);
        }

        @Test
        void aWordIsTakenAndEndsWithItsTime() {
            Change said = after(dark, new AlarmEvent.Acknowledged(Episodes.word("sora", LATER, ONE)));

            assertThat(said.after().status()).isInstanceOf(Acknowledged.class);
            assertThat(said.after().unknownSince()).contains(LATER);
            assertThat(after(said.after(), new Elapsed(ONE)).tell()).contains(What.WORD_ENDED);
        }

        @Test
        void okResolvesIt() {
            assertThat(after(dark, new Cleared(ONE))).isEqualTo(
                    new Change(ONE, What.RESOLVED, false, open.with(new Resolved(ONE, Optional.empty()))));
        }
    }

    @Nested
    class InQuietHours {

        private final Lifecycle night = new Lifecycle(Optional.of(NAG), LATER.plus(NAG)::isAfter);

        @Test
        void nobodyIsToldAgainOfAWarningBeforeTheyAreOver() {
            assertThat(open.severity()).isEqualTo(Severity.WARNING);
            assertThat(lifecycle.after(open, new Elapsed(open.raised().plus(NAG)))).isPresent();
            assertThat(night.after(open, new Elapsed(open.raised().plus(NAG)))).isEmpty();
            assertThat(night.after(open, new Elapsed(LATER.plus(NAG)))).map(Change::what).contains(What.NAGGED);
        }

        @Test
        void whatIsCriticalIsToldAgain() {
            Occurrence critical = Episodes.open(Severity.CRITICAL, open.raised());

            assertThat(night.after(critical, new Elapsed(open.raised().plus(NAG)))).map(Change::what)
                    .contains(What.NAGGED);
        }
    }

    @Nested
    class NothingCanTellOfItAnyMore {

        @Test
        void itIsClosedWhichIsNotOk() {
            for (Why why : Why.values()) {
                assertThat(after(open, new Ended(LATER, why)))
                        .isEqualTo(quiet(LATER, new Closed(LATER, why, Optional.empty())));
                assertThat(after(snoozed, new Ended(LATER, why)))
                        .isEqualTo(quiet(LATER, new Closed(LATER, why, snoozed.status().held())));
                assertThat(after(acknowledged, new Ended(LATER, why)).after().status().said())
                        .isEqualTo(acknowledged.status().said());
            }
        }

        @Test
        void itSaysSinceWhenItWasNotKnown() {
            Occurrence dark = after(open, new Lost(LATER)).after();

            assertThat(after(dark, new Ended(ONE, Why.NO_LONGER_EXISTS)).after().unknownSince()).contains(LATER);
        }
    }

    @Test
    void whatIsOverIsFinal() {
        Word word = Episodes.word("sora", ONE, ONE.plus(NAG));

        for (Status end : List.of(new Resolved(LATER, Optional.empty()),
                new Closed(LATER, Why.NOT_WATCHED, Optional.empty()))) {
            for (AlarmEvent event : List.of(new Found(ONE, Episodes.finding(Severity.CRITICAL, 99)), new Cleared(ONE),
                    new AlarmEvent.Acknowledged(word), new AlarmEvent.Snoozed(word), new Elapsed(ONE), new Lost(ONE),
                    new Ended(ONE, Why.NO_LONGER_EXISTS))) {
                assertThat(lifecycle.after(open.with(end), event)).as("%s, %s", end, event).isEmpty();
            }
        }
    }

    @Test
    void findingTheSameChangesNothing() {
        assertThat(lifecycle.after(open, new Found(LATER, open.now()))).isEmpty();
    }

    private Change after(Occurrence before, AlarmEvent event) {
        return lifecycle.after(before, event).orElseThrow();
    }

    private Change quiet(Instant at, Status status) {
        What what = switch (status) {
            case Acknowledged _ -> What.ACKNOWLEDGED;
            case Snoozed _ -> What.SNOOZED;
            case Resolved _ -> What.RESOLVED;
            case Closed _ -> What.CLOSED;
            case Open _ -> What.MOVED;
        };
        return new Change(at, what, false, open.with(status));
    }

    private Change told(Instant at, Status status, What what) {
        return new Change(at, what, true, open.with(status));
    }
}
