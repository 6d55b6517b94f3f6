package io.watchdeck.operations;

import io.watchdeck.operations.Operation.Kind;
import io.watchdeck.stack.Environment;

/// What a person does before an operation runs.
public enum Confirmation {

    /// Presses its button, and sees what it changes afterwards.
    CLICK,
    /// Reads what it changes and presses its button.
    CONSEQUENCES,
    /// Reads what it changes and types the name of what is changed.
    NAME;

    public static Confirmation of(Kind kind, Environment environment) {
        return switch (kind) {
            case STOP_TASK, RESUBMIT, CANCEL_REDRIVE -> environment == Environment.DEVELOPMENT ? CLICK : CONSEQUENCES;
            case FORCE_DEPLOYMENT, ROLL_BACK, STOP_DEPLOYMENT, SCALE, SPOT_WEIGHT, REDRIVE ->
                environment == Environment.PRODUCTION ? NAME : CONSEQUENCES;
            case PURGE -> NAME;
        };
    }
}
