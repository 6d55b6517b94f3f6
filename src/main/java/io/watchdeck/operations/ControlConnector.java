package io.watchdeck.operations;

import io.watchdeck.stack.Access;

/// Makes the ports that change an account. Cheap and without a request.
public interface ControlConnector {
    Controls controls(Access access);
}
