package io.watchdeck.sandbox.compute;

import java.util.OptionalInt;

/// Why a task stops, in AWS's own words.
///
/// @param exitCode        of the container; empty when it never ran
/// @param containerReason such as `OutOfMemoryError: …`, or empty
public record StopReason(String code, String sentence, OptionalInt exitCode, String containerReason) {

    public static StopReason spotInterruption() {
        return new StopReason("SpotInterruption", "Your Spot Task was interrupted.", OptionalInt.of(143), "");
    }

    public static StopReason outOfMemory() {
        return new StopReason("EssentialContainerExited", "Essential container in task exited", OptionalInt.of(137),
                "OutOfMemoryError: Container killed due to memory usage");
    }

    public static StopReason scaling(String deployment) {
        return new StopReason("ServiceSchedulerInitiated",
                "Scaling activity initiated by (deployment " + deployment + ")", OptionalInt.of(0), "");
    }

    public static StopReason unhealthyTarget(String targetGroupArn) {
        return new StopReason("ServiceSchedulerInitiated",
                "Task failed ELB health checks in (target-group " + targetGroupArn + ")", OptionalInt.of(143), "");
    }

    public static StopReason unhealthyContainer() {
        return new StopReason("ServiceSchedulerInitiated", "Task failed container health checks",
                OptionalInt.of(143), "");
    }

    public static StopReason noImage(String image) {
        return new StopReason("TaskFailedToStart", "CannotPullContainerError: pull image manifest has been retried 5 "
                + "time(s): failed to resolve ref " + image + ": not found", OptionalInt.empty(), "");
    }

    /// @param note what the person gave as reason
    public static StopReason user(String note) {
        return new StopReason("UserInitiated", note, OptionalInt.of(143), "");
    }
}
