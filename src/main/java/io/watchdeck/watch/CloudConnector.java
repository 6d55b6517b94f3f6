package io.watchdeck.watch;

import io.watchdeck.stack.Access;

/// Makes the ports for an access. Cheap and without a request: credentials are asked for at the first reading.
public interface CloudConnector {
    Cloud connect(Access access);
}
