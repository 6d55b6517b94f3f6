package io.watchdeck.sandbox.jobs;

/// A message. On a standard queue it is destroyed when its retention ends after `sentAt`, also in a dead-letter queue.
///
/// @param sentAt   when it was first sent, in seconds of the epoch
/// @param queuedAt when it came into the queue it is in; later than `sentAt` for a dead letter
/// @param receives how often it has been received
public record SimulatedMessage(String id, String body, long sentAt, long queuedAt, int receives) {

    public static SimulatedMessage sent(String id, String body, long now) {
        return new SimulatedMessage(id, body, now, now, 0);
    }

    public SimulatedMessage movedAt(long now, int receivesSoFar) {
        return new SimulatedMessage(id, body, sentAt, now, receivesSoFar);
    }

    /// As a redrive moves it back: SQS makes it a new message.
    SimulatedMessage redriven(String newId, long now) {
        return new SimulatedMessage(newId, body, now, now, 0);
    }
}
