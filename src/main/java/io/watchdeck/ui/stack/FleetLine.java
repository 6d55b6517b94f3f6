package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.TaskBlock;
import io.watchdeck.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A line of the services' table: a service, or one of its deployments.
///
/// @param key      `service`, or `service/deployment`
/// @param service  name of the service, also for a deployment
/// @param badge    status of a deployment, or empty
/// @param absence  why nothing is known of the service
/// @param running  running of desired
/// @param pending  words behind it
/// @param capacity Spot and on demand
/// @param progress share of a rollout that is done, in a rollout
/// @param rollout  how the rollout stands
/// @param scaling  the autoscaling range
record FleetLine(String key, String service, boolean isDeployment, String name, String detail, String badge,
        Tone badgeTone, Optional<Absence> absence, String running, Tone runningTone, String pending,
        List<TaskBlock> blocks,
        String capacity, String capacityDetail, Load cpu, Load memory, Optional<Double> progress, String rollout,
        Tone rolloutTone, String scaling, Optional<Age> late, AwsReference reference) {

    FleetLine {
        blocks = List.copyOf(blocks);
    }

    /// CPU or memory of a service.
    ///
    /// @param absence why it is not known
    /// @param to      end of the hour that is drawn
    /// @param late    how old it is, where that is late: it is read at another rhythm than the tasks
    record Load(Optional<Absence> absence, String text, Tone tone, Series series, Optional<Double> limit, Instant to,
            Optional<Age> late) {

        private static final Duration SHOWN = Duration.ofHours(1);

        static Load none() {
            return new Load(Optional.empty(), "", Tone.PLAIN, Series.empty(), Optional.empty(), Instant.EPOCH,
                    Optional.empty());
        }

        /// Start of the hour that is drawn.
        Instant from() {
            return to.minus(SHOWN);
        }

        /// The figure, or the word for why there is none.
        String said() {
            return absence.map(Absence::word).orElse(text);
        }
    }

    List<String> csv() {
        return List.of(service, isDeployment ? name : "", badge, running, capacity, cpu.said(), memory.said(), rollout,
                scaling, absence.map(Absence::word).orElse(""));
    }
}
