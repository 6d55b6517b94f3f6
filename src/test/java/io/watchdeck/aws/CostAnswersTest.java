package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.AwsAccounts.Signer;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostAnswersTest {

    private static final Signer OURS = new Signer(Optional.of("ours"), Optional.empty(), Optional.empty());
    private static final Signer THEIRS = new Signer(Optional.of("theirs"), Optional.empty(), Optional.empty());

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-22T04:00:00Z"));
    private final CostAnswers answers = new CostAnswers(clock);
    private int paid;
    private boolean denied;

    @Test
    void whatIsAskedForOneRegionIsNotPaidForTheOther() {
        Reading<CostMapper.Costs> seoul = ask(OURS, "ap-northeast-2", "September");
        clock.forward(Duration.ofMinutes(1));

        assertThat(ask(OURS, "us-east-1", "September")).isSameAs(seoul);
        assertThat(paid).isEqualTo(1);
    }

    @Test
    void whoeverAsksAgainWantsANewAnswer() {
        Reading<CostMapper.Costs> first = ask(OURS, "ap-northeast-2", "September");
        ask(OURS, "us-east-1", "September");

        Reading<CostMapper.Costs> second = ask(OURS, "us-east-1", "September");

        assertThat(second).isNotSameAs(first);
        assertThat(paid).isEqualTo(2);
        assertThat(ask(OURS, "ap-northeast-2", "September")).as("the new one").isSameAs(second);
        assertThat(paid).isEqualTo(2);
    }

    @Test
    void anotherAccountOrQuestionIsPaid() {
        ask(OURS, "ap-northeast-2", "September");

        ask(THEIRS, "us-east-1", "September");
        ask(OURS, "us-east-1", "October");

        assertThat(paid).isEqualTo(3);
    }

    @Test
    void anOldAnswerIsNoAnswer() {
        ask(OURS, "ap-northeast-2", "September");
        clock.forward(CostAnswers.HELD);

        ask(OURS, "us-east-1", "September");

        assertThat(paid).isEqualTo(2);
    }

    @Test
    void anAnswerOfAClockThatWasPutBackIsNone() {
        ask(OURS, "ap-northeast-2", "September");
        clock.set(clock.instant().minus(Duration.ofDays(1)));

        ask(OURS, "us-east-1", "September");

        assertThat(paid).isEqualTo(2);
    }

    @Test
    void aFailureIsNobodyElses() {
        denied = true;
        ask(OURS, "ap-northeast-2", "September");
        denied = false;

        assertThat(ask(OURS, "us-east-1", "September")).isInstanceOf(Reading.Known.class);
        assertThat(paid).isEqualTo(2);
    }

    private Reading<CostMapper.Costs> ask(Signer signer, String region, String question) {
        return answers.of(signer, region, question, () -> {
            paid++;
            return denied ? Reading.unknown(Failure.denied("ce:GetCostAndUsage"), clock.instant())
                    : Reading.known(new CostMapper.Costs(Map.of()), clock.instant());
        });
    }
}
