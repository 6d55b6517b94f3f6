package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:00:00Z");

    private final MutableClock clock = new MutableClock(NOW);
    private final Attempts attempts = new Attempts(Rhythm.standard(), clock);
    private final Readings<String, String> board = new Readings<>(clock);

    @Test
    void aFailureThatMayPassIsTriedAgainSoonAndThenLessAndLessOften() {
        assertThat(pausesAfter(Subject.DATABASES, Failure.throttled("rds:DescribeDBInstances"), 6)).containsExactly(
                Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(80), Duration.ofSeconds(160),
                Duration.ofSeconds(320), Duration.ofMinutes(10));
    }

    @Test
    void noSubjectIsAskedLessOftenBecauseItFailed() {
        assertThat(pausesAfter(Subject.SERVICES, Failure.unreachable("ecs"), 3)).containsOnly(Duration.ofSeconds(20));
    }

    @Test
    void costIsTriedAgainWithinMinutesAndNotEachOfThemCostsACent() {
        assertThat(pausesAfter(Subject.COST, Failure.unexpected(""), 3)).containsExactly(Duration.ofMinutes(5),
                Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void whatIsNotPermittedIsAskedInItsOwnRhythm() {
        assertThat(pausesAfter(Subject.DATABASES, Failure.denied("rds:DescribeDBInstances"), 2))
                .containsOnly(Duration.ofMinutes(10));
    }

    @Test
    void anAnswerEndsTheHurry() {
        pausesAfter(Subject.DATABASES, Failure.unreachable("rds"), 4);

        Attempts.Round round = attempts.begin(Subject.DATABASES);
        round.put(board, "main", Reading.known("there", clock.instant()));
        round.end();

        assertThat(attempts.pause(Subject.DATABASES)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aThrottledFigureSaysWhenItIsReallyTriedAgain() {
        pausesAfter(Subject.DATABASES, Failure.throttled("rds:DescribeDBInstances"), 3);

        assertThat(board.get("main").problem().flatMap(Failure::retryAt)).hasValue(NOW.plus(attempts.pause(
                Subject.DATABASES)));
    }

    @Test
    void credentialsThatAreNoLongerTakenAreNoticed() {
        Attempts.Round round = attempts.begin(Subject.SERVICES);
        round.put(board, "api", Reading.unknown(Failure.expired("work"), clock.instant()));

        assertThat(round.end()).isTrue();
    }

    private List<Duration> pausesAfter(Subject subject, Failure failure, int times) {
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < times; i++) {
            Attempts.Round round = attempts.begin(subject);
            round.put(board, "main", Reading.unknown(failure, clock.instant()));
            round.end();
            pauses.add(attempts.pause(subject));
        }
        return pauses;
    }
}
