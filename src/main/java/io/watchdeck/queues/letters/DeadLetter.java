package io.watchdeck.queues.letters;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One message as a receive showed it.
///
/// @param id              `MessageId`; a redrive gives the message another
/// @param body            as it is: any text, whatever control characters it holds
/// @param sentAt          `SentTimestamp`: on a standard queue that of the first send, from which its retention counts
/// @param firstReceivedAt `ApproximateFirstReceiveTimestamp`
/// @param receives        `ApproximateReceiveCount`, this receive counted
/// @param source          ARN of the queue it was dead-lettered from; empty where SQS does not say
/// @param attributes      message attributes as text, binary ones in Base64
/// @param system          the other system attributes, by SQS's names
public record DeadLetter(String id, String body, Instant sentAt, Optional<Instant> firstReceivedAt, int receives,
        Optional<String> source, Map<String, Attribute> attributes, Map<String, String> system) {

    public DeadLetter {
        attributes = Map.copyOf(attributes);
        system = Map.copyOf(system);
    }

    /// @param type `String`, `Number` or `Binary`, with whatever the sender added, such as `Number.int`
    public record Attribute(String type, String value) {}

    /// By which a message is known again after a redrive, which changes its id: 32 hexadecimal digits, the first half of
    /// the SHA-256 of its body. Two messages with one body have one hash.
    public String hash() {
        return Hashes.of(body);
    }
}
