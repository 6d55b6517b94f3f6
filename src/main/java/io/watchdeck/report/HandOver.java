package io.watchdeck.report;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known of stacks in a time, as far as a report needs it. Immutable; made by [HandOverReader], or by whoever
/// has the facts already.
///
/// @param made    when the report was made: of any later time it says nothing
/// @param person  who made it
/// @param sandbox whether all of it was simulated
/// @param stacks  in the order of the report
/// @param pins    what a person pinned to the report, in order of time
public record HandOver(TimeRange range, Instant made, String person, boolean sandbox, List<OfStack> stacks,
        List<Pin> pins) {

    public HandOver {
        stacks = List.copyOf(stacks);
        pins = List.copyOf(pins);
    }

    /// A moment that a person wants in the report, with a remark.
    ///
    /// @param stack empty where it is about all
    public record Pin(Instant at, Optional<StackId> stack, String person, String text) {}

    /// What is known of one stack.
    ///
    /// @param events     in order of time
    /// @param alarms     that were not over before the time and raised before its end, the first to be raised first
    /// @param open       those of the stack that were not over when the report was made, whenever they were raised
    /// @param operations that began in the time, in order
    /// @param spot       of services that may run on Spot, or did
    public record OfStack(StackFile file, List<TimelineEvent> events, List<Episode> alarms, List<Episode> open,
            List<JournalEntry> operations, Spot spot, Seen seen, List<Measured> metrics) {
        public OfStack {
            events = List.copyOf(events);
            alarms = List.copyOf(alarms);
            open = List.copyOf(open);
            operations = List.copyOf(operations);
            metrics = List.copyOf(metrics);
        }

        public StackId id() {
            return file.id();
        }

        public String name() {
            return file.name();
        }
    }

    /// An alarm and what happened to it, oldest first.
    public record Episode(Occurrence occurrence, List<Change> changes) {
        public Episode {
            changes = List.copyOf(changes);
        }
    }

    /// When somebody looked.
    ///
    /// @param watched the times of the range in which the console read the stack, in order
    /// @param begun   when somebody looked at it for the first time ever, as far as that is kept; empty where nobody did
    /// @param last    what the screens showed at the end of the last of them; empty where nobody looked
    /// @param judged  until when its alarms were judged; empty where they never were
    public record Seen(List<TimeRange> watched, Optional<Instant> begun, Optional<StackSnapshot> last,
            Optional<Instant> judged) {
        public Seen {
            watched = List.copyOf(watched);
        }
    }

    /// @param failures of placement, in order of time
    public record Spot(List<OfService> services, List<PlacementFailure> failures) {
        public Spot {
            services = List.copyOf(services);
            failures = List.copyOf(failures);
        }

        static Spot none() {
            return new Spot(List.of(), List.of());
        }

        public List<Interruption> interruptions() {
            return services.stream().flatMap(one -> one.interruptions().stream()).toList();
        }
    }

    /// @param interruptions in order of time
    public record OfService(ServiceSpec spec, List<Interruption> interruptions, InterruptionRate rate) {
        public OfService {
            interruptions = List.copyOf(interruptions);
        }
    }

    /// A metric of a component.
    ///
    /// @param series those counted by the minute as a rate, whatever the period
    /// @param period over which a rule adds up what is counted by the minute, and the series with it; else empty
    /// @param gaps   in order, with the reason of each
    /// @param limits that rules set
    /// @param most   what the component can take at most; empty where there is no such thing, or it is not known
    public record Measured(SeriesId id, MetricDefinition metric, Optional<Duration> period, Series series,
            List<Gap> gaps, List<Limit> limits, Optional<Double> most) {
        public Measured {
            gaps = List.copyOf(gaps);
            limits = List.copyOf(limits);
        }
    }

    /// @param above whether values above it are bad; else those below
    public record Limit(double value, boolean above, Severity severity) {}
}
