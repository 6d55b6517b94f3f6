package io.watchdeck.stack;

import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import io.watchdeck.yaml.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads what a value is compared with: a number in the metric's unit, or `80 % of` a limit. Refuses what no value
/// can ever reach, because such a rule would look like protection and be none.
final class ThresholdParser {

    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?)\\s*%(?:\\s*of\\s+(\\S+))?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Problems problems;
    private final Scalars scalars;

    ThresholdParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /// @param metric empty when the rule's metric is not known, which has been reported
    Optional<Threshold> parse(Node node, Direction direction, Optional<KnownMetric> metric) {
        String key = direction == Direction.ABOVE ? "'above'" : "'below'";
        Optional<BigDecimal> number = scalars.plainNumber(node);
        if (number.isPresent()) {
            return scalars.number(node, key).flatMap(value -> absolute(node, key, value, direction, metric));
        }
        Matcher percent = PERCENT.matcher(node instanceof ScalarNode scalar ? scalar.getValue().strip() : "");
        if (!percent.matches()) {
            return scalars.wrongType(node, key, "a number or a percentage of a limit",
                    "Write 90, or '80 % of' one of these: " + String.join(", ", LimitWord.words()) + ".");
        }
        BigDecimal value = new BigDecimal(percent.group(1));
        return percent.group(2) == null
                ? bare(node, key, value, direction, metric)
                : ofLimit(node, value, percent.group(2), direction, metric);
    }

    /// `80 %` alone is the value of a metric that is a percentage itself.
    private Optional<Threshold> bare(Node node, String key, BigDecimal value, Direction direction,
            Optional<KnownMetric> metric) {
        if (metric.isPresent() && !metric.get().percentage()) {
            List<String> limits = LimitWord.wordsFor(metric.get().id());
            problems.at(node, metric.get().id() + " is not a percentage.", limits.isEmpty()
                    ? "Write a number in its own unit."
                    : "Write '" + Scalars.shown(node) + " of " + limits.getFirst() + "' or a number.");
            return Optional.empty();
        }
        return absolute(node, key, value, direction, metric);
    }

    private Optional<Threshold> absolute(Node node, String key, BigDecimal value, Direction direction,
            Optional<KnownMetric> metric) {
        if (value.signum() < 0) {
            return impossible(node, key + " cannot be " + Scalars.shown(node) + ": no metric is negative.",
                    "Write a number from 0 up.");
        }
        if (direction == Direction.BELOW && value.signum() == 0) {
            return impossible(node, "Nothing is ever below 0.", "Write a greater number, or use 'above'.");
        }
        if (metric.isPresent() && metric.get().percentage() && value.compareTo(HUNDRED) > 0) {
            return impossible(node, metric.get().id() + " is a percentage and never reaches " + Scalars.shown(node)
                    + ".", "Write a number up to 100.");
        }
        return Optional.of(new Threshold.Absolute(value.doubleValue()));
    }

    private Optional<Threshold> ofLimit(Node node, BigDecimal percent, String word, Direction direction,
            Optional<KnownMetric> metric) {
        Optional<LimitWord> known = LimitWord.of(word);
        if (known.isEmpty()) {
            return impossible(node, "'" + word + "' is no limit.",
                    Suggestion.of(word, LimitWord.words(), "Choose one of these"));
        }
        LimitWord limit = known.get();
        if (metric.isPresent() && !limit.metrics().contains(metric.get().id())) {
            return impossible(node, "'" + word + "' is no limit of " + metric.get().id() + ".",
                    "It limits " + String.join(" and ", limit.metrics()) + ".");
        }
        if (percent.signum() <= 0) {
            return impossible(node, "A threshold cannot be " + percent.toPlainString() + " % of a limit.",
                    "Write more than 0 %, or the number 0.");
        }
        int againstAll = percent.compareTo(HUNDRED);
        if (limit.hard() && (againstAll > 0 || againstAll == 0 && direction == Direction.ABOVE)) {
            return impossible(node, (direction == Direction.ABOVE ? "No value is ever above " : "Every value is below ")
                    + percent.toPlainString() + " % of '" + word + "'.", "Write a percentage below 100.");
        }
        return Optional.of(new Threshold.PercentOf(percent.doubleValue(), limit.limit()));
    }

    private Optional<Threshold> impossible(Node node, String problem, String remedy) {
        problems.at(node, problem, remedy);
        return Optional.empty();
    }
}
