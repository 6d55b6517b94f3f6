package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.Baseline;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.util.List;
import java.util.Map;

/// What was read of a queue for an operation on it.
///
/// @param sources  the queues whose dead letters come here
/// @param redrives newest first
/// @param pipes    those that empty one of the sources
/// @param looked   the body hashes of the messages that somebody has looked at lately, each with how many of them there
///                 were
public record LetterFacts(String name, Reading<QueueState> queue, Reading<List<String>> sources,
        Map<String, Reading<QueueState>> sourceStates, Reading<List<RedriveTask>> redrives,
        Map<String, Reading<PipeState>> pipes, Map<String, Integer> looked) {

    public LetterFacts {
        sourceStates = Map.copyOf(sourceStates);
        pipes = Map.copyOf(pipes);
        looked = Map.copyOf(looked);
    }

    /// Messages in the queue, those that are hidden by a look included; 0 where that is not known.
    long messages() {
        return ServiceFacts.known(queue).map(found -> found.visible() + found.inFlight() + found.delayed()).orElse(0L);
    }

    int lookedAt() {
        return looked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The hashes tell of every message, or of none.
    Baseline baseline() {
        return Baseline.ofMessages(messages(), lookedAt() >= messages() ? looked : Map.of());
    }
}
