package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Money;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts an alarm into words.
final class AlarmText {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("alarm", "stack", "env", "component", "severity", "source", "state", "who");

    /// Up to here hours are said as such: a rule of 24 h is not one of a day.
    private static final int HOURS = 96;

    private final Words words;
    private final FigureText figures;
    private final Map<Object, String> names = new HashMap<>();
    private final MetricCatalogue catalogue = MetricCatalogue.standard();

    AlarmText(Words words) {
        this.words = words;
        figures = new FigureText(words);
    }

    /// What it is called, as everywhere.
    String title(AlarmFacts one) {
        return names.computeIfAbsent(AlarmName.argument(one.occurrence().now()),
                name -> words.say("alarm.named", name));
    }

    /// What it is on.
    String component(AlarmFacts one) {
        return one.occurrence().key().on().kind() == ComponentKind.STACK ? words.say("ui.alarms.wholeStack")
                : one.occurrence().key().on().name();
    }

    /// The whole sentence as long as its condition is in alarm, else what it is called.
    String sentence(AlarmFacts one) {
        return one.live() ? one.stack().finder(one.occurrence()).filter(each -> each.state() == Condition.State.ALARM)
                .or(() -> one.stack().tellers(one.key()).stream()
                        .filter(each -> each.state() == Condition.State.ALARM).findFirst())
                .map(each -> words.say(each.sentence())).orElseGet(() -> title(one)) : title(one);
    }

    /// The newest value, or the worst of what is over; in words why there is none.
    String value(AlarmFacts one) {
        OptionalDouble value = figure(one);
        if (value.isEmpty() && !isSaidWithout(one)) {
            return words.say("ui.alarms.value." + (one.stack().isComposite(one.occurrence()) ? "composite"
                    : one.cloud() ? "unknown" : "none"));
        }
        return switch (one.occurrence().now().metric().orElse("")) {
            case "pipeline.failed", "service.failedDeployments" -> words.say("ui.alarms.value.failed");
            case "service.missing" -> missing(one, value);
            case "queue.deadLetterHoursLeft" ->
                words.say("ui.alarms.value.left", amount(one, value.getAsDouble()));
            case "db.connections" -> connections(one, value.getAsDouble());
            default -> amount(one, value.getAsDouble());
        };
    }

    private static OptionalDouble figure(AlarmFacts one) {
        return one.live() ? one.occurrence().now().value() : one.occurrence().worstValue();
    }

    /// Of what has failed no figure is said.
    private static boolean isSaidWithout(AlarmFacts one) {
        return one.occurrence().now().metric().filter(FAILED::contains).isPresent();
    }

    private String missing(AlarmFacts one, OptionalDouble missing) {
        String said = words.number(missing.getAsDouble());
        return one.stack().snapshot().services().stream()
                .filter(each -> each.spec().name().equals(one.occurrence().key().on().name()))
                .flatMap(each -> each.state().state().latest().stream()).findFirst().filter(_ -> one.live())
                .map(state -> words.say("ui.of", state.running(), state.desired()))
                .orElseGet(() -> words.say("ui.alarms.value.missing", said));
    }

    private String connections(AlarmFacts one, double open) {
        return one.stack().snapshot().databases().stream()
                .filter(each -> each.spec().id().equals(one.occurrence().key().on().name()))
                .flatMap(each -> each.maxConnections().stream().boxed()).findFirst()
                .map(most -> words.say("ui.of", words.number(open), words.number(most)))
                .orElseGet(() -> amount(one, open));
    }

    /// What stands below the value: the limit, or what the value is; of one that is not known how long ago it was known.
    String below(AlarmFacts one) {
        if (!one.live()) {
            return figure(one).isEmpty() ? "" : words.say("ui.alarms.worst");
        }
        Finding now = one.occurrence().now();
        Optional<Instant> unknown = one.occurrence().unknownSince();
        if (unknown.isPresent() && now.value().isPresent()) {
            return words.say("ui.alarms.value.old", Duration.between(unknown.get(), one.stack().snapshot().asOf()));
        }
        return switch (now.metric().orElse("")) {
            case "service.missing" -> words.say("ui.alarms.value.tasks");
            case "pipeline.failed", "service.failedDeployments" -> "";
            default -> now.threshold().isEmpty() ? ""
                    : words.say("ui.alarms.limit", amount(one, now.threshold().getAsDouble()));
        };
    }

    /// How old what it says is, where that is late: a value that nobody could read again looks no longer like one of now.
    Optional<Age> late(AlarmFacts one, Instant now) {
        return read(one, now).filter(Age::worthSaying);
    }

    /// The same, late or not: details tell every age.
    Optional<Age> read(AlarmFacts one, Instant now) {
        List<Panel<?>> panels = one.live() ? one.stack().behind(one.occurrence()) : List.of();
        return panels.isEmpty() ? Optional.empty() : Optional.of(Age.oldest(panels, now, words));
    }

