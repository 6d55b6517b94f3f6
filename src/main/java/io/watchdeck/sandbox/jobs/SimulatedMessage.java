package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A message. On a standard queue it is destroyed when its retention ends after `sentAt`, also in a dead-letter queue.
///
/// @param attributes      message attributes by name
/// @param sentAt          when it was first sent, in seconds of the epoch
/// @param queuedAt        when it came into the queue it is in; later than `sentAt` for a dead letter
/// @param receives        how often it has been received
/// @param firstReceivedAt when it was received first
/// @param source          ARN of the queue it was dead-lettered from
public record SimulatedMessage(String id, String body, Map<String, Attribute> attributes, long sentAt, long queuedAt,
        int receives, OptionalLong firstReceivedAt, Optional<String> source) {

    public SimulatedMessage {
        attributes = Map.copyOf(attributes);
    }

    public static SimulatedMessage sent(String id, String body, long now) {
        return new SimulatedMessage(id, body, Map.of(), now, now, 0, OptionalLong.empty(), Optional.empty());
    }

    /// The same with another body.
    public SimulatedMessage saying(String words) {
        return new SimulatedMessage(id, words, attributes, sentAt, queuedAt, receives, firstReceivedAt, source);
    }

    /// The same with these message attributes.
    public SimulatedMessage with(Map<String, Attribute> others) {
        return new SimulatedMessage(id, body, others, sentAt, queuedAt, receives, firstReceivedAt, source);
    }

    SimulatedMessage received(long now) {
        return new SimulatedMessage(id, body, attributes, sentAt, queuedAt, receives + 1,
                firstReceivedAt.isPresent() ? firstReceivedAt : OptionalLong.of(now), source);
    }

    /// As it lies in a dead-letter queue.
    ///
    /// @param least it was received so often at least
    SimulatedMessage dead(String from, int least, long now) {
        return new SimulatedMessage(id, body, attributes, sentAt, now, Math.max(receives, least),
                firstReceivedAt.isPresent() ? firstReceivedAt : OptionalLong.of(sentAt + 1), Optional.of(from));
    }

    /// As a redrive moves it back: SQS makes it a new message.
    SimulatedMessage redriven(String newId, long now) {
        return new SimulatedMessage(newId, body, attributes, now, now, 0, OptionalLong.empty(), Optional.empty());
    }

    DeadLetter view() {
        return new DeadLetter(id, body, Instant.ofEpochSecond(sentAt),
                firstReceivedAt.stream().mapToObj(Instant::ofEpochSecond).findFirst(), receives, source, attributes,
                Map.of());
    }
}
