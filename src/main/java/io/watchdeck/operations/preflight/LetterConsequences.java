package io.watchdeck.operations.preflight;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What follows from moving the messages of a dead-letter queue back, from ending that, and from destroying messages.
record LetterConsequences(Facts facts, LetterFacts letters) {

    private static final int MOST_A_SECOND = 500;

    List<Consequence> redrive(Operation.Redrive redrive) {
        return switch (letters.queue()) {
            case Reading.Unknown<QueueState>(Failure failure, var _) ->
                List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<QueueState>(var queue, var _) -> redrive(redrive, queue);
        };
    }

    private List<Consequence> redrive(Operation.Redrive redrive, QueueState queue) {
        Optional<Consequence> refused = refused(redrive);
        if (letters.messages() == 0) {
            return refused.stream().toList();
        }
        var all = new ArrayList<Consequence>();
        refused.ifPresent(all::add);
        List<String> sources = ServiceFacts.known(letters.sources()).orElse(List.of());
        all.add(messages());
        all.add(Consequence.of(Topic.MOVING, Weight.TOLD,
                queue.fifo() ? "operation.redrive.allFifo" : "operation.redrive.all"));
        hidden(queue).ifPresent(all::add);
        all.addAll(consumers());
        letters.bounced().map(this::bounced).ifPresent(all::add);
        bounce(sources).ifPresent(all::add);
        all.add(looked());
        return all;
    }

    /// A redrive begins at once and moves nothing while all is hidden. SQS may count what is hidden up to a minute late: of
    /// a look of this console it is known without.
    private Optional<Consequence> hidden(QueueState queue) {
        Optional<Instant> until = letters.look().map(OwnFacts.Look::hidden).filter(at -> at.isAfter(facts.asOf()));
        long hidden = until.isPresent()
                ? Math.max(queue.inFlight(), Math.min(letters.lookedAt(), letters.messages())) : queue.inFlight();
        if (hidden == 0) {
            return Optional.empty();
        }
        return Optional.of(until
                .map(at -> Consequence.of(Topic.MOVING, Weight.WARNING, "operation.redrive.hidden", hidden,
                        letters.messages(), new When(at, facts.asOf()), Duration.between(facts.asOf(), at)))
                .orElseGet(() -> Consequence.of(Topic.MOVING, Weight.WARNING, "operation.redrive.hiddenElse", hidden,
                        letters.messages())));
    }

    /// How many go where.
    private Consequence messages() {
        return switch (letters.sources()) {
            case Reading.Unknown<List<String>>(Failure failure, var _) -> Consequence.of(Topic.MESSAGES, Weight.UNKNOWN,
                    "operation.redrive.sourcesUnknown", letters.messages(), failure.sentence());
            case Reading.Known<List<String>>(var sources, var _) -> Consequence.of(Topic.MESSAGES, Weight.TOLD,
                    sources.size() > 1 ? "operation.redrive.many" : "operation.redrive.messages", letters.messages(),
                    String.join(", ", sources));
        };
    }

