package io.watchdeck.report;

import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Sentences;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Says the moments, spans and figures of a report: in the reader's zone, with the day wherever the time of the report has
/// more than one.
record Telling(Words words, TimeRange range, Instant made, MetricCatalogue catalogue) {

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    String say(Phrase phrase) {
        return words.say(phrase);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, words.zone());
    }

    private boolean isOneDay() {
        return day(range.from()).equals(day(range.to()));
    }

    /// To the minute.
    String at(Instant at) {
        return dayOf(at) + words.clock(at);
    }

    /// A moment that a person pinned, who did, and the note if there is one.
    String pin(HandOver.Pin pin) {
        return pin.text().isEmpty() ? say("report.pin.bare", at(pin.at()), pin.person())
                : say("report.pin", at(pin.at()), pin.person(), pin.text());
    }

    /// To the second.
    String exactly(Instant at) {
        return dayOf(at) + words.clockSeconds(at);
    }

    private String dayOf(Instant at) {
        return isOneDay() && day(at).equals(day(range.from())) ? "" : words.day(day(at)) + " ";
    }

    /// The end has its day only where it is another one.
    String between(Instant from, Instant to) {
        String end = day(from).equals(day(to)) ? words.clock(to) : at(to);
        return say("report.between", at(from), end);
    }

    /// In its two largest units, minutes with their seconds below ten of them.
    String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < 60 || seconds >= 600 || seconds % 60 == 0 ? words.span(span)
                : say("report.minutesSeconds", seconds / 60, seconds % 60);
    }

    String severity(Severity severity) {
        return say("severity." + severity.word());
    }

    /// What an alarm is called: rules of ours have words.
    String alarm(Finding found) {
        return words.say(AlarmName.of(found));
    }

    /// The same from a sentence that begins with it.
    String alarm(Phrase sentence) {
        return words.say("alarm.named", sentence.arguments().getFirst());
    }

    /// What it is on; the stack's own alarms are on the whole of it.
    String component(Occurrence one) {
        return one.key().on().kind() == ComponentKind.STACK ? say("report.wholeStack") : one.key().on().name();
    }

    /// As in `5xx on tiketi-alb-prod`.
    String title(Occurrence one) {
        return say("report.alarmOn", alarm(one.now()), component(one));
    }

    /// A figure of an alarm's metric with its unit; a count by the minute that a rule adds up is of the rule's period.
    Optional<String> figure(Finding found, StackFile file, OptionalDouble value) {
        Optional<MetricDefinition> metric = found.metric().flatMap(catalogue::find);
        if (value.isEmpty() || metric.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> added = metric.filter(one -> one.unit() == Unit.PER_MINUTE)
                .flatMap(_ -> io.watchdeck.alarms.DefaultRules.effective(file).stream()
                        .filter(rule -> rule.name().equals(found.name())).map(RuleSpec::period).findFirst())
                .filter(period -> period.toMinutes() > 1);
        return Optional.of(added.map(period -> say("report.in", words.number(value.getAsDouble()), period))
                .orElseGet(() -> amount(metric.get(), value.getAsDouble())));
    }

    String amount(MetricDefinition metric, double value) {
        return say(Sentences.amount(metric, value));
    }

    /// As in `98/min, limit 10/min`; empty where no figure is known. Of what has failed, and of what says so by itself, no
    /// figure is said.
    Optional<String> figures(Finding found, StackFile file, OptionalDouble value) {
        if (found.metric().filter(List.of("pipeline.failed", "service.failedDeployments")::contains).isPresent()) {
            return Optional.empty();
        }
        if (found.metric().filter("service.missing"::equals).isPresent()) {
            return value.isPresent() ? Optional.of(say("report.missing", value.getAsDouble())) : Optional.empty();
        }
        Optional<String> limit = figure(found, file, found.threshold());
        return figure(found, file, value)
                .map(now -> limit.map(most -> say("report.withLimit", now, most)).orElse(now));
    }

    /// What an alarm found: without a value that is within the limit again, because it is newer than what was judged.
    Optional<String> found(Finding found, StackFile file) {
        boolean within = found.value().isPresent() && found.threshold().isPresent() && found.relation()
                .filter(side -> !side.isBreached(found.value().getAsDouble(), found.threshold().getAsDouble()))
                .isPresent();
        return within ? figure(found, file, found.threshold()).map(limit -> say("report.limit", limit))
                : figures(found, file, found.value());
    }

    /// A person's words, quoted; empty where there are none.
    String quoted(String note) {
        return note.isBlank() ? "" : " " + say("report.quoted", note.strip());
    }
}
