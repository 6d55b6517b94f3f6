package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// Everything about the selected service.
///
/// @param scaling the autoscaling range with its policies, or empty
/// @param prices  of one of its tasks, by the plan and by the bill
/// @param absence why nothing is known of it
record ServiceDetail(String name, String scaling, List<PriceLine> prices, AwsReference reference,
        Optional<Absence> absence,
        Age age,
        Age tasksAge,
        List<DeploymentLine> deployments, String taskSummary, Optional<Absence> tasksAbsence, List<TaskLine> tasks,
        TargetLines.Targets targets, ActivityLines.Activities activities, List<EventLine> events) {

    ServiceDetail {
        prices = List.copyOf(prices);
        deployments = List.copyOf(deployments);
        tasks = List.copyOf(tasks);
        events = List.copyOf(events);
    }

    /// @param reason     AWS's own sentence about the rollout, with short names, or empty
    /// @param fullReason the same as AWS wrote it
    record DeploymentLine(boolean primary, String revision, String badge, Tone tone, String started, String startedFull,
            String definition, String counts, Tone countsTone, String reason, String fullReason) {}

    /// One task, or several that are alike.
    ///
    /// @param id         short, or empty for several
    /// @param when       the time with the word for what happened then
    /// @param whenFull   day and time, here and in UTC; of each task, for several
    /// @param reason     AWS's own sentence, with short names, or empty
    /// @param fullReason the same as AWS wrote it
    record TaskLine(String id, Tone tone, boolean stopped, String title, String zone, String when, String whenFull,
            String reason, String fullReason, Optional<AwsReference> reference) {}

    record EventLine(String time, String text, Tone tone, String full) {}
}
