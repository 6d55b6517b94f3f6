package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.cost.CostSource;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.delivery.PipelineSource;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TaskDefinitionSource;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.identity.IdentitySource;
import io.watchdeck.logs.LogSource;
import io.watchdeck.metrics.MetricSource;
import io.watchdeck.queues.BatchSource;
import io.watchdeck.queues.PipeSource;
import io.watchdeck.queues.QueueSource;
import java.util.Optional;

/// The ports of one account and Region. A port that this implementation does not have is empty, and its figures are
/// `NOT_KEPT`: never zero, never missing without a word.
public record Cloud(IdentitySource identity, FleetSource fleet, MetricSource metrics, AlarmSource alarms,
        QueueSource queues, Optional<ScalingSource> scaling, Optional<DatabaseSource> databases,
        Optional<BatchSource> batch, Optional<PipeSource> pipes, Optional<PipelineSource> pipelines,
        Optional<CostSource> cost, Optional<BudgetSource> budgets, Optional<TargetHealthSource> targets,
        Optional<LogSource> logs, Optional<TaskDefinitionSource> definitions,
        Optional<DeploymentSource> rollouts) {

    /// One that does not tell what services are made from.
    public Cloud(IdentitySource identity, FleetSource fleet, MetricSource metrics, AlarmSource alarms,
            QueueSource queues, Optional<ScalingSource> scaling, Optional<DatabaseSource> databases,
            Optional<BatchSource> batch, Optional<PipeSource> pipes, Optional<PipelineSource> pipelines,
            Optional<CostSource> cost, Optional<BudgetSource> budgets, Optional<TargetHealthSource> targets,
            Optional<LogSource> logs, Optional<TaskDefinitionSource> definitions) {
        this(identity, fleet, metrics, alarms, queues, scaling, databases, batch, pipes, pipelines, cost, budgets,
                targets, logs, definitions, Optional.empty());
    }
}
