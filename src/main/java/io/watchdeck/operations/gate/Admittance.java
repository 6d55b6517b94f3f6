package io.watchdeck.operations.gate;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Confirmation;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.FactReader;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import java.util.Map;
import java.util.Optional;

/// Whether an operation may run, asked when it is to be sent, whatever a dialog has shown. Blocking.
record Admittance(Locks locks, FactReader reader) {

    /// Why it may not run; empty where it may.
    Optional<Phrase> declined(Preview preview, Confirmed confirmed, StackSnapshot stack) {
        StackFile file = stack.file();
        Operation operation = preview.operation();
        Optional<Phrase> closed = closed(file);
        if (closed.isPresent()) {
            return closed;
        }
        if (preview.isRefused() || preview.steps().isEmpty()) {
            return Optional.of(preview.refusal());
        }
        if (Confirmation.of(operation.kind(), file.environment()) == Confirmation.NAME
                && !confirmed.typed().equals(operation.target())) {
            return Optional.of(Phrase.of("gate.name", operation.target()));
        }
        // What is read takes seconds, in which a person may lock it.
        return otherAccount(stack).or(() -> moved(preview)).or(() -> closed(file));
    }

    private Optional<Phrase> closed(StackFile file) {
        return switch (locks.state(file)) {
            case LockState.ReadOnly _ -> Optional.of(Phrase.of("gate.readOnly"));
            case LockState.Locked() -> Optional.of(Phrase.of("gate.locked", file.name()));
            case LockState.Unlocked _, LockState.Free() -> Optional.empty();
        };
    }

    /// A job that was submitted again since its dialog was told is not submitted once more without a word.
    static Optional<Phrase> again(Preview preview, Reading<Map<String, Resubmitted>> now) {
        if (!(preview.operation() instanceof Operation.Resubmit jobs)
                || !(now instanceof Reading.Known<Map<String, Resubmitted>>(var known, var _))) {
            return Optional.empty();
        }
        return jobs.jobs().stream().filter(job -> !Optional.ofNullable(known.get(job))
                .equals(preview.facts().jobs().flatMap(facts -> facts.again(job)))).findFirst()
                .map(job -> Phrase.of("gate.resubmitted", job));
    }

    /// Nothing is changed in an account of which AWS has not said that it is that of the file.
    private static Optional<Phrase> otherAccount(StackSnapshot stack) {
        Optional<String> wanted = stack.file().account();
        Optional<String> actual = stack.identity().state().latest().map(Identity::account);
        return wanted.isEmpty() || wanted.equals(actual) ? Optional.empty()
                : Optional.of(Phrase.of("gate.account", wanted.get()));
    }

    /// What a person decided on may be another by now.
    private Optional<Phrase> moved(Preview preview) {
        return switch (preview.operation()) {
            case Operation.OfService on -> moved(preview, on).or(() -> switch (on) {
                case Operation.Scale scale -> new Unmoved(preview, reader).range(scale);
                case Operation.StopDeployment stop -> new Unmoved(preview, reader).stop(stop);
                default -> Optional.empty();
            });
            case Operation.Redrive _, Operation.Purge _ -> new Unmoved(preview, reader).letters();
            case Operation.CancelRedrive _, Operation.Resubmit _ -> Optional.empty();
        };
    }

    private Optional<Phrase> moved(Preview preview, Operation.OfService on) {
        return switch (reader.state(on.service())) {
            case Reading.Unknown<ServiceState>(Failure failure, var _) ->
                Optional.of(Phrase.of("gate.unread", failure.sentence()));
            case Reading.Known<ServiceState>(var now, var _) -> isSame(preview.facts().baseline(), now)
                    && (!isAboutDeployment(on) || isSameDeployment(preview.facts().baseline(), now))
                            ? Optional.empty() : Optional.of(Phrase.of("gate.moved", on.target()));
        };
    }

    private static boolean isSame(Baseline then, ServiceState now) {
        return then.desired().isPresent() && then.desired().getAsInt() == now.desired()
                && then.taskDefinition().equals(Optional.of(now.taskDefinition()))
                && then.strategy().equals(now.strategy());
    }

    /// Whether it begins one, or ends that which was there.
    private static boolean isAboutDeployment(Operation.OfService operation) {
        return operation.beginsDeployment() || operation instanceof Operation.StopDeployment;
    }

    /// A deployment that began since the dialog is told to the person before another takes its place, and is not taken for
    /// the one that is to begin now.
    private static boolean isSameDeployment(Baseline then, ServiceState now) {
        return then.deployment().equals(now.primary().map(Deployment::id));
    }
}
