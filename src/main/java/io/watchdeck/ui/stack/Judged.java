package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Sentence;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Says why a figure has the colour of an alarm though its newest minute would not give it: a rule judges whole periods,
/// and an alarm of CloudWatch is judged there. Nothing is said where the figure shows what was judged.
final class Judged {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Judged() {}

    /// @param shown the figure as the card shows it
    static Optional<Sentence> note(CardText text, ComponentKind kind, String name, Figure shown) {
        Optional<Double> newest = shown.latest().state().latest();
        String metric = shown.metric().id();
        return text.stack().verdict().open().stream()
                .filter(StackFigures.on(kind, name).and(StackFigures.about(metric)))
                .max(Comparator.comparing(Condition::severity)
                        .thenComparing(one -> one.source() == Condition.Source.RULE))
                .filter(_ -> newest.isPresent())
                .flatMap(worst -> note(text, worst, shown, newest.get()))
                .map(said -> new Sentence(said, Tone.PLAIN));
    }

    private static Optional<String> note(CardText text, Condition worst, Figure shown, double newest) {
        Words words = text.words();
        Optional<RuleSpec> rule = rule(text.stack(), worst);
        if (worst.source() == Condition.Source.CLOUDWATCH || rule.isEmpty()) {
            return worst.source() == Condition.Source.CLOUDWATCH
                    ? Optional.of(words.say("ui.card.judgedByAws", worst.name())) : Optional.empty();
        }
        if (worst.value().isEmpty()) {
            return Optional.empty();
        }
        String judged = say(text, shown.metric(), rule.get(), worst.value().getAsDouble());
        if (judged.equals(text.figures().of(newest, shown.metric().unit()))) {
            return breaches(rule.get(), newest, worst) ? Optional.empty()
                    : Optional.of(words.say("ui.card.notYetClear", rule.get().breaching(), rule.get().evaluated()));
        }
        Optional<Instant> end = shown.recent().complete(MINUTE, text.stack().asOf()).last()
                .map(sample -> sample.at().plus(MINUTE));
        return end.map(at -> words.say("ui.card.judged", judged, rule.get().period(), words.when(at, text.now())));
    }

    private static Optional<RuleSpec> rule(StackSnapshot stack, Condition condition) {
        return DefaultRules.effective(stack.file()).stream().filter(rule -> rule.name().equals(condition.name()))
                .findFirst();
    }

    private static boolean breaches(RuleSpec rule, double value, Condition condition) {
        double threshold = condition.threshold().orElse(value);
        return rule.direction() == RuleSpec.Direction.ABOVE ? value > threshold : value < threshold;
    }

    /// A count by the minute is judged by its sum over the period of the rule.
    private static String say(CardText text, MetricDefinition metric, RuleSpec rule, double value) {
        return metric.unit() == Unit.PER_MINUTE && rule.period().compareTo(MINUTE) > 0
                ? text.words().number(value) : text.figures().of(value, metric.unit());
    }
}
