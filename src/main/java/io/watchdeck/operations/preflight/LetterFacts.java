package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.Baseline;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was read of a queue for an operation on it.
///
/// @param url      by which requests name the queue
/// @param sources  the queues whose dead letters come here
/// @param redrives newest first
/// @param pipes    those that empty one of the sources
/// @param look     at its messages; empty where nobody has looked
/// @param bounced  how the newest redrive of it went, where messages came back
public record LetterFacts(String name, Reading<QueueState> queue, Reading<String> url,
        Reading<List<String>> sources,
        Map<String, Reading<QueueState>> sourceStates, Reading<List<RedriveTask>> redrives,
        Map<String, Reading<PipeState>> pipes, Optional<OwnFacts.Look> look,
        Optional<OwnFacts.Bounced> bounced) {

    /// Where nothing has come back.
    public LetterFacts(String name, Reading<QueueState> queue, Reading<String> url, Reading<List<String>> sources,
            Map<String, Reading<QueueState>> sourceStates, Reading<List<RedriveTask>> redrives,
            Map<String, Reading<PipeState>> pipes, Optional<OwnFacts.Look> look) {
        this(name, queue, url, sources, sourceStates, redrives, pipes, look, Optional.empty());
    }

    public LetterFacts {
        sourceStates = Map.copyOf(sourceStates);
        pipes = Map.copyOf(pipes);
    }

    /// Messages in the queue, those that are hidden by a look included; 0 where that is not known.
    long messages() {
        return ServiceFacts.known(queue).map(found -> found.visible() + found.inFlight() + found.delayed()).orElse(0L);
    }

    int lookedAt() {
        return look.map(OwnFacts.Look::count).orElse(0);
    }

    /// When the look was, where it is none at what is there now: since then messages may have been moved away, or there
    /// are fewer than were seen, so that those that are there may be others.
    Optional<Instant> outdated() {
        return look.filter(seen -> lookedAt() > messages()
                || seen.mayBeMoved(ServiceFacts.known(redrives).orElse(List.of()))).map(OwnFacts.Look::since);
    }

    /// Whether every message that is there now has been looked at, as far as counts can tell.
    boolean isSeen() {
        return look.isPresent() && outdated().isEmpty() && lookedAt() == messages();
    }

    /// The hashes tell of every message, or of none.
    Baseline baseline() {
        return queue instanceof Reading.Known<QueueState>
                ? Baseline.ofMessages(messages(), isSeen() ? look.orElseThrow().hashes() : Map.of()) : Baseline.none();
    }
}
