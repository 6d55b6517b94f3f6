package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What follows from an operation, in the order of the dialog.
record Consequences(List<Consequence> all, Optional<Headroom> headroom) {

    Consequences {
        all = all.stream().sorted(Comparator.comparing(Consequence::topic)).toList();
    }

    static Consequences of(Operation operation, Facts facts) {
        return switch (operation) {
            case Operation.OfService on -> facts.service().map(service -> of(on, facts, service))
                    .orElseThrow(() -> new IllegalArgumentException("nothing was read of " + operation.target()));
            case Operation.Redrive redrive -> only(new LetterConsequences(facts, letters(facts)).redrive(redrive));
            case Operation.CancelRedrive _ -> only(new LetterConsequences(facts, letters(facts)).cancel());
            case Operation.Purge _ -> only(new LetterConsequences(facts, letters(facts)).purge());
            case Operation.Resubmit jobs -> only(JobConsequences.of(jobs, facts.jobs().orElseThrow()));
        };
    }

    private static LetterFacts letters(Facts facts) {
        return facts.letters().orElseThrow(() -> new IllegalArgumentException("nothing was read of the queue"));
    }

    private static Consequences of(Operation.OfService operation, Facts facts, ServiceFacts service) {
        if (service.state() instanceof Reading.Unknown<?>(var failure, var _)) {
            return only(List
                    .of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence())));
        }
        return switch (operation) {
            case Operation.Scale scale -> new ScaleConsequences(facts, service).of(scale);
            case Operation.ForceDeployment force -> new RolloutConsequences(facts, service).force(force);
            case Operation.RollBack back -> new RolloutConsequences(facts, service).back(back);
            case Operation.StopDeployment stop -> new StopConsequences(facts, service).of(stop);
            case Operation.SpotWeight spot -> new SpotConsequences(facts, service).of(spot);
            case Operation.StopTask stop -> only(new TaskConsequences(service).of(stop));
        };
    }

    private static Consequences only(List<Consequence> all) {
        return new Consequences(all, Optional.empty());
    }
}
