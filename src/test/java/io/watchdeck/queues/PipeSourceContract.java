package io.watchdeck.queues;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [PipeSource] keeps. The pipe is `jobs-to-batch`, from queue `jobs` to a Batch job queue.
public abstract class PipeSourceContract {

    protected static final String PIPE = "jobs-to-batch";

    /// The pipe in this state, with this reason.
    protected abstract PipeSource withState(String state, String reason);

    protected abstract PipeSource denied();

    protected abstract PipeSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withState("RUNNING", "").pipes(List.of())).isEmpty();
    }

    @Test
    void aPipeTellsItsStateAndItsEnds() {
        PipeState pipe = read(withState("RUNNING", ""));

        assertThat(pipe.name()).isEqualTo(PIPE);
        assertThat(pipe.isRunning()).isTrue();
        assertThat(pipe.reason()).isEmpty();
        assertThat(pipe.sourceArn()).startsWith("arn:aws:sqs:").endsWith(":jobs");
        assertThat(pipe.targetArn()).startsWith("arn:aws:batch:");
    }

    @Test
    void aPipeThatDoesNotRunTellsWhy() {
        PipeState pipe = read(withState("STOPPED", "User initiated"));

        assertThat(pipe.isRunning()).isFalse();
        assertThat(pipe.reason()).isEqualTo("User initiated");
    }

    @Test
    void aStateThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(read(withState("LEAKING", "")).state()).isEqualTo("LEAKING");
    }

    @Test
    void aPipeThatDoesNotExistIsNotFound() {
        assertNotFound(withState("RUNNING", "").pipes(List.of("no-such-pipe")).get("no-such-pipe"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().pipes(List.of(PIPE)).get(PIPE), "pipes:DescribePipe");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().pipes(List.of(PIPE)).get(PIPE));
    }

    private static PipeState read(PipeSource source) {
        return value(source.pipes(List.of(PIPE)).get(PIPE));
    }
}
