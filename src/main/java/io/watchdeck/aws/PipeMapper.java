package io.watchdeck.aws;

import io.watchdeck.queues.PipeState;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.pipes.model.DescribePipeResponse;

/// A pipe of EventBridge to ours.
final class PipeMapper {

    private PipeMapper() {}

    /// @throws IllegalArgumentException when there is no state
    static PipeState pipe(String name, DescribePipeResponse pipe) {
        if (pipe.currentStateAsString() == null) {
            throw new IllegalArgumentException("the pipe has no state");
        }
        return new PipeState(name, pipe.currentStateAsString(), text(pipe.stateReason()), text(pipe.source()),
                text(pipe.target()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
