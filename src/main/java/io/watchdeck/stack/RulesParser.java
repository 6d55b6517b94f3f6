package io.watchdeck.stack;

import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.Threshold.Limit;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import io.watchdeck.yaml.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the rules and checks them against the components: a rule that watches nothing would look like protection.
final class RulesParser {

    private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(5);
    private static final Duration LONGEST_LOOK = Duration.ofDays(7);
    private static final int MOST_PERIODS = 10_080;

    private final Problems problems;
    private final Map<String, KnownMetric> metrics;
    private final Components components;
    private final boolean hasPlan;
    private final boolean namesCertain;

    /// @param hasPlan      whether the file has a plan to take percentages of
    /// @param namesCertain whether the components are all there is, so that a missing one is a mistake of the rule
    RulesParser(Problems problems, Map<String, KnownMetric> metrics, Components components, boolean hasPlan,
            boolean namesCertain) {
        this.problems = problems;
        this.metrics = metrics;
        this.components = components;
        this.hasPlan = hasPlan;
        this.namesCertain = namesCertain;
    }

    List<RuleSpec> parse(Fields file) {
        Distinct names = new Distinct("rules", problems);
        var tiers = new Tiers(problems, metrics);
        return file.blocks("rules", Block.RULE, rule -> {
            Optional<RuleSpec> spec = rule(rule, names);
            spec.ifPresent(one -> tiers.add(one, rule));
            return spec;
        });
    }

    private Optional<RuleSpec> rule(Fields rule, Distinct names) {
        Optional<String> name = names.nameOf(rule, "name");
        Optional<KnownMetric> metric = rule.text("metric").flatMap(id -> metric(rule, id));
        Optional<String> on = rule.text("on");
        metric.ifPresent(known -> checkComponent(rule, known, on));
        Direction direction = rule.node("below").isPresent() ? Direction.BELOW : Direction.ABOVE;
        Optional<Threshold> threshold = threshold(rule, direction, metric);
        threshold.ifPresent(value -> checkLimit(rule, direction, value, on));
        Optional<Duration> period = rule.node("period").map(at -> new Scalars(problems).period(at, "'period'"))
                .orElse(Optional.of(DEFAULT_PERIOD));
        OptionalInt of = rule.whole("of", 1, MOST_PERIODS);
        OptionalInt breaching = rule.whole("breaching", 1, MOST_PERIODS);
        int evaluated = of.orElse(breaching.orElse(1));
        checkPeriods(rule, period.orElse(DEFAULT_PERIOD), breaching.orElse(evaluated), evaluated);
        Optional<Severity> severity = rule.choice("severity", Choices.SEVERITY);
        MissingData missing = rule.choice("missing", Choices.MISSING).orElse(MissingData.MISSING);
        Optional<String> says = rule.text("says");
        if (name.isEmpty() || metric.isEmpty() || threshold.isEmpty() || period.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleSpec(name.get(), metric.get().id(), on, direction, threshold.get(), period.get(),
                breaching.orElse(evaluated), evaluated, severity.get(), missing, Origin.DOCUMENT, says));
    }

    private Optional<KnownMetric> metric(Fields rule, String id) {
        KnownMetric known = metrics.get(id);
        if (known == null) {
            List<String> ids = metrics.keySet().stream().sorted().toList();
            problems.at(rule.node("metric").orElseThrow(), "There is no metric '" + id + "'.",
                    Suggestion.of(id, ids, "There are"));
        }
        return Optional.ofNullable(known);
    }

    private void checkComponent(Fields rule, KnownMetric metric, Optional<String> on) {
        if (metric.kind() == ComponentKind.STACK) {
            rule.node("on").ifPresent(at -> problems.at(at, metric.id() + " is of the stack as a whole.",
                    "Remove 'on'."));
            return;
        }
        if (!namesCertain) {
            return;
        }
        List<String> names = ComponentsParser.namesOf(components, metric.kind());
        if (names.isEmpty()) {
            problems.at(rule.node("metric").orElseThrow(), "The rule watches nothing: the file names no "
                    + word(metric.kind()) + ".", "Name one, or remove the rule.");
        } else if (on.isPresent() && !names.contains(on.get())) {
            problems.at(rule.node("on").orElseThrow(), "There is no " + word(metric.kind()) + " '" + on.get() + "'.",
                    Suggestion.of(on.get(), names, "The file names"));
        }
    }

    private Optional<Threshold> threshold(Fields rule, Direction direction, Optional<KnownMetric> metric) {
        Optional<Node> above = rule.node("above");
        Optional<Node> below = rule.node("below");
        if (above.isPresent() && below.isPresent()) {
            problems.at(below.get(), "A rule has 'above' or 'below', not both.", "Make two rules of it.");
            return Optional.empty();
        }
        if (above.isEmpty() && below.isEmpty()) {
            problems.at(rule.place(), "A rule has no 'above' or 'below'.", "Write for example 'above: 90'.");
            return Optional.empty();
        }
        return new ThresholdParser(problems).parse(above.or(() -> below).orElseThrow(), direction, metric);
    }

    /// Whether anything that the rule watches can have the limit.
    private void checkLimit(Fields rule, Direction direction, Threshold threshold, Optional<String> on) {
        if (!(threshold instanceof Threshold.PercentOf(var _, var limit))) {
            return;
        }
        Node at = rule.node(direction == Direction.ABOVE ? "above" : "below").orElseThrow();
        List<DatabaseSpec> watched = components.databases().stream()
                .filter(database -> on.isEmpty() || on.get().equals(database.id())).toList();
        if (limit == Limit.PLAN && !hasPlan) {
            problems.at(at, "The file has no 'plan' to take a percentage of.", "Write a plan, or an amount here.");
        } else if (limit == Limit.STORAGE && noneIs(watched, database -> database.kind() == Kind.INSTANCE)) {
            problems.at(at, "An Aurora cluster has no allocated storage.", "Write the bytes that must be free.");
        } else if (limit == Limit.MAX_ACU && noneIs(watched, database -> database.engine().startsWith("aurora"))) {
            problems.at(at, "Only Aurora databases are measured in ACUs.", "Watch another metric, such as db.cpu.");
        }
    }

    private static boolean noneIs(List<DatabaseSpec> watched, Predicate<DatabaseSpec> test) {
        return !watched.isEmpty() && watched.stream().noneMatch(test);
    }

    private void checkPeriods(Fields rule, Duration period, int breaching, int evaluated) {
        if (breaching > evaluated) {
            problems.at(rule.node("breaching").orElseThrow(), "'breaching' " + breaching + " of " + evaluated
                    + " periods can never be.", "Write at most " + evaluated + ", or a greater 'of'.");
        }
        if (period.multipliedBy(evaluated).compareTo(LONGEST_LOOK) > 0) {
            problems.at(rule.node("of").or(() -> rule.node("breaching")).orElse(rule.place()),
                    "The rule looks back more than 7 days.", "Use fewer or shorter periods.");
        }
    }

    private static String word(ComponentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
