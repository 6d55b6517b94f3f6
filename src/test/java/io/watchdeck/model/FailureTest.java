package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void everyKindHasAWordOfItsOwn() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::word)).doesNotHaveDuplicates().containsExactly("expired",
                "denied", "throttled", "unreachable", "notFound", "absent", "wrongAccount", "notKept", "capped",
                "unexpected");
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Failure denied = Failure.denied("sqs:GetQueueAttributes");

        assertThat(denied.kind()).isEqualTo(Kind.DENIED);
        assertThat(denied.action()).contains("sqs:GetQueueAttributes");
        assertThat(denied.sentence().arguments()).containsExactly("sqs:GetQueueAttributes");
        assertThat(Failure.throttled("ecs:ListTasks").action()).contains("ecs:ListTasks");
    }

    @Test
    void whatIsAddedLeavesTheRestAsItWas() {
        Instant at = Instant.parse("2026-09-22T04:44:00Z");
        Failure failure = Failure.throttled("ecs:ListTasks").withRetryAt(at).withDetail("Rate exceeded");

        assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failure.action()).contains("ecs:ListTasks");
        assertThat(failure.retryAt()).contains(at);
        assertThat(failure.detail()).isEqualTo("Rate exceeded");
        assertThat(failure.withAction("ecs:DescribeTasks").retryAt()).contains(at);
    }

    @Test
    void silenceCountsAsNoAnswerAndSaysHowLongAndHowOften() {
        Failure stale = Failure.stale(Duration.ofMinutes(2), Duration.ofSeconds(20));

        assertThat(stale.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(stale.sentence().arguments()).containsExactly(Duration.ofMinutes(2), Duration.ofSeconds(20));
    }

    @Test
    void whatNobodyWantedToKnowIsNoFaultOfThisVersion() {
        assertThat(Failure.notAsked().kind()).isEqualTo(Kind.NOT_KEPT);
        assertThat(Failure.notAsked().isNotAsked()).isTrue();
        assertThat(Failure.notKept().isNotAsked()).isFalse();
    }

    @Test
    void anotherAccountIsSaidWithBoth() {
        assertThat(Failure.wrongAccount("111111111111", "222222222222").sentence().arguments())
                .containsExactly("111111111111", "222222222222");
        assertThat(Failure.unexpected("no such field").detail()).isEqualTo("no such field");
    }
}
