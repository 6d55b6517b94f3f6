package io.watchdeck.operations;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a person wants to change.
public sealed interface Operation {

    StackId stack();

    Kind kind();

    /// The name of what is changed, which a person types where the table asks for it: of the service or the queue.
    String target();

    enum Kind {
        FORCE_DEPLOYMENT, ROLL_BACK, STOP_DEPLOYMENT, SCALE, SPOT_WEIGHT, STOP_TASK, RESUBMIT, REDRIVE, CANCEL_REDRIVE,
        PURGE;

        /// The word in keys of texts and in exports, such as `forceDeployment`.
        public String word() {
            String[] parts = name().toLowerCase(Locale.ROOT).split("_");
            var word = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
            }
            return word.toString();
        }
    }

    /// One that changes a service.
    sealed interface OfService extends Operation {

        ServiceKey service();

        @Override
        default String target() {
            return service().service();
        }

        /// Whether ECS begins a deployment for it.
        default boolean beginsDeployment() {
            return switch (this) {
                case ForceDeployment _, RollBack _ -> true;
                case SpotWeight spot -> spot.force();
                case Scale _, StopTask _, StopDeployment _ -> false;
            };
        }
    }

    /// New tasks of the same task definition take the place of all that run.
    record ForceDeployment(StackId stack, ServiceKey service) implements OfService {
        @Override
        public Kind kind() {
            return Kind.FORCE_DEPLOYMENT;
        }
    }

    /// @param taskDefinition ARN of the revision to go back to
    record RollBack(StackId stack, ServiceKey service, String taskDefinition) implements OfService {
        @Override
        public Kind kind() {
            return Kind.ROLL_BACK;
        }
    }

    /// @param deployment ARN of the service deployment that is under way
    record StopDeployment(StackId stack, ServiceKey service, String deployment) implements OfService {
        @Override
        public Kind kind() {
            return Kind.STOP_DEPLOYMENT;
        }
    }

    /// With neither a count nor a range it changes nothing, and is refused: so it is first wished where the count is not
    /// known.
    ///
    /// @param desired tasks; empty where only the range changes
    /// @param range   of autoscaling; empty where it stays
    record Scale(StackId stack, ServiceKey service, OptionalInt desired, Optional<Range> range) implements OfService {
        @Override
        public Kind kind() {
            return Kind.SCALE;
        }
    }

    /// @param strategy the whole of it, as it is to be
    /// @param force    whether running tasks are to be replaced by it as well
    record SpotWeight(StackId stack, ServiceKey service, List<CapacityShare> strategy, boolean force)
            implements OfService {
        public SpotWeight {
            strategy = List.copyOf(strategy);
        }

        @Override
        public Kind kind() {
            return Kind.SPOT_WEIGHT;
        }
    }

    /// @param task ARN
    record StopTask(StackId stack, ServiceKey service, String task) implements OfService {
        @Override
        public Kind kind() {
            return Kind.STOP_TASK;
        }
    }

    /// @param queue of Batch
    /// @param jobs  the ids of failed ones, each of which becomes a new one
    record Resubmit(StackId stack, String queue, List<String> jobs) implements Operation {
        public Resubmit {
            jobs = List.copyOf(jobs);
        }

        @Override
        public Kind kind() {
            return Kind.RESUBMIT;
        }

        @Override
        public String target() {
            return queue;
        }
    }

    /// @param queue     name of the dead-letter queue
    /// @param perSecond 1 to 500; empty lets SQS choose
    /// @param bounces   so many messages that come back end it; empty where nothing ends it by itself
    record Redrive(StackId stack, String queue, OptionalInt perSecond, OptionalInt bounces) implements Operation {

        /// What a person is first offered: slow enough to be watched, and ended before much harm is done.
        public static final int USUAL_RATE = 10;
        public static final int USUAL_BOUNCES = 5;

        @Override
        public Kind kind() {
            return Kind.REDRIVE;
        }

        @Override
        public String target() {
            return queue;
        }
    }

    /// @param queue  name of the dead-letter queue
    /// @param handle of the move task
    record CancelRedrive(StackId stack, String queue, String handle) implements Operation {
        @Override
        public Kind kind() {
            return Kind.CANCEL_REDRIVE;
        }

        @Override
        public String target() {
            return queue;
        }
    }

    /// @param queue name
    record Purge(StackId stack, String queue) implements Operation {
        @Override
        public Kind kind() {
            return Kind.PURGE;
        }

        @Override
        public String target() {
            return queue;
        }
    }
}
