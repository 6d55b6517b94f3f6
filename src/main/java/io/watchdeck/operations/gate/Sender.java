package io.watchdeck.operations.gate;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.Step;

/// Sends a step, once.
record Sender(Controls controls) {

    Sent send(Step step) {
        return switch (step) {
            case Step.Update(var service, var change) -> controls.services().update(service, change);
            case Step.SetRange(var service, var range) ->
                controls.scaling().range(service, range.min(), range.max());
            case Step.StopTask(var cluster, var task, var reason) ->
                controls.services().stopTask(cluster, task, reason);
            case Step.StopDeployment(var deployment) -> controls.services().stopDeployment(deployment);
            case Step.StartRedrive(var queue, var _, var rate) -> controls.queues().redrive(queue, rate);
            case Step.CancelRedrive(var handle) -> controls.queues().cancelRedrive(handle);
            case Step.Purge(var queue, var _) -> controls.queues().purge(queue);
            case Step.Resubmit(var queue, var order) -> controls.jobs().resubmit(queue, order.job());
        };
    }
}
