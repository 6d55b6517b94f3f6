package io.watchdeck.operations.gate;

import io.watchdeck.operations.ControlConnector;
import io.watchdeck.operations.Controls;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CloudConnector;

/// How an account is reached: what reads it and what changes it.
public record Reach(CloudConnector reading, ControlConnector changing) {

    Cloud cloud(Access access) {
        return reading.connect(access);
    }

    Controls controls(Access access) {
        return changing.controls(access);
    }
}
