package io.watchdeck.alarms;

import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.model.Severity;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a rule or CloudWatch alarm in alarm found.
///
/// @param name      of the rule or alarm
/// @param metric    id in the catalogue; empty where CloudWatch's alarm has none of ours
/// @param value     in the metric's unit; empty where it is not known
/// @param threshold in the metric's unit
/// @param disputed  whether only an alarm that asks for the same as the rule was in alarm, and the rule knew and was not
public record Finding(Severity severity, Condition.Source source, String name, Optional<String> metric,
        OptionalDouble value, OptionalDouble threshold, Optional<Relation> relation, boolean disputed) {

    /// One that nobody disputes.
    public Finding(Severity severity, Condition.Source source, String name, Optional<String> metric,
            OptionalDouble value, OptionalDouble threshold, Optional<Relation> relation) {
        this(severity, source, name, metric, value, threshold, relation, false);
    }

    public static Finding of(Condition condition) {
        return of(condition, false);
    }

    static Finding of(Condition condition, boolean disputed) {
        return new Finding(condition.severity(), condition.source(), condition.name(), condition.metric(),
                condition.value(), condition.threshold(), condition.compared().map(Comparison::relation), disputed);
    }

    Finding with(OptionalDouble other) {
        return new Finding(severity, source, name, metric, other, threshold, relation, disputed);
    }

    /// Whether its value is further on the bad side than another. A value that is not known is no worse than any.
    boolean isWorseThan(OptionalDouble other) {
        if (value.isEmpty() || other.isEmpty()) {
            return value.isPresent();
        }
        return relation.map(side -> switch (side) {
            case ABOVE, AT_LEAST -> value.getAsDouble() > other.getAsDouble();
            case BELOW, AT_MOST -> value.getAsDouble() < other.getAsDouble();
        }).orElse(true);
    }
}
