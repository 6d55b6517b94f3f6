package io.watchdeck.ui.operations;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a dialog says of an operation itself.
record OperationText(Words words) {

    /// Requests that are shown with their fields.
    private static final int CALLS = 4;

    /// Each request, a line each; of many alike the first few.
    String calls(List<Step> steps) {
        int shown = steps.size() > CALLS ? CALLS - 1 : steps.size();
        return Stream.concat(steps.stream().limit(shown).map(OperationText::call),
                steps.size() > shown ? Stream.of(words.say("ui.operation.calls.more", steps.size() - shown))
                        : Stream.of()).collect(Collectors.joining("\n"));
    }

    private static String call(Step step) {
        return step.request().name() + step.request().fields().stream()
                .map(field -> " " + field.name()
                        + (field.values().isEmpty() ? "" : "=" + String.join(" ", field.values())))
                .collect(Collectors.joining());
    }

    /// What its button says.
    String action(Operation wanted) {
        String key = "ui.operation." + wanted.kind().word() + ".action";
        return switch (wanted) {
            case Operation.Scale scale when scale.desired().isPresent() ->
                words.say(key, scale.desired().getAsInt());
            case Operation.Scale _ -> words.say("ui.operation.scale.rangeAction");
            case Operation.RollBack back -> words.say(key,
                    back.taskDefinition().substring(back.taskDefinition().lastIndexOf('/') + 1));
            case Operation.Resubmit jobs -> words.say(key, jobs.jobs().size());
            case Operation.ForceDeployment _,Operation.StopDeployment _,Operation.SpotWeight _,Operation.StopTask _,Operation.Redrive _,Operation.CancelRedrive _,Operation.Purge _ ->
                words.say(key);
        };
    }
}
