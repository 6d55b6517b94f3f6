package io.watchdeck.aws;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What holds for every access.
///
/// @param endpoint    replaces AWS's own endpoints where the access names none; without both, the SDK's own settings
///                    such as `AWS_ENDPOINT_URL` count
/// @param sessionName names the session in the other account's CloudTrail when a role is assumed
/// @param certificates PEM file of certificate authorities that are trusted beside the JDK's own, as a company's proxy
///                    needs; `AWS_CA_BUNDLE` of the AWS command line
/// @param metrics     what is spared where metrics can be had in two ways
public record AwsSettings(Optional<URI> endpoint, String sessionName, Timeouts timeouts,
        Optional<Path> certificates, Sparing metrics) {

    /// Metrics are to be had by many calls that are free up to a number a month, and by few that cost.
    public enum Sparing {
        /// For whoever reads on and on: the free ones, as long as there are some.
        MONEY,
        /// For a command that somebody waits for: it reads once, which costs a fraction of a cent, and has its answer after
        /// one call instead of a hundred.
        CALLS
    }

    /// How long to wait for an answer.
    ///
    /// @param connect for the connection
    /// @param read    for the next byte
    /// @param call    for the whole answer, including one that trickles
    public record Timeouts(Duration connect, Duration read, Duration call) {
        public static Timeouts standard() {
            return new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15));
        }
    }

    /// @param sessionName characters that STS does not take become `-`
    public AwsSettings {
        String clean = sessionName.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        sessionName = clean.length() < 2 ? "watchdeck" : clean.substring(0, Math.min(64, clean.length()));
    }

    public static AwsSettings standard() {
        return new AwsSettings(Optional.empty(), "watchdeck", Timeouts.standard(), Optional.empty(),
                Sparing.CALLS);
    }

    public AwsSettings withEndpoint(URI uri) {
        return new AwsSettings(Optional.of(uri), sessionName, timeouts, certificates, metrics);
    }

    public AwsSettings withTimeouts(Timeouts other) {
        return new AwsSettings(endpoint, sessionName, other, certificates, metrics);
    }

    public AwsSettings withCertificates(Path pem) {
        return new AwsSettings(endpoint, sessionName, timeouts, Optional.of(pem), metrics);
    }

    public AwsSettings sparing(Sparing what) {
        return new AwsSettings(endpoint, sessionName, timeouts, certificates, what);
    }
}
