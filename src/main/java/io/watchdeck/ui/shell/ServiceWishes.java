package io.watchdeck.ui.shell;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a person may want to change of one service, as its dialogs first show it.
///
/// @param state as it was last read; empty while that is not known
/// @param tasks that run
public record ServiceWishes(StackId stack, ServiceKey service, Optional<ServiceState> state, List<TaskState> tasks) {

    public ServiceWishes {
        tasks = List.copyOf(tasks);
    }

    /// Of the service of this name; empty where the stack has none.
    public static Optional<ServiceWishes> of(StackSnapshot stack, String name) {
        return stack.services().stream().filter(one -> one.spec().name().equals(name)).findFirst()
                .map(one -> of(stack, one));
    }

    /// Of a service of the stack.
    static ServiceWishes of(StackSnapshot stack, StackSnapshot.Service service) {
        return new ServiceWishes(stack.file().id(), new ServiceKey(stack.file().cluster(), service.spec().name()),
                service.state().state().latest(),
                service.tasks().state().latest().orElse(List.of()).stream().filter(TaskState::isRunning).toList());
    }

    /// Of every service of a stack, in the order of its file.
    public static List<ServiceWishes> all(StackSnapshot stack) {
        return stack.services().stream().flatMap(one -> of(stack, one.spec().name()).stream()).toList();
    }

    /// The count that is wanted now; none while that is not known, which cannot be confirmed.
    public Operation scale() {
        return new Operation.Scale(stack, service,
                state.map(ServiceState::desired).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                Optional.empty());
    }

    public Operation deploy() {
        return new Operation.ForceDeployment(stack, service);
    }

    /// To what runs now, until another revision is chosen.
    public Operation rollBack() {
        return new Operation.RollBack(stack, service, state.map(ServiceState::taskDefinition).orElse(""));
    }

    /// Of whatever deployment is under way.
    public Operation stopDeployment() {
        return new Operation.StopDeployment(stack, service, "");
    }

    /// The weights that are in force now.
    public Operation spotWeight() {
        return new Operation.SpotWeight(stack, service, state.map(ServiceState::strategy).orElse(List.of()), false);
    }

    public Operation stop(TaskState task) {
        return new Operation.StopTask(stack, service, task.arn());
    }

    public boolean isDeploying() {
        return state.filter(one -> one.deployments().size() > 1
                || one.deployments().stream().anyMatch(deployment -> deployment.inProgress())).isPresent();
    }
}