    private Optional<Consequence> refused(Operation.Redrive redrive) {
        if (redrive.perSecond().isPresent()
                && (redrive.perSecond().getAsInt() < 1 || redrive.perSecond().getAsInt() > MOST_A_SECOND)) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.rate", MOST_A_SECOND));
        }
        if (letters.messages() == 0) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.empty"));
        }
        if (letters.sources() instanceof Reading.Known<List<String>>(var names, var _) && names.isEmpty()) {
            return Optional
                    .of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.noSource", letters.name()));
        }
        return ServiceFacts.known(letters.redrives()).flatMap(all -> all.stream()
                .filter(RedriveTask::isUnderWay).findFirst())
                .map(task -> Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.running",
                        new When(task.startedAt(), facts.asOf()), task.moved()));
    }

    /// Who takes the messages, as far as that is known.
    private List<Consequence> consumers() {
        var all = new ArrayList<Consequence>();
        letters.pipes().forEach((name, reading) -> all.add(switch (reading) {
            case Reading.Known<PipeState>(var pipe, var _) -> pipe.isRunning()
                    ? Consequence.of(Topic.CONSUMER, Weight.FINE, "operation.redrive.pipe", name)
                    : Consequence.of(Topic.CONSUMER, Weight.WARNING, "operation.redrive.pipeStopped", name,
                            pipe.state());
            case Reading.Unknown<PipeState>(Failure failure, var _) ->
                Consequence.of(Topic.CONSUMER, Weight.UNKNOWN, "operation.redrive.pipeUnknown", name,
                        failure.sentence());
        }));
        if (letters.redrives() instanceof Reading.Unknown<List<RedriveTask>>(Failure failure, var _)) {
            all.add(Consequence.of(Topic.MOVING, Weight.UNKNOWN, "operation.redrive.tasksUnknown", failure.sentence()));
        }
        return all;
    }

    private Consequence bounced(OwnFacts.Bounced last) {
        return Consequence.of(Topic.RETURN, Weight.WARNING, "operation.redrive.bounced", last.back(), last.moved(),
                new When(last.begun(), facts.asOf()));
    }

    /// When what fails again is back, by the source with the longest way.
    private Optional<Consequence> bounce(List<String> sources) {
        List<String> unread = sources.stream()
                .filter(name -> !(letters.sourceStates().get(name) instanceof Reading.Known<?>)).toList();
        if (!unread.isEmpty()) {
            return Optional.of(Consequence.of(Topic.RETURN, Weight.TOLD, "operation.redrive.backUnknown",
                    String.join(", ", unread)));
        }
        return sources.stream().map(letters.sourceStates()::get).filter(Objects::nonNull)
                .flatMap(reading -> ServiceFacts.known(reading).stream()).flatMap(source -> source.redrive().stream()
                        .map(policy -> source.visibility().multipliedBy(policy.maxReceiveCount())))
                .max(Duration::compareTo)
                .map(back -> Consequence.of(Topic.RETURN, Weight.TOLD, "operation.redrive.back", back));
    }

    private Consequence looked() {
        if (letters.look().isEmpty()) {
            return Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.redrive.notLooked");
        }
        if (letters.isSeen()) {
            return Consequence.of(Topic.LOOKED, Weight.FINE, "operation.redrive.looked", letters.lookedAt());
        }
        return letters.outdated().map(at -> Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.redrive.lookedBefore",
                letters.lookedAt(), letters.messages(), new When(at, facts.asOf())))
                .orElseGet(() -> Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.redrive.lookedPartly",
                        letters.lookedAt(), letters.messages()));
    }

    /// Only a look at what is there now reassures.
    private Consequence seen() {
        if (letters.messages() > 0 && letters.look().isEmpty()) {
            return Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.unseen", letters.messages());
        }
        if (letters.isSeen()) {
            return Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.purge.looked", letters.lookedAt(),
                    new When(letters.look().orElseThrow().since(), facts.asOf()));
        }
        return letters.outdated().map(at -> Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.outdated",
                letters.messages(), letters.lookedAt(), new When(at, facts.asOf())))
                .orElseGet(() -> Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.notLooked",
                        letters.lookedAt(), letters.messages()));
    }

    List<Consequence> cancel() {
        Consequence moved = Consequence.of(Topic.MOVING, Weight.TOLD, "operation.redrive.cancel");
        return letters.redrives() instanceof Reading.Unknown<List<RedriveTask>>(Failure failure, var _)
                ? List.of(moved, Consequence.of(Topic.MOVING, Weight.UNKNOWN, "operation.redrive.cancelUnknown",
                        failure.sentence()))
                : List.of(moved);
    }

    List<Consequence> purge() {
        if (letters.queue() instanceof Reading.Unknown<QueueState>(Failure failure, var _)) {
            return List
                    .of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
        }
        return List.of(
                Consequence.of(Topic.MESSAGES, Weight.WARNING, "operation.purge.messages", letters.messages())
                        .from(Phrase.of("operation.value", letters.messages()), Phrase.of("operation.value", 0)),
                Consequence.of(Topic.MOVING, Weight.TOLD, "operation.purge.time"),
                seen());
    }
}
