package io.watchdeck.delivery;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.delivery.PipelineState.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [PipelineSource] keeps. The pipeline is `release`, with the stages Source, Build and Deploy.
public abstract class PipelineSourceContract {

    protected static final String PIPELINE = "release";

    /// Source succeeded; Build has this status, decided by the action `build-app`, whose summary is
    /// "exit code 1"; Deploy never ran.
    protected abstract PipelineSource withBuild(String status);

    /// Source and Build succeeded; a stage `Approval` before Deploy waits for a person.
    protected abstract PipelineSource waitingForApproval();

    protected abstract PipelineSource denied();

    protected abstract PipelineSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withBuild("Succeeded").pipelines(List.of())).isEmpty();
    }

    @Test
    void stagesAreInTheOrderOfThePipeline() {
        PipelineState pipeline = read(withBuild("Succeeded"));

        assertThat(pipeline.name()).isEqualTo(PIPELINE);
        assertThat(pipeline.stages()).extracting(Stage::name).containsExactly("Source", "Build", "Deploy");
        assertThat(pipeline.failed()).isFalse();
    }

    @Test
    void aFailedStageTellsItsActionAndWhy() {
        PipelineState pipeline = read(withBuild("Failed"));

        assertThat(pipeline.failed()).isTrue();
        assertThat(pipeline.deciding()).hasValueSatisfying(stage -> {
            assertThat(stage.name()).isEqualTo("Build");
            assertThat(stage.action()).isEqualTo("build-app");
            assertThat(stage.summary()).isEqualTo("exit code 1");
            assertThat(stage.since()).isPresent();
            assertThat(stage.waitsForApproval()).isFalse();
        });
    }

    @Test
    void aStageThatNeverRanHasNoStatus() {
        assertThat(read(withBuild("Failed")).stages().getLast()).satisfies(stage -> {
            assertThat(stage.status()).isEmpty();
            assertThat(stage.since()).isEmpty();
        });
    }

    @Test
    void aStageThatWaitsForAPersonSaysSo() {
        assertThat(read(waitingForApproval()).deciding()).hasValueSatisfying(stage -> {
            assertThat(stage.name()).isEqualTo("Approval");
            assertThat(stage.status()).isEqualTo("InProgress");
            assertThat(stage.waitsForApproval()).isTrue();
        });
    }

    @Test
    void aStatusThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(read(withBuild("Procrastinating")).stages().get(1).status()).isEqualTo("Procrastinating");
    }

    @Test
    void aPipelineThatDoesNotExistIsNotFound() {
        assertNotFound(withBuild("Succeeded").pipelines(List.of("no-such-pipeline")).get("no-such-pipeline"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().pipelines(List.of(PIPELINE)).get(PIPELINE), "codepipeline:GetPipelineState");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().pipelines(List.of(PIPELINE)).get(PIPELINE));
    }

    private static PipelineState read(PipelineSource source) {
        return value(source.pipelines(List.of(PIPELINE)).get(PIPELINE));
    }
}
