package io.watchdeck.aws;

import io.watchdeck.delivery.PipelineState;
import io.watchdeck.delivery.PipelineState.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionExecution;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.StageState;

/// A pipeline of CodePipeline to ours.
final class PipelineMapper {

    private PipelineMapper() {}

    /// @throws IllegalArgumentException when there is no stage: every pipeline has two or more
    static PipelineState pipeline(String name, GetPipelineStateResponse answer) {
        if (answer.stageStates().isEmpty()) {
            throw new IllegalArgumentException("the pipeline has no stages");
        }
        return new PipelineState(name, answer.stageStates().stream().map(PipelineMapper::stage).toList());
    }

    private static Stage stage(StageState stage) {
        String status = stage.latestExecution() == null ? "" : text(stage.latestExecution().statusAsString());
        Optional<ActionState> deciding = status.isEmpty() ? Optional.empty()
                : deciding(stage.actionStates(), status);
        Optional<ActionExecution> execution = deciding.map(ActionState::latestExecution);
        return new Stage(text(stage.stageName()), status, deciding.map(action -> text(action.actionName())).orElse(""),
                execution.map(PipelineMapper::sentence).orElse(""), execution.map(ActionExecution::lastStatusChange),
                status.equals("InProgress") && execution.filter(PipelineMapper::isOpenApproval).isPresent());
    }

    /// The actions that have the stage's own status, or else all: of those the one that changed last. In a failed
    /// stage the one that failed first, which is why the others were stopped. A person who has to approve comes before
    /// all that is in progress: nothing else will bring the stage on.
    private static Optional<ActionState> deciding(List<ActionState> actions, String status) {
        List<ActionState> ran = actions.stream().filter(action -> action.latestExecution() != null).toList();
        List<ActionState> same = ran.stream()
                .filter(action -> status.equals(action.latestExecution().statusAsString())).toList();
        Comparator<ActionState> byTime = Comparator.comparing(action -> Objects.requireNonNullElse(
                action.latestExecution().lastStatusChange(), Instant.EPOCH));
        if (status.equals("Failed") && !same.isEmpty()) {
            return same.stream().min(byTime);
        }
        return same.stream().filter(action -> isOpenApproval(action.latestExecution())).findFirst()
                .or(() -> (same.isEmpty() ? ran : same).stream().max(byTime));
    }

    /// The state does not tell the kinds of its actions, but only a manual approval that waits for its answer has a
    /// token.
    private static boolean isOpenApproval(ActionExecution execution) {
        return "InProgress".equals(execution.statusAsString()) && !text(execution.token()).isEmpty();
    }

    private static String sentence(ActionExecution execution) {
        String error = execution.errorDetails() == null ? ""
                : text(execution.errorDetails().message()).isEmpty() ? text(execution.errorDetails().code())
                : text(execution.errorDetails().message());
        return error.isEmpty() ? text(execution.summary()) : error;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
