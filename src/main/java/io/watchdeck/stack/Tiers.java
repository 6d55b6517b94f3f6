package io.watchdeck.stack;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;

/// Finds warnings that can never come before the critical rule of the same figure, because it is in alarm whenever they are:
/// one of the two thresholds was mistyped, or they were exchanged. Two rules that look for different times are tiers too: a
/// critical one may ask for a milder threshold that lasts longer.
final class Tiers {

    private final Problems problems;
    private final Map<String, KnownMetric> metrics;
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(RuleSpec spec, Node threshold) {}

    Tiers(Problems problems, Map<String, KnownMetric> metrics) {
        this.problems = problems;
        this.metrics = metrics;
    }

    /// Takes the next rule of the file and tells what is wrong with it beside those before.
    void add(RuleSpec spec, Fields fields) {
        Node threshold = fields.node(spec.direction() == Direction.ABOVE ? "above" : "below").orElseThrow();
        var rule = new Rule(spec, threshold);
        rules.stream().filter(other -> contradict(spec, other.spec())).findFirst()
                .ifPresent(other -> tell(rule, other));
        rules.add(rule);
    }

    private boolean contradict(RuleSpec one, RuleSpec other) {
        return one.severity() == Severity.WARNING && other.severity() == Severity.CRITICAL && isNoEarlier(one, other)
                || one.severity() == Severity.CRITICAL && other.severity() == Severity.WARNING
                        && isNoEarlier(other, one);
    }

    private boolean isNoEarlier(RuleSpec warning, RuleSpec critical) {
        return warning.metric().equals(critical.metric()) && warning.direction() == critical.direction()
                && (warning.on().isEmpty() || critical.on().isEmpty() || warning.on().equals(critical.on()))
                && isNoMilder(warning, critical) && isNoShorter(warning, critical);
    }

    private static boolean isNoMilder(RuleSpec warning, RuleSpec critical) {
        OptionalDouble difference = difference(warning.threshold(), critical.threshold());
        return difference.isPresent() && (warning.direction() == Direction.ABOVE ? difference.getAsDouble() >= 0
                : difference.getAsDouble() <= 0);
    }

    /// Empty where one is a number and the other a part of a limit.
    private static OptionalDouble difference(Threshold one, Threshold other) {
        if (one instanceof Threshold.Absolute(var value) && other instanceof Threshold.Absolute(var second)) {
            return OptionalDouble.of(value - second);
        }
        if (one instanceof Threshold.PercentOf(var percent, var limit)
                && other instanceof Threshold.PercentOf(var second, var another) && limit == another) {
            return OptionalDouble.of(percent - second);
        }
        return OptionalDouble.empty();
    }

    /// Whether the periods that put the warning in alarm are enough for the critical rule. Of different periods only a
    /// percentage tells: what is counted grows with them.
    private boolean isNoShorter(RuleSpec warning, RuleSpec critical) {
        boolean comparable = warning.period().equals(critical.period())
                || Optional.ofNullable(metrics.get(warning.metric())).filter(KnownMetric::percentage).isPresent();
        return comparable && (lasts(critical) <= lasts(warning) && looksBack(critical) >= looksBack(warning)
                || warning.breaching() == warning.evaluated() && looksBack(critical) <= looksBack(warning));
    }

    private static long lasts(RuleSpec rule) {
        return rule.period().toSeconds() * rule.breaching();
    }

    private static long looksBack(RuleSpec rule) {
        return rule.period().toSeconds() * rule.evaluated();
    }

    private void tell(Rule later, Rule earlier) {
        boolean warns = later.spec().severity() == Severity.WARNING;
        RuleSpec warning = warns ? later.spec() : earlier.spec();
        RuleSpec critical = warns ? earlier.spec() : later.spec();
        String side = warning.direction() == Direction.ABOVE ? "above" : "below";
        String milder = warning.direction() == Direction.ABOVE ? "less than " : "more than ";
        String harder = warning.direction() == Direction.ABOVE ? "more than " : "less than ";
        problems.at(later.threshold(), "The warning '" + warning.name() + "' (" + side + " "
                + shown(warning.threshold()) + ") never comes before the critical '" + critical.name() + "' (" + side
                + " "
                + shown(critical.threshold()) + ").",
                warns ? "Write " + milder + shown(critical.threshold()) + " here, or let the critical rule take longer."
                        : "Write " + harder + shown(warning.threshold()) + " here, or let it take longer.");
    }

    private static String shown(Threshold threshold) {
        return switch (threshold) {
            case Threshold.Absolute(var value) -> number(value);
            case Threshold.PercentOf(var percent, var limit) -> number(percent) + " % of " + LimitWord.wordOf(limit);
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
