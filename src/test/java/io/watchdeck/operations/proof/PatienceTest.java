package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.request;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private final JournalEntry entry = begun(scale(9));

    @ParameterizedTest
    @CsvSource({"FORCE_DEPLOYMENT, PT60M", "ROLL_BACK, PT60M", "STOP_DEPLOYMENT, PT60M", "SCALE, PT10M",
            "SPOT_WEIGHT, PT60M", "STOP_TASK, PT10M", "RESUBMIT, PT5M", "CANCEL_REDRIVE, PT5M", "PURGE, PT3M",
            "REDRIVE, PT36H"})
    void eachKindIsFollowedForAWhile(Kind kind, Duration length) {
        assertThat(Patience.of(kind)).isEqualTo(length);
        assertThat(length).isGreaterThan(Patience.SETTLING);
    }

    @Test
    void isOverAfterTheLastMoment() {
        assertThat(Patience.isOver(entry, NOON.plusSeconds(600))).isFalse();
        assertThat(Patience.isOver(entry, NOON.plusSeconds(601))).isTrue();
    }

    @Test
    void itIsCountedFromTheAnswerToTheLastRequestOfSeveral() {
        JournalEntry sent = begun(scale(9), before(), 2).sending(request(9)).answered(0, Sent.taken(at(20)))
                .sending(request(9)).answered(1, Sent.taken(at(90)));

        assertThat(Patience.isSettled(sent, at(150))).isFalse();
        assertThat(Patience.isSettled(sent, at(151))).isTrue();
        assertThat(Patience.isOver(sent, at(690))).isFalse();
        assertThat(Patience.isOver(sent, at(691))).isTrue();
    }

    @Test
    void whatEndedItByItselfDoesNotMakeAnybodyWaitLonger() {
        JournalEntry ended = begun(scale(9)).sending(request(9)).answered(0, Sent.taken(at(1))).sending(request(9))
                .answered(1, Sent.taken(at(90)));

        assertThat(Patience.since(ended)).isEqualTo(at(1));
    }

    @Test
    void whatWasDoneShowsAfterAMinute() {
        assertThat(Patience.isSettled(entry, NOON.plusSeconds(60))).isFalse();
        assertThat(Patience.isSettled(entry, NOON.plusSeconds(61))).isTrue();
    }
}