    /// A value of the alarm's metric with its unit. Notices of cost say in their sentence in which currency they are.
    String amount(AlarmFacts one, double value) {
        Optional<Unit> unit = one.occurrence().now().metric().flatMap(catalogue::find).map(metric -> metric.unit());
        boolean hours = unit.filter(known -> known == Unit.HOURS).isPresent() && value >= 1 && value <= HOURS
                && value == Math.rint(value);
        return hours ? words.say("span.hours", (int) value)
                : unit.map(known -> figures.of(value, known)).orElseGet(() -> money(one)
                        .map(like -> words.money(new Money(BigDecimal.valueOf(value), like.currency())))
                        .orElseGet(() -> words.number(value)));
    }

    private static Optional<Money> money(AlarmFacts one) {
        return one.stack().finder(one.occurrence()).stream().flatMap(each -> each.sentence().arguments().stream())
                .filter(Money.class::isInstance).map(Money.class::cast).findFirst();
    }

    /// Of the value: a severity only where it is known.
    Tone tone(AlarmFacts one, Instant now) {
        return !one.live() || one.occurrence().unknownSince().isPresent() || isStale(one, now) ? Tone.MUTED
                : one.severity() == Severity.NOTICE ? Tone.PLAIN : Tone.of(one.severity());
    }

    /// Of the line of a row.
    Tone lineTone(AlarmFacts one, Instant now) {
        return one.occurrence().unknownSince().isPresent() || isStale(one, now) ? Tone.MUTED
                : Tone.of(one.severity());
    }

    private boolean isStale(AlarmFacts one, Instant now) {
        return late(one, now).filter(age -> age.freshness() == Freshness.STALE).isPresent();
    }

    /// Why the row has no line, as short as its column.
    String noSeries(AlarmFacts one) {
        return words.say("ui.alarms.noSeries." + lacking(one));
    }

    /// The same in a sentence.
    String whyNoSeries(AlarmFacts one) {
        return words.say("ui.alarms.noSeries." + lacking(one) + ".why");
    }

    private String lacking(AlarmFacts one) {
        Optional<MetricDefinition> metric = one.occurrence().now().metric().flatMap(catalogue::find);
        return metric.isEmpty() ? "metric" : one.stack().figure(one.occurrence()).isEmpty() ? "detail" : "data";
    }

    /// As in `above 80%`.
    String compared(AlarmFacts one, Relation relation, double threshold) {
        String key = switch (relation) {
            case ABOVE -> "condition.above";
            case AT_LEAST -> "condition.atLeast";
            case BELOW -> "condition.below";
            case AT_MOST -> "condition.atMost";
        };
        return words.say(key, amount(one, threshold));
    }

    String since(AlarmFacts one, Instant now) {
        return words.when(one.occurrence().raised(), now);
    }

    /// How long it has been there, or how long it took; how often it has come where it comes and goes.
    String age(AlarmFacts one, Instant now) {
        String lasted = lasted(one.occurrence(), now);
        return one.times() > 1 ? words.say("ui.alarms.timesBrief", one.times()) : lasted;
    }

    String lasted(Occurrence one, Instant now) {
        return one.resolved().map(end -> words.say("ui.alarms.lasted", Duration.between(one.raised(), end)))
                .orElseGet(() -> words.span(Duration.between(one.raised(), now)));
    }

    /// Since when and for how long, with UTC, for a tooltip.
    String moments(AlarmFacts one, Instant now) {
        String flaps = one.times() > 1
                ? "\n" + words.say("list.and", words.say("ui.alarms.times", one.times()), lasted(one.occurrence(), now))
                : "";
        return words.moments(one.occurrence().raised()) + flaps;
    }

    /// Who has it until when, or how it ended. Empty where nobody has it.
    String who(AlarmFacts one, Instant now) {
        return switch (one.occurrence().status()) {
            case Status.Open _ -> "";
            case Status.Acknowledged(var word) -> until(word, now);
            case Status.Snoozed(var word) -> until(word, now);
            case Status.Resolved(var at, var _) -> words.say("ui.alarms.back", words.when(at, now));
            case Status.Closed(var at, var why, var _) -> words.say("ui.alarms.closed." + DetailText.key(why),
                    words.when(at, now));
        };
    }

    private String until(Word word, Instant now) {
        return word.until().map(end -> words.say("ui.alarms.until", word.person(), words.when(end, now)))
                .orElseGet(() -> words.say("ui.alarms.untilOk", word.person()));
    }

    /// What was noted; how old the word is where it is old.
    String note(AlarmFacts one, Instant now) {
        return switch (one.occurrence().status()) {
            case Status.Open _ -> "";
            case Status.Acknowledged(var word) -> AlarmCollection.oldWord(one, now)
                    .map(at -> words.say("ui.alarms.ago", Duration.between(at, now)) + noted(word))
                    .orElse(word.note());
            case Status.Snoozed(var word) -> word.note();
            case Status.Over _ -> owner(one.occurrence(), now);
        };
    }

