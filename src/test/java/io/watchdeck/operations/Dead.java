package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.NOON;

import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Dead letters and what SQS tells of them, for tests.
public final class Dead {

    private static final String ARN = "arn:aws:sqs:ap-northeast-2:210987654321:";

    private Dead() {}

    public static QueueState queue(String name, long messages) {
        return new QueueState(name, ARN + name, messages, 0, 0, Duration.ofDays(14), Duration.ofSeconds(30), false,
                Optional.empty());
    }

    /// Whose messages are dead letters after three times 900 s.
    public static QueueState source(String name, long messages, String dlq) {
        return new QueueState(name, ARN + name, messages, 0, 0, Duration.ofDays(14), Duration.ofSeconds(900), false,
                Optional.of(new QueueState.RedrivePolicy(ARN + dlq, 3)));
    }

    public static DeadLetter letter(String id, String body, Instant sent) {
        return new DeadLetter(id, body, sent, Optional.empty(), 4, Optional.empty(), Map.of(), Map.of());
    }

    public static DeadLetter letter(String id) {
        return letter(id, "body of " + id, NOON.minusSeconds(3600));
    }

    public static RedriveTask task(String status, long moved, long toMove, Instant begun) {
        return new RedriveTask(status.equals("RUNNING") ? Optional.of("handle") : Optional.empty(), status, ARN + "dlq",
                Optional.empty(), OptionalInt.empty(), moved, OptionalLong.of(toMove), "", begun);
    }
}
