package io.watchdeck.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What Application Auto Scaling did to a service, or decided not to do.
///
/// @param endedAt     empty while it goes on
/// @param status      `Pending`, `InProgress`, `Successful`, `Overridden`, `Unfulfilled`, `Failed`; unknown words as they
///                    are
/// @param description what it does, in AWS's own sentence, such as `Setting desired count to 4.`
/// @param cause       why, in AWS's own sentence, which names the alarm or the schedule
/// @param message     about the status, in AWS's own sentence, or empty
/// @param notScaled   why nothing was changed; empty where something was
public record ScalingActivity(String id, Instant startedAt, Optional<Instant> endedAt, String status,
        String description, String cause, String message, List<NotScaled> notScaled) {

    public ScalingActivity {
        notScaled = List.copyOf(notScaled);
    }

    /// @param code such as `AlreadyAtMaxCapacity`; unknown words as they are
    /// @param current tasks, with the range where it is what stood in the way
    public record NotScaled(String code, OptionalInt current, OptionalInt min, OptionalInt max) {}
}
