package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/// What the contract tests of the ports that change something share: to look into what became of a request.
public final class Changes {

    private Changes() {}

    /// The id of what began with a change that must have been taken.
    public static Optional<String> taken(Sent sent) {
        return switch (sent) {
            case Sent.Taken taken -> taken.id();
            case Sent.Refused _, Sent.Lost _ -> throw new AssertionError("not taken: " + sent);
        };
    }

    /// The failure of a change that must have been refused.
    public static Failure refused(Sent sent) {
        return switch (sent) {
            case Sent.Refused refused -> refused.failure();
            case Sent.Taken _, Sent.Lost _ -> throw new AssertionError("not refused: " + sent);
        };
    }

    /// The failure of a change of which nobody knows.
    public static Failure lost(Sent sent) {
        return switch (sent) {
            case Sent.Lost lost -> lost.failure();
            case Sent.Taken _, Sent.Refused _ -> throw new AssertionError("not lost: " + sent);
        };
    }

    public static void assertNotFound(Sent sent) {
        assertThat(refused(sent).kind()).as("%s", sent).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    /// A refusal names the IAM action that is missing, one of those given.
    public static void assertDenied(Sent sent, String... iamActions) {
        assertThat(refused(sent).kind()).as("%s", sent).isEqualTo(Failure.Kind.DENIED);
        assertThat(refused(sent).action()).hasValueSatisfying(action -> assertThat(iamActions).contains(action));
    }

    public static void assertThrottled(Sent sent) {
        assertThat(refused(sent).kind()).as("%s", sent).isEqualTo(Failure.Kind.THROTTLED);
    }
}
