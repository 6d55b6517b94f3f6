package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingActivity.NotScaled;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.sandbox.clockwork.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The scaling activities of a service in Application Auto Scaling's own words, newest first.
final class ScalingLog {

    private static final String GOES_ON = "InProgress";

    private final Dice dice;
    private final List<ScalingActivity> activities = new ArrayList<>();
    private int wanted;

    ScalingLog(Dice dice) {
        this.dice = dice;
    }

    /// @param alarm that is the cause
    void begin(int desired, String alarm, long now) {
        follow(desired, cause(alarm), now);
    }

    /// @param cause in Application Auto Scaling's words
    void follow(int desired, String cause, long now) {
        end("Overridden", "A newer activity took its place.", now);
        wanted = desired;
        add(new ScalingActivity(dice.uuid(), at(now), Optional.empty(), GOES_ON,
                "Setting desired count to " + desired + ".", cause, "Successfully set desired count to "
                        + desired + ". Waiting for change to be fulfilled by ecs.",
                List.of()));
    }

    void refuse(int max, String alarm, long now) {
        add(new ScalingActivity(dice.uuid(), at(now), Optional.of(at(now)), "Failed",
                "Attempting to scale due to alarm triggered", cause(alarm), "", List.of(new NotScaled(
                        "AlreadyAtMaxCapacity", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(max)))));
    }

    void stand(String status, String alarm, long now) {
        add(new ScalingActivity(dice.uuid(), at(now), Optional.empty(), status,
                "Attempting to scale due to alarm triggered", cause(alarm), "", List.of()));
    }

    /// An activity is over when as many tasks run as it wanted.
    void settle(int running, long now) {
        if (running == wanted) {
            end("Successful", "Successfully set desired count to " + wanted + ". Change successfully fulfilled by ecs.",
                    now);
        }
    }

    private void end(String status, String message, long now) {
        activities.replaceAll(one -> one.status().equals(GOES_ON) ? new ScalingActivity(one.id(), one.startedAt(),
                Optional.of(at(now)), status, one.description(), one.cause(), message, List.of()) : one);
    }

    private void add(ScalingActivity activity) {
        activities.addFirst(activity);
        if (activities.size() > ScalingSource.NEWEST) {
            activities.removeLast();
        }
    }

    private static String cause(String alarm) {
        return "monitor alarm " + alarm + " in state ALARM triggered policy cpu";
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    List<ScalingActivity> newestFirst() {
        return List.copyOf(activities);
    }
}
