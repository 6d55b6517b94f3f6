package io.watchdeck.stack;

import io.watchdeck.stack.RuleSpec.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Finds where a design contradicts itself: nothing of it is a mistake of the file, and all of it is for a person to know.
final class Contradictions {

    private Contradictions() {}

    static List<String> of(Components components, List<RuleSpec> rules) {
        return Stream.concat(components.services().stream().flatMap(Contradictions::outsideOfRange),
                rules.stream().filter(rule -> rule.metric().equals("service.running")).flatMap(
                        rule -> components.services().stream().flatMap(service -> belowRange(rule, service))))
                .toList();
    }

    /// The design's task count lies outside of its own autoscaling range.
    private static Stream<String> outsideOfRange(ServiceSpec service) {
        return service.desired().stream().boxed().flatMap(desired -> service.scaling().stream()
                .filter(range -> desired < range.min() || desired > range.max())
                .map(range -> "Service " + service.name() + " has a task count of " + desired + ", but scales from "
                        + range.min() + " to " + range.max() + "."));
    }

    /// Autoscaling may do what a rule calls trouble.
    private static Stream<String> belowRange(RuleSpec rule, ServiceSpec service) {
        if (!(rule.threshold() instanceof Threshold.Absolute(var least)) || rule.direction() != Direction.BELOW
                || rule.on().filter(name -> !name.equals(service.name())).isPresent()) {
            return Stream.empty();
        }
        return service.scaling().stream().filter(range -> range.min() < least)
                .map(range -> "Autoscaling of " + service.name() + " may go down to " + range.min()
                        + (range.min() == 1 ? " task" : " tasks") + ", while '" + rule.name() + "' alarms below "
                        + BigDecimal.valueOf(least).stripTrailingZeros().toPlainString() + ".");
    }
}
