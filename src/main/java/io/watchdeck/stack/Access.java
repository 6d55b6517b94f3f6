package io.watchdeck.stack;

import io.watchdeck.model.Region;
import java.net.URI;
import java.util.Optional;

/// How to reach the account of a stack.
///
/// @param profile  profile of the shared AWS configuration; empty means the default credential chain
/// @param role     ARN of a role to assume with those credentials
/// @param region   the Region in which everything of the stack lives
/// @param endpoint replaces AWS's own endpoints, for an emulator
public record Access(Optional<String> profile, Optional<String> role, Region region, Optional<URI> endpoint) {

    public static Access defaults(Region region) {
        return new Access(Optional.empty(), Optional.empty(), region, Optional.empty());
    }

    public Access withEndpoint(URI uri) {
        return new Access(profile, role, region, Optional.of(uri));
    }
}
