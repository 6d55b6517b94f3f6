package io.watchdeck.ui.operations;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts an operation into words: what it is called, what its button says, where it is about, and what is sent.
record OperationText(Words words, StackSnapshot snapshot) {

    /// Requests that are shown with their fields.
    private static final int CALLS = 4;

    String title(Operation wish) {
        return words.say("ui.operation." + wish.kind().word() + ".title", wish.target());
    }

    /// What its button says.
    String action(Operation wanted) {
        String key = "ui.operation." + wanted.kind().word() + ".action";
        return switch (wanted) {
            case Operation.Scale scale when scale.desired().isPresent() ->
                words.say(key, scale.desired().getAsInt());
            case Operation.Scale scale when scale.range().isPresent() ->
                words.say("ui.operation.scale.rangeAction");
            case Operation.Scale _ -> words.say("ui.operation.scale.noAction");
            case Operation.SpotWeight weight when weight.force() -> words.say("ui.operation.spotWeight.forcedAction");
            case Operation.RollBack back -> words.say(key,
                    back.taskDefinition().substring(back.taskDefinition().lastIndexOf('/') + 1));
            case Operation.Resubmit jobs -> words.say(key, jobs.jobs().size());
            case Operation.ForceDeployment _,Operation.StopDeployment _,Operation.SpotWeight _,Operation.StopTask _,Operation.Redrive _,Operation.CancelRedrive _,Operation.Purge _ ->
                words.say(key);
        };
    }

    /// What the gate has against writing to the stack; empty where it is open.
    Optional<String> gate(Optional<LockState> state) {
        return switch (state.orElse(null)) {
            case null -> Optional.of(words.say(Phrase.of("gate.readOnly")));
            case LockState.ReadOnly _ -> Optional.of(words.say(Phrase.of("gate.readOnly")));
            case LockState.Locked() -> Optional.of(words.say("ui.operation.locked", snapshot.file().name()));
            case LockState.Unlocked _,LockState.Free() -> Optional.empty();
        };
    }

    /// How many of what follows are warnings; empty for none.
    String warnings(int count) {
        return count == 0 ? "" : words.say("ui.operation.warnings", count);
    }

    /// Stack, cluster, Region, account.
    String place() {
        return words.say("ui.operation.place", snapshot.file().name(), snapshot.file().cluster(),
                snapshot.file().access().region().code(),
                snapshot.identity().state().latest().map(Identity::account).or(snapshot.file()::account)
                        .orElseGet(() -> words.say("ui.operation.anyAccount")));
    }

    /// The requests with their fields, one a line; of many the first few.
    String calls(List<Step> steps) {
        int shown = steps.size() > CALLS ? CALLS - 1 : steps.size();
        return Stream.concat(steps.stream().limit(shown).map(OperationText::call),
                steps.size() > shown ? Stream.of(words.say("ui.operation.calls.more", steps.size() - shown))
                        : Stream.of())
                .collect(Collectors.joining("\n"));
    }

    private static String call(Step step) {
        return step.request().name() + step.request().fields().stream()
                .map(field -> " " + field.name()
                        + (field.values().isEmpty() ? "" : "=" + String.join(" ", field.values())))
                .collect(Collectors.joining());
    }

    /// The requests as commands of AWS's command line, one a line.
    ///
    /// @param where the options that say where they are sent
    static String commands(List<Step> steps, List<String> where) {
        return steps.stream().map(step -> step.request().command(where)).collect(Collectors.joining("\n"));
    }

    /// What is to be chosen before it can run; empty where that is done.
    Optional<String> choice(Operation wish, Optional<Facts> facts) {
        return facts.flatMap(Facts::jobs).filter(known -> !known.failed().isEmpty())
                .filter(_ -> wish instanceof Operation.Resubmit jobs && jobs.jobs().isEmpty())
                .map(_ -> words.say("ui.operation.jobs.choose"));
    }
}
