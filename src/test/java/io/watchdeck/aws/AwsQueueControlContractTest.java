package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure.Kind;
import io.watchdeck.queues.letters.QueueControlContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestKeys.class)
class AwsQueueControlContractTest extends QueueControlContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected Account withLetters(List<Letter> letters) {
        FakeSqs sqs = new FakeSqs(rig.aws).source(QUEUE, DEAD).queue(DEAD, 0);
        var all = new FakeLetters(rig.aws, sqs);
        letters.forEach(letter -> all.letter(DEAD, QUEUE, AwsRig.NOW.minusSeconds(600), letter.body(),
                letter.attributes()));
        return new Account(rig.connector.controls(rig.access).queues(),
                rig.connector.controls(rig.access).redrives(), rig.cloud.queues());
    }

    @Override
    protected Account denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "no"));
    }

    @Override
    protected Account throttled() {
        return failing(LoopbackAws.jsonError(403, "RequestThrottled", "Request is throttled."));
    }

    private Account failing(LoopbackAws.Answer answer) {
        Account account = withLetters(List.of());
        List.of("ReceiveMessage", "StartMessageMoveTask", "CancelMessageMoveTask", "PurgeQueue")
                .forEach(operation -> rig.aws.on(operation, answer));
        return account;
    }

    @Test
    void aSecondPurgeSaysThatOneIsUnderWay() {
        Account account = withLetters(List.of());
        account.control().purge(DEAD);

        assertThat(account.control().purge(DEAD).toString()).contains("failure.aws.refused", "PurgeQueueInProgress");
    }

    /// The age and the receives of a message are never guessed.
    @ParameterizedTest
    @ValueSource(strings = {"\"ApproximateReceiveCount\":\"1\"", "\"SentTimestamp\":\"1758500000000\"",
            "\"ApproximateReceiveCount\":\"1\",\"SentTimestamp\":\"soon\""})
    void aMessageWithoutATimeOrACountIsNotUnderstood(String attributes) {
        Account account = withLetters(List.of());
        rig.aws.on("ReceiveMessage", LoopbackAws.json("{\"Messages\":[{\"MessageId\":\"1\",\"Body\":\"a\","
                + "\"MD5OfBody\":\"0cc175b9c0f1b6a831c399e269772661\",\"Attributes\":{" + attributes + "}}]}"));

        assertThat(failure(account.control().receive(DEAD, Duration.ZERO)).kind()).isEqualTo(Kind.UNEXPECTED);
    }
}
