package io.watchdeck.watch;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Readings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How the readings of an account and Region went lately, and how long each subject rests because of it. Any thread;
/// each subject at most once at a time.
final class Attempts {

    private final Rhythm rhythm;
    private final Clock clock;
    /// Rounds in a row that ended with a failure that may pass.
    private final Map<Subject, Integer> failed = new ConcurrentHashMap<>();
    private volatile Optional<Instant> answeredAt = Optional.empty();

    Attempts(Rhythm rhythm, Clock clock) {
        this.rhythm = rhythm;
        this.clock = clock;
    }

    Round begin(Subject subject) {
        return new Round(subject);
    }

    /// From the end of a reading to the begin of the next.
    Duration pause(Subject subject) {
        return rhythm.after(subject, failed.getOrDefault(subject, 0));
    }

    /// When AWS last answered anything, be it that something is not permitted or not there; empty before the first time.
    Optional<Instant> answeredAt() {
        return answeredAt;
    }

    private static boolean isAnswer(Failure failure) {
        return switch (failure.kind()) {
            case DENIED, NOT_FOUND, ABSENT -> true;
            case EXPIRED, THROTTLED, UNREACHABLE, WRONG_ACCOUNT, NOT_KEPT, CAPPED, UNEXPECTED -> false;
        };
    }

    /// One reading of a subject, which puts its answers on the board and tells a throttled one when the next try is.
    final class Round {

        private final Subject subject;
        private final Duration untilNext;
        private boolean mayPass;
        private boolean expired;

        private Round(Subject subject) {
            this.subject = subject;
            untilNext = rhythm.after(subject, failed.getOrDefault(subject, 0) + 1);
        }

        <K, V> void put(Readings<K, V> board, K key, Reading<V> reading) {
            board.accept(key, noted(reading));
        }

        <K, V> void putAll(Readings<K, V> board, Map<K, Reading<V>> readings) {
            readings.forEach((key, reading) -> put(board, key, reading));
        }

        private <V> Reading<V> noted(Reading<V> reading) {
            if (!(reading instanceof Reading.Unknown<V>(var failure, var at))) {
                answeredAt = Optional.of(clock.instant());
                return reading;
            }
            if (isAnswer(failure)) {
                answeredAt = Optional.of(clock.instant());
            }
            expired |= failure.kind() == Failure.Kind.EXPIRED;
            mayPass |= mayPass(failure);
            return failure.kind() == Failure.Kind.THROTTLED
                    ? Reading.unknown(failure.withRetryAt(clock.instant().plus(untilNext)), at) : reading;
        }

        /// A single metric that is not taken is no reason to ask for all of them sooner, which costs.
        private boolean mayPass(Failure failure) {
            return switch (failure.kind()) {
                case THROTTLED, UNREACHABLE -> true;
                case UNEXPECTED -> subject != Subject.METRICS;
                case EXPIRED, DENIED, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT, CAPPED -> false;
            };
        }

        /// Whether something failed that is worth another try soon.
        boolean mayPass() {
            return mayPass;
        }

        /// @return whether AWS said that the credentials are no longer valid
        boolean end() {
            failed.compute(subject, (_, before) -> mayPass ? (before == null ? 0 : before) + 1 : null);
            return expired;
        }
    }
}
