package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A rule or CloudWatch alarm of the stack, whatever its state.
///
/// @param severity of the line as it stands: fine where it is OK
/// @param means    the severity it would have in alarm
/// @param twin     the alarm of CloudWatch that asks for the same as a rule and finds the same; it has no line of its own
/// @param to       end of the hour that is drawn
record ConditionLine(String key, Severity severity, String word, String means, String sentence, String component,
        String value, Tone tone, String limit, String since, boolean cloud, String name,
        Optional<String> twin, Series series, OptionalDouble threshold, Instant to, AwsReference reference) {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final Duration SHOWN = Duration.ofHours(1);

    static List<ConditionLine> of(StackSnapshot stack, Instant now, Words words) {
        var links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
        Map<ComponentId, List<Condition>> components =
                stack.conditions().stream().collect(Collectors.groupingBy(Condition::on));
        var said = new Said(CATALOGUE, links, components, now, words);
        return stack.conditions().stream()
                .filter(one -> one.source() == Condition.Source.RULE || said.twin(one).isEmpty())
                .sorted(Comparator.comparing(ConditionLine::rank).reversed().thenComparing(Condition::name))
                .map(one -> of(stack, one, said)).toList();
    }

    /// @param components what is asked of each of them
    private record Said(MetricCatalogue catalogue, ConsoleLinks links, Map<ComponentId, List<Condition>> components,
            Instant now, Words words) {

        /// Who else asks for the same and finds the same. Where they find different things both are shown.
        Optional<Condition> twin(Condition one) {
            return components.getOrDefault(one.on(), List.of()).stream()
                    .filter(other -> other.state() == one.state() && one.isTwinOf(other)).findFirst();
        }
    }

    private static ConditionLine of(StackSnapshot stack, Condition one, Said said) {
        Words words = said.words();
        Optional<Condition> twin = said.twin(one);
        Severity means = twin.map(Condition::severity).filter(other -> other.compareTo(one.severity()) > 0)
                .orElse(one.severity());
        Severity severity = one.state() == State.ALARM ? means : rank(one);
        Optional<Unit> unit = one.metric().flatMap(said.catalogue()::find).map(metric -> metric.unit());
        boolean cloud = one.source() == Condition.Source.CLOUDWATCH;
        String word = one.state() == State.OK ? words.say("ui.condition.ok") : words.say("severity." + severity.word());
        String since = one.state() != State.ALARM ? ""
                : one.since().map(at -> words.say("ui.condition.since", words.when(at, said.now()),
                        Duration.between(at, said.now()))).orElse("");
        String sentence = one.state() == State.ALARM ? words.say(one.sentence()) : StackFigures.said(one, words);
        return new ConditionLine(one.source() + one.name() + one.on(), severity, word,
                words.say("severity." + means.word()), sentence, one.on().name(),
                text(one.value(), unit, words), one.state() == State.ALARM ? Tone.of(means) : Tone.PLAIN,
                limit(one, text(one.threshold(), unit, words), words), since, cloud, one.name(),
                twin.map(Condition::name),
                StackFigures.behind(stack, one).map(Figure::recent).orElse(Series.empty()), one.threshold(),
                said.now().truncatedTo(ChronoUnit.MINUTES),
                cloud ? said.links().alarm(one.name(), Optional.empty()) : said.links().of(one.on()));
    }

    /// Start of the hour that is drawn.
    Instant from() {
        return to.minus(SHOWN);
    }

    private static Severity rank(Condition one) {
        return switch (one.state()) {
            case ALARM -> one.severity();
            case UNKNOWN -> Severity.UNKNOWN;
            case OK -> Severity.FINE;
        };
    }

    /// The threshold with the side on which values are bad.
    private static String limit(Condition one, String threshold, Words words) {
        return one.compared().filter(_ -> !threshold.isEmpty())
                .map(compared -> words.say("ui.condition.limit." + compared.relation(), threshold)).orElse(threshold);
    }

    private static String text(OptionalDouble value, Optional<Unit> unit, Words words) {
        if (value.isEmpty()) {
            return "";
        }
        return unit.map(known -> new FigureText(words).of(value.getAsDouble(), known))
                .orElseGet(() -> words.number(value.getAsDouble()));
    }

    List<String> csv() {
        return List.of(word, sentence, component, value, limit, since, means, name);
    }
}
