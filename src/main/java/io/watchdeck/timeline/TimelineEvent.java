package io.watchdeck.timeline;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Something that happened to a stack.
///
/// @param id       the same whenever it is read, and of no other event
/// @param severity how much it asks of whoever is on duty; what is as planned is fine
/// @param says     what happened, for people
/// @param details  AWS's own sentences and a person's note, as they are; may be empty
/// @param target   what can be looked at for more; empty where the component says all
/// @param alarm    CloudWatch's own name of the alarm that it tells of; empty where it tells of none
public record TimelineEvent(String id, Instant at, StackId stack, Optional<ComponentId> component, Kind kind,
        Severity severity, Source source, Phrase says, List<String> details, Optional<Target> target,
        Optional<String> alarm) {

    /// One that tells of no alarm of CloudWatch.
    public TimelineEvent(String id, Instant at, StackId stack, Optional<ComponentId> component, Kind kind,
            Severity severity, Source source, Phrase says, List<String> details, Optional<Target> target) {
        this(id, at, stack, component, kind, severity, source, says, details, target, Optional.empty());
    }

    /// The newest first; always the same order.
    public static final Comparator<TimelineEvent> NEWEST_FIRST =
            Comparator.comparing(TimelineEvent::at).reversed().thenComparing(TimelineEvent::id);

    public TimelineEvent {
        details = List.copyOf(details);
    }

    public enum Kind {
        /// A deployment began.
        DEPLOYMENT,
        /// A deployment was completed or failed.
        ROLLOUT,
        /// A task stopped, but not because Spot took it back.
        TASK_STOP,
        /// Spot took a task back.
        INTERRUPTION,
        /// There was no capacity for a task.
        PLACEMENT,
        /// Another sentence of ECS about a service.
        SERVICE,
        /// Autoscaling did something, or decided not to.
        SCALING,
        /// RDS told something of a database.
        DATABASE,
        /// A stage of a pipeline reached a state.
        PIPELINE,
        /// An alarm of the console was raised, changed its severity or is over.
        ALARM,
        /// A person's word on an alarm, or its end.
        WORD,
        /// A CloudWatch alarm changed its state.
        CLOUD_ALARM,
        /// A person changed something through the console.
        OPERATION,
        /// What came of that.
        VERDICT;

        /// The word in exports, such as `taskStop`.
        public String word() {
            String[] parts = name().toLowerCase(Locale.ROOT).split("_");
            return parts.length == 1 ? parts[0]
                    : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
        }
    }

    /// Who tells of it.
    public enum Source {
        ECS_EVENT("ECS event"), ECS_TASK("ECS task"), CLOUDWATCH("CloudWatch"), AUTO_SCALING("Auto Scaling"),
        RDS("RDS"), CODE_PIPELINE("CodePipeline"), WATCHDECK("Watchdeck");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /// The same in every language: these are names.
        public String label() {
            return label;
        }
    }

    /// What more can be looked at.
    public sealed interface Target {

        /// An alarm of the console.
        record Alarm(UUID occurrence) implements Target {}

        /// An entry of the journal.
        record Operation(UUID entry) implements Target {}

        /// @param arn of a task
        record Task(String arn) implements Target {}

        /// @param id of a deployment of a service
        record Deployment(String id) implements Target {}
    }
}
