package io.watchdeck.operations;

import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ScalingControl;
import io.watchdeck.fleet.rollout.ServiceControl;
import io.watchdeck.queues.JobControl;
import io.watchdeck.queues.letters.QueueControl;
import io.watchdeck.queues.letters.RedriveSource;

/// The ports of one account and Region that operations need beyond those that are watched: the four that change the
/// cloud, and the readings that only a change wants.
public record Controls(ServiceControl services, ScalingControl scaling, QueueControl queues, JobControl jobs,
        DeploymentSource deployments, RedriveSource redrives) {}
