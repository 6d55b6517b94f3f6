package io.watchdeck.queues;

/// An EventBridge pipe.
///
/// @param state  such as `RUNNING`, `STOPPED`, `START_FAILED`; unknown words as they are
/// @param reason AWS's own sentence, or empty
public record PipeState(String name, String state, String reason, String sourceArn, String targetArn) {
    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