    /// Who has an occurrence, or had it last, until when, and what was noted: also once it is open again or over.
    String owner(Occurrence one, Instant now) {
        Optional<String> had = one.had().map(last -> had(last, now));
        return switch (one.status()) {
            case Status.Acknowledged(var word) -> until(word, now) + noted(word);
            case Status.Snoozed(var word) -> words.say("ui.alarms.snoozedBy", word.person()) + noted(word);
            case Status.Open _ -> had.map(said -> words.say("ui.alarms.hadBefore", said))
                    .orElseGet(() -> words.say("ui.alarms.nobodyYet"));
            case Status.Over over -> had.or(() -> over.last().map(last -> words.say("ui.alarms.snoozedBy",
                    last.word().person()) + noted(last.word()))).orElseGet(() -> words.say("ui.alarms.nobody"));
        };
    }

    private String had(Had last, Instant now) {
        Word word = last.word();
        return last.to().map(to -> words.say("ui.alarms.had", word.person(), words.when(word.at(), now),
                words.when(to, word.at()))).orElse(word.person()) + noted(word);
    }

    private static String noted(Word word) {
        return word.note().isBlank() ? "" : ": " + word.note();
    }

    /// The rules and alarms that tell of it, the one that found it first.
    String tellers(AlarmFacts one) {
        Finding now = one.occurrence().now();
        return Stream.concat(Stream.of(teller(now.source(), now.name())),
                one.stack().tellers(one.occurrence().key()).stream()
                        .filter(each -> each.state() == Condition.State.ALARM)
                        .map(each -> teller(each.source(), each.name())))
                .distinct().collect(Collectors.joining("\n"));
    }

    private String teller(Source source, String name) {
        return source == Source.CLOUDWATCH ? words.say("ui.open.cloud", name)
                : words.say("ui.open.rule", words.rule(name));
    }

    /// The columns that a text filter knows.
    FilterColumns columns() {
        return FilterColumns.of(words, COLUMNS);
    }

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns(AlarmFacts one) {
        String said = Stream.concat(one.word().stream(), one.occurrence().had().map(Had::word).stream())
                .map(word -> word.person() + " " + word.note()).distinct().collect(Collectors.joining(" "));
        String source = Stream.concat(Stream.of(one.source()), one.stack().tellers(one.key()).stream()
                .map(Condition::source)).distinct().map(AlarmText::word).collect(Collectors.joining(" "));
        String called = Stream.concat(Stream.of(title(one), one.occurrence().now().name()),
                one.stack().tellers(one.key()).stream().map(each -> words.rule(each.name()))).distinct()
                .collect(Collectors.joining(" "));
        return Map.of("alarm", called, "stack", one.stack().name(),
                "env", one.stack().environment().word(), "component", one.occurrence().key().on().name(),
                "severity", one.severity().word() + " " + words.say("severity." + one.severity().word()),
                "source", source, "state", one.group().word(), "who", said);
    }

    private static String word(Source source) {
        return source == Source.CLOUDWATCH ? "cloudwatch aws" : "rule";
    }

    /// For a screen reader.
    String spoken(AlarmFacts one, Instant now) {
        return words.say("ui.alarms.spoken", words.say("severity." + one.severity().word()),
                words.say("ui.alarms.group." + one.group().word()), title(one), one.stack().name(),
                component(one), since(one, now)) + " " + who(one, now)
                + late(one, now).map(age -> " " + words.say("ui.alarms.spoken.late", age.text())).orElse("");
    }

    static final List<String> CSV_HEADER = List.of("id", "state", "severity", "worst", "raised", "resolved", "stack",
            "environment", "component", "source", "rule", "metric", "value", "worstValue", "threshold", "person",
            "acknowledged", "until", "note");

    /// Where the worst value alone would say nothing.
    private static final Set<String> FAILED = Set.of("pipeline.failed", "service.failedDeployments");

    /// The words of the data, the same in every language. The person is who has it or had it last, from when until when it
    /// was, or will be; else who has snoozed it.
    List<String> csv(AlarmFacts one) {
        return Stream.concat(occurrence(one).stream(), words(one.occurrence()).stream()).toList();
    }

    private static List<String> occurrence(AlarmFacts one) {
        Occurrence it = one.occurrence();
        return List.of(it.id().toString(), one.group().word(), it.severity().word(), it.worst().word(),
                it.raised().toString(), it.resolved().map(Instant::toString).orElse(""), it.key().stack().value(),
                one.stack().environment().word(), it.key().on().name(), one.cloud() ? "cloudwatch" : "rule",
                it.now().name(), it.now().metric().orElse(""), number(it.now().value()), number(it.worstValue()),
                number(it.now().threshold()));
    }

    /// Person, since when, until when and note; empty where nobody ever said a word.
    static List<String> words(Occurrence one) {
        Optional<Word> word = one.status() instanceof Status.Held held ? Optional.of(held.word())
                : one.had().map(Had::word).or(() -> one.status().said());
        Optional<Instant> until = word.equals(one.had().map(Had::word)) ? one.had().flatMap(Had::to) : Optional.empty();
        return List.of(word.map(Word::person).orElse(""), word.map(Word::at).map(Instant::toString).orElse(""),
                until.or(() -> word.flatMap(Word::until)).map(Instant::toString).orElse(""),
                word.map(Word::note).orElse(""));
    }

    private static String number(OptionalDouble value) {
        return io.watchdeck.ui.kit.Csv.number(value);
    }
}
