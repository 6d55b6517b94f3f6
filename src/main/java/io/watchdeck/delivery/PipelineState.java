package io.watchdeck.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A CodePipeline pipeline with its stages in order.
public record PipelineState(String name, List<Stage> stages) {
    public PipelineState {
        stages = List.copyOf(stages);
    }

    /// @param status  `InProgress`, `Succeeded`, `Failed`, `Stopped`, `Stopping`, `Cancelled`, `Skipped`; unknown words
    ///                as they are; empty for a stage that never ran
    /// @param action  the action that decides the status
    /// @param summary AWS's own sentence about it, or empty
    /// @param since   when the action reached the status
    /// @param waitsForApproval a manual approval is in progress
    public record Stage(String name, String status, String action, String summary, Optional<Instant> since,
            boolean waitsForApproval) {}

    /// The stage that tells the state of the whole: a failed one, else one in progress, else the last that ran.
    public Optional<Stage> deciding() {
        return withStatus("Failed").or(() -> withStatus("InProgress"))
                .or(() -> stages.stream().filter(stage -> !stage.status().isEmpty()).reduce((_, last) -> last));
    }

    public boolean failed() {
        return withStatus("Failed").isPresent();
    }

    private Optional<Stage> withStatus(String status) {
        return stages.stream().filter(stage -> stage.status().equals(status)).findFirst();
    }
}
