package io.watchdeck.watch.discovery;

import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import java.util.Optional;

/// The accounts that a person could watch. Cheap and without a request.
public interface Prospects {

    /// What proposes stacks of an account.
    Discovery discovery(Access access);

    /// The Region that is set for a profile, or for the default credentials; empty where none is.
    Optional<Region> region(Optional<String> profile);

    /// Whether the default credentials are set outside the profiles, for example as environment variables.
    boolean areGiven();
}
