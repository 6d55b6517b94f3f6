package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/// SQS's messages and message move tasks to ours.
final class LetterMapper {

    private static final String SENT = "SentTimestamp";
    private static final String FIRST_RECEIVED = "ApproximateFirstReceiveTimestamp";
    private static final String RECEIVES = "ApproximateReceiveCount";
    private static final String SOURCE = "DeadLetterQueueSourceArn";

    private LetterMapper() {}

    /// @throws CallFailed when a message has no time or no count: its age and its receives are never guessed
    static List<DeadLetter> letters(ReceiveMessageResponse answer) {
        return answer.messages().stream().map(LetterMapper::letter).toList();
    }

    private static DeadLetter letter(Message message) {
        var system = new HashMap<>(message.attributesAsStrings());
        Instant sentAt = Instant.ofEpochMilli(number(SENT, system.remove(SENT)));
        Optional<Instant> received = Optional.ofNullable(system.remove(FIRST_RECEIVED))
                .map(at -> Instant.ofEpochMilli(number(FIRST_RECEIVED, at)));
        long receives = number(RECEIVES, system.remove(RECEIVES));
        Optional<String> source = Optional.ofNullable(system.remove(SOURCE));
        var attributes = new HashMap<String, Attribute>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        return new DeadLetter(text(message.messageId()), text(message.body()), sentAt, received,
                Math.toIntExact(receives), source, attributes, system);
    }

    private static Attribute attribute(MessageAttributeValue value) {
        return new Attribute(text(value.dataType()), value.binaryValue() == null ? text(value.stringValue())
                : Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }

    private static long number(String name, @Nullable String value) {
        try {
            return Long.parseLong(text(value));
        } catch (NumberFormatException e) {
            throw new CallFailed(Failure.unexpected("%s is not a number: %s".formatted(name, value))
                    .withAction(AwsApi.RECEIVE_MESSAGE.iamAction()));
        }
    }

    /// @throws CallFailed when it has no time
    static RedriveTask task(ListMessageMoveTasksResultEntry entry) {
        Integer perSecond = entry.maxNumberOfMessagesPerSecond();
        Long moved = entry.approximateNumberOfMessagesMoved();
        Long toMove = entry.approximateNumberOfMessagesToMove();
        if (entry.startedTimestamp() == null) {
            throw new CallFailed(Failure.unexpected("a message move task has no time")
                    .withAction(AwsApi.LIST_MESSAGE_MOVE_TASKS.iamAction()));
        }
        return new RedriveTask(Optional.ofNullable(entry.taskHandle()), text(entry.status()), text(entry.sourceArn()),
                Optional.ofNullable(entry.destinationArn()),
                perSecond == null ? OptionalInt.empty() : OptionalInt.of(perSecond), moved == null ? 0 : moved,
                toMove == null ? OptionalLong.empty() : OptionalLong.of(toMove), text(entry.failureReason()),
                Instant.ofEpochMilli(entry.startedTimestamp()));
    }

    /// The name at the end of a queue's URL.
    static String queue(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
