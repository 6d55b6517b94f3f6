package io.watchdeck.stack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// The address of a server that replaces AWS's own, as a person writes it in a stack file or on the command line.
public final class Address {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    private Address() {}

    /// The URL, where it is absolute, of HTTP and names a host.
    public static Optional<URI> server(String text) {
        try {
            var uri = new URI(text);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null
                    && uri.getPort() <= LAST_PORT ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
