package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.request;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Verdict.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEntryTest {

    private static final Sent LOST = new Sent.Lost(Failure.unreachable("ecs"), at(1));
    private static final Sent REFUSED = new Sent.Refused(Failure.denied("ecs:UpdateService"), at(1));

    private final JournalEntry two = begun(scale(9), before(), 2);

    @Test
    void isUnfinishedUntilAllItsRequestsAreSent() {
        assertThat(two.isUnfinished()).isTrue();
        assertThat(two.sending(request(9)).isUnfinished()).isTrue();
        assertThat(two.sending(request(9)).sending(request(8)).isUnfinished()).isFalse();
    }

    @Test
    void isUnsureWhileAnAnswerIsMissingOrWasLost() {
        JournalEntry sent = two.sending(request(9));

        assertThat(two.isUnsure()).isFalse();
        assertThat(sent.isUnsure()).isTrue();
        assertThat(sent.answered(0, LOST).isUnsure()).isTrue();
        assertThat(sent.answered(0, Sent.taken(at(1))).isUnsure()).isFalse();
        assertThat(sent.answered(0, REFUSED).isUnsure()).isFalse();
        assertThat(sent.answered(0, LOST).sending(request(8)).answered(1, Sent.taken(at(1))).isUnsure()).isTrue();
    }

    @Test
    void whatEndedItByItselfMakesItNoLessSure() {
        JournalEntry done = begun(scale(9)).sending(request(9)).answered(0, Sent.taken(at(1)));

        assertThat(done.sending(request(8)).isUnsure()).isFalse();
        assertThat(done.sending(request(8)).answered(1, LOST).isUnsure()).isFalse();
        assertThat(begun(scale(9)).sending(request(9)).sending(request(8)).answered(1, Sent.taken(at(1))).isUnsure())
                .isTrue();
    }

    @Test
    void beganIsTheIdOfTheNewestRequestThatNamedOne() {
        JournalEntry sent = two.sending(request(9)).answered(0, Sent.taken("first", at(1))).sending(request(8));

        assertThat(two.began()).isEmpty();
        assertThat(sent.began()).contains("first");
        assertThat(sent.answered(1, Sent.taken(at(2))).began()).contains("first");
        assertThat(sent.answered(1, Sent.taken("second", at(2))).began()).contains("second");
        assertThat(two.sending(request(9)).answered(0, REFUSED).began()).isEmpty();
    }

    @Test
    void anAnswerBelongsToItsRequest() {
        JournalEntry sent = two.sending(request(9)).sending(request(8)).answered(0, REFUSED);

        assertThat(sent.sendings()).containsExactly(
                new JournalEntry.Sending(request(9), java.util.Optional.of(REFUSED)),
                new JournalEntry.Sending(request(8), java.util.Optional.empty()));
    }

    @Test
    void takesUntilItsVerdict() {
        JournalEntry over = two.ended(new Verdict(Result.WORKED, Phrase.of("proof.told", ""), at(192)));

        assertThat(two.isOver()).isFalse();
        assertThat(two.took()).isEmpty();
        assertThat(over.isOver()).isTrue();
        assertThat(over.took()).contains(Duration.ofSeconds(192));
    }

    @Test
    void aSettledReminderKeepsWhatItWas() {
        JournalEntry settled = Entries.reminding(two, at(60)).settled();

        assertThat(settled.reminder()).hasValueSatisfying(reminder -> {
            assertThat(reminder.settled()).isTrue();
            assertThat(reminder.at()).isEqualTo(at(60));
            assertThat(reminder.desired()).hasValue(5);
        });
        assertThat(two.settled()).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"WORKED, worked", "FAILED, failed", "NOT_DONE, notDone", "PARTLY, partly", "CANCELLED, cancelled",
            "NOT_KNOWN, notKnown"})
    void eachResultHasAWord(Result result, String word) {
        assertThat(result.word()).isEqualTo(word);
    }
}
