package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.queues.QueueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The requests of an operation, with the fields that it changes and no others.
final class Steps {

    private Steps() {}

    static List<Step> of(Operation operation, Facts facts, String reason) {
        return switch (operation) {
            case Operation.ForceDeployment force ->
                List.of(new Step.Update(force.service(), ServiceChange.newDeployment()));
            case Operation.RollBack back ->
                List.of(new Step.Update(back.service(), ServiceChange.taskDefinition(back.taskDefinition())));
            case Operation.StopDeployment stop -> List.of(new Step.StopDeployment(stop.deployment()));
            case Operation.Scale scale -> scale(scale, facts);
            case Operation.SpotWeight spot -> List.of(new Step.Update(spot.service(), weight(spot, facts)));
            case Operation.StopTask stop ->
                List.of(new Step.StopTask(stop.service().cluster(), stop.task(), reason));
            case Operation.Resubmit jobs -> facts.jobs().map(known -> jobs.jobs().stream()
                    .flatMap(job -> known.order(job).stream())
                    .<Step>map(order -> new Step.Resubmit(jobs.queue(), order)).toList()).orElse(List.of());
            case Operation.Redrive redrive ->
                arn(facts).<Step>map(arn -> new Step.StartRedrive(redrive.queue(), arn, redrive.perSecond())).toList();
            case Operation.CancelRedrive cancel -> List.of(new Step.CancelRedrive(cancel.handle()));
            case Operation.Purge purge -> facts.letters()
                    .<Step>map(letters -> new Step.Purge(purge.queue(), url(letters))).stream().toList();
        };
    }

    /// Weights that stay are not sent with a deployment that is to move tasks by them.
    private static ServiceChange weight(Operation.SpotWeight spot, Facts facts) {
        boolean stays = facts.baseline().strategy().equals(spot.strategy());
        return spot.force() && stays ? ServiceChange.newDeployment()
                : ServiceChange.strategy(spot.strategy(), spot.force());
    }

    /// The range first: a count outside the old one would be set back, and a count that the new one leaves out is moved
    /// into it before the count is sent.
    private static List<Step> scale(Operation.Scale scale, Facts facts) {
        var steps = new ArrayList<Step>();
        scale.range()
                .filter(range -> !facts.service().flatMap(ServiceFacts::scaling).equals(Optional.of(range)))
                .ifPresent(range -> steps.add(new Step.SetRange(scale.service(), range)));
        var now = facts.baseline().desired();
        if (scale.desired().isPresent() && !scale.desired().equals(now)) {
            steps.add(new Step.Update(scale.service(), ServiceChange.desired(scale.desired().getAsInt())));
        }
        return steps;
    }

    private static Stream<String> arn(Facts facts) {
        return facts.letters().flatMap(letters -> ServiceFacts.known(letters.queue())).map(QueueState::arn).stream();
    }

    /// As SQS told it. Where it did not, the request asks for it first, and what is shown says so: nobody can build it,
    /// because the endpoint need not be AWS's own.
    private static String url(LetterFacts letters) {
        return ServiceFacts.known(letters.url()).orElseGet(() -> "sqs:GetQueueUrl(" + letters.name() + ")");
    }
}
