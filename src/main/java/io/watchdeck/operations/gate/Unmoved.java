package io.watchdeck.operations.gate;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.FactReader;
import io.watchdeck.operations.preflight.LetterFacts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.operations.preflight.StopView;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a range, a deployment or a queue is still what the person saw, read again just before the request. Blocking.
record Unmoved(Preview preview, FactReader reader) {

    /// Counts of SQS are approximate, and a few letters more change no decision: twice as many, and ten more, do.
    private static final long FEW = 10;

    /// The range that a count is checked against. One that could not be read then need not be readable now.
    ///
    /// @return why the operation is not sent; empty where all is as it was
    Optional<Phrase> range(Operation.Scale scale) {
        Reading<ScalingRange> then = preview.facts().service().orElseThrow().range();
        Reading<ScalingRange> now = reader.range(scale.service());
        if (then instanceof Reading.Known<ScalingRange>
                && now instanceof Reading.Unknown<ScalingRange>(Failure failure, var _)
                && failure.kind() != Failure.Kind.ABSENT) {
            return Optional.of(Phrase.of("gate.unread", failure.sentence()));
        }
        return ends(then).equals(ends(now)) ? Optional.empty()
                : Optional.of(Phrase.of("gate.movedRange", scale.target()));
    }

    private static Optional<Range> ends(Reading<ScalingRange> reading) {
        return known(reading).map(found -> new Range(found.min(), found.max()));
    }

    /// The deployment that is to be stopped. While it goes on its tasks come and those of before leave: more of them may
    /// have to start again than the person was told of, and then it is told anew; fewer change no decision.
    Optional<Phrase> stop(Operation.StopDeployment stop) {
        Reading<ServiceState> state = reader.state(stop.service());
        Reading<List<ServiceDeployment>> deployments = reader.deployments(stop.service());
        Optional<Failure> unread = failure(state).or(() -> failure(deployments));
        return unread.isPresent() ? Optional.of(Phrase.of("gate.unread", unread.get().sentence()))
                : stop(stop, known(state).orElseThrow(), known(deployments).orElseThrow());
    }

    private Optional<Phrase> stop(Operation.StopDeployment stop, ServiceState service,
            List<ServiceDeployment> deployments) {
        ServiceFacts facts = preview.facts().service().orElseThrow();
        StopView then = StopView.of(stop.deployment(), known(facts.state()).orElseThrow(),
                known(facts.deployments()).orElseThrow());
        StopView now = StopView.of(stop.deployment(), service, deployments);
        if (now.status().isEmpty()) {
            return Optional.of(Phrase.of("gate.stopGone", stop.target()));
        }
        if (!now.isStoppable()) {
            return Optional.of(Phrase.of("gate.stopStatus", stop.target(), now.status().get()));
        }
        if (!now.backTo().equals(then.backTo())) {
            return Optional.of(Phrase.of("gate.stopBack", stop.target()));
        }
        return now.started() > then.started()
                ? Optional.of(Phrase.of("gate.stopTasks", now.started(), then.started())) : Optional.empty();
    }

    private static Optional<Failure> failure(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>(Failure failure, var _) ? Optional.of(failure) : Optional.empty();
    }

    /// The messages that are to be moved or destroyed.
    Optional<Phrase> letters() {
        LetterFacts then = preview.facts().letters().orElseThrow();
        return switch (reader.queue(then.name())) {
            case Reading.Unknown<QueueState>(Failure failure, var _) ->
                Optional.of(failure.kind() == Failure.Kind.NOT_FOUND ? Phrase.of("gate.queueGone", then.name())
                        : Phrase.of("gate.unread", failure.sentence()));
            case Reading.Known<QueueState>(var now, var _) -> count(then, now).or(() -> redrive(then));
        };
    }

    private Optional<Phrase> count(LetterFacts then, QueueState queue) {
        OptionalLong before = preview.facts().baseline().messages();
        long now = queue.visible() + queue.inFlight() + queue.delayed();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        if (now == 0 && before.getAsLong() > 0) {
            return Optional.of(Phrase.of("gate.queueEmpty", then.name(), before.getAsLong()));
        }
        return now > before.getAsLong() + Math.max(FEW, before.getAsLong())
                ? Optional.of(Phrase.of("gate.queueGrew", then.name(), now, before.getAsLong())) : Optional.empty();
    }

    /// Another that runs by now moves what this one is about, and SQS lets none run beside it.
    private Optional<Phrase> redrive(LetterFacts then) {
        Set<Instant> seen = known(then.redrives()).stream().flatMap(List::stream).map(RedriveTask::startedAt)
                .collect(Collectors.toSet());
        return switch (reader.redrives(then.name())) {
            case Reading.Unknown<List<RedriveTask>>(Failure failure, var _) ->
                then.redrives() instanceof Reading.Known<List<RedriveTask>>
                        ? Optional.of(Phrase.of("gate.unread", failure.sentence())) : Optional.empty();
            case Reading.Known<List<RedriveTask>>(var now, var _) -> now.stream()
                    .anyMatch(task -> task.isUnderWay() && !seen.contains(task.startedAt()))
                            ? Optional.of(Phrase.of("gate.redriveRuns", then.name())) : Optional.empty();
        };
    }

    private static <T> Optional<T> known(Reading<T> reading) {
        return reading instanceof Reading.Known<T>(T value, var _) ? Optional.of(value) : Optional.empty();
    }
}
