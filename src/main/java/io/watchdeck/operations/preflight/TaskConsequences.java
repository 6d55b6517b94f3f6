package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.List;
import java.util.Optional;

/// What follows from stopping one task.
record TaskConsequences(ServiceFacts service) {

    List<Consequence> of(Operation.StopTask stop) {
        return switch (service.tasks()) {
            case Reading.Unknown<List<TaskState>>(Failure failure, var _) ->
                List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<List<TaskState>>(var tasks, var _) -> of(stop, tasks);
        };
    }

    private List<Consequence> of(Operation.StopTask stop, List<TaskState> tasks) {
        Optional<TaskState> found = tasks.stream().filter(task -> task.arn().equals(stop.task())).findFirst();
        if (found.isEmpty() || found.get().isStopped() || found.get().desiredStatus().equals("STOPPED")) {
            return List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.task.over"));
        }
        ServiceState state = service.present();
        TaskState task = found.get();
        long others = tasks.stream().filter(TaskState::isRunning).filter(one -> !one.arn().equals(task.arn())).count();
        Consequence replaced = others == 0 && task.isRunning()
                ? Consequence.of(Topic.TASKS, Weight.WARNING, "operation.task.last", task.id())
                : Consequence.of(Topic.TASKS, Weight.TOLD, "operation.task.replaced", task.id(), others);
        Consequence stopping = Consequence.of(Topic.STOPPING, Weight.TOLD, "operation.task.stopping");
        return state.desired()
                == 0 ? List.of(Consequence.of(Topic.TASKS, Weight.TOLD, "operation.task.notReplaced", task.id()),
                        stopping) : List.of(replaced, stopping);
    }
}
