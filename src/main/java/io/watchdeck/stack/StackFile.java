package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is watched together, as one YAML file describes it.
///
/// @param name            for people, in any language
/// @param account         the 12 digits of the account it must be; if AWS says otherwise nothing of it is read
/// @param alarmSeverities maps a CloudWatch alarm's name pattern (`*` matches anything) or SNS topic name to a severity
/// @param contradictions  where the design contradicts itself, in the design's words
/// @param readOnly        closes the gate of operations for this stack for good
public record StackFile(StackId id, String name, Environment environment, Access access, Optional<String> account,
        String cluster, Components components, Optional<Plan> plan, Optional<CostFilter> costFilter,
        List<RuleSpec> rules, Map<String, io.watchdeck.model.Severity> alarmSeverities, List<String> contradictions,
        boolean readOnly) {

    public StackFile {
        rules = List.copyOf(rules);
        alarmSeverities = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(alarmSeverities));
        contradictions = List.copyOf(contradictions);
    }

    public StackFile withAccess(Access other) {
        return new StackFile(id, name, environment, other, account, cluster, components, plan, costFilter, rules,
                alarmSeverities, contradictions, readOnly);
    }
}
