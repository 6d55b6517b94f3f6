package io.watchdeck.alarms;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The console's own rules, for what every stack on ECS has in common. A stack file overrides one by giving a rule the
/// same name.
///
/// Dead letters (`queue.deadLetters`) are `ApproximateNumberOfMessages` and `ApproximateNumberOfMessagesNotVisible` of the
/// dead-letter queue together, as its attributes have them: somebody who looks at messages hides them for the visibility
/// timeout, and they are there nevertheless.
public final class DefaultRules {

    private static final List<RuleSpec> ALL = List.of(
            rule("running-below-desired", "service.missing", Direction.ABOVE, 0, 5, 5, Severity.WARNING),
            rule("running-below-half", "service.runningPercent", Direction.BELOW, 50, 5, 5, Severity.CRITICAL),
            rule("deployment-failed", "service.failedDeployments", Direction.ABOVE, 0, 1, 1, Severity.CRITICAL),
            rule("pipeline-failed", "pipeline.failed", Direction.ABOVE, 0, 1, 1, Severity.WARNING),
            rule("dead-letters", "queue.deadLetters", Direction.ABOVE, 0, 1, 1, Severity.WARNING),
            rule("dead-letters-destroyed-soon", "queue.deadLetterHoursLeft", Direction.BELOW, 72, 1, 1,
                    Severity.WARNING),
            rule("dead-letters-destroyed-now", "queue.deadLetterHoursLeft", Direction.BELOW, 24, 1, 1,
                    Severity.CRITICAL),
            rule("failed-batch-jobs", "batch.failed24h", Direction.ABOVE, 0, 1, 1, Severity.WARNING),
            rule("unhealthy-targets", "tg.unhealthy", Direction.ABOVE, 0, 2, 2, Severity.WARNING));

    private DefaultRules() {}

    /// The stack's own rules, then those of ours that it does not override.
    public static List<RuleSpec> effective(StackFile stack) {
        Set<String> own = stack.rules().stream().map(RuleSpec::name).collect(Collectors.toSet());
        return Stream.concat(stack.rules().stream(), ALL.stream().filter(rule -> !own.contains(rule.name()))).toList();
    }

    private static RuleSpec rule(String name, String metric, Direction direction, double threshold, int breaching,
            int evaluated, Severity severity) {
        return new RuleSpec(name, metric, Optional.empty(), direction, new Threshold.Absolute(threshold),
                Duration.ofMinutes(1), breaching, evaluated, severity, MissingData.NOT_BREACHING, Origin.OURS,
                Optional.empty());
    }
}
