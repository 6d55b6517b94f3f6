package io.watchdeck.alarms;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// A rule or CloudWatch alarm on one component, as it stands now.
///
/// @param name      of the rule or alarm
/// @param source    who evaluates it
/// @param metric    id in the catalogue; empty where CloudWatch's alarm has none of ours
/// @param severity  what it means when it is in alarm
/// @param value     newest value, in the metric's unit
/// @param threshold in the metric's unit
/// @param compared  how the value is held against the threshold; empty where there is none
/// @param since     since when it has been in its state, as far as is known
/// @param sentence  what it says, with value and limit
/// @param gone      whether AWS has answered that what it is about does not exist: then nothing of it is known for good
public record Condition(String name, Source source, ComponentId on, Optional<String> metric, Severity severity,
        State state, OptionalDouble value, OptionalDouble threshold, Optional<Comparison> compared,
        Optional<Instant> since, Phrase sentence, boolean gone) {

    /// Of what exists, as far as is known.
    public Condition(String name, Source source, ComponentId on, Optional<String> metric, Severity severity,
            State state, OptionalDouble value, OptionalDouble threshold, Optional<Comparison> compared,
            Optional<Instant> since, Phrase sentence) {
        this(name, source, on, metric, severity, state, value, threshold, compared, since, sentence, false);
    }

    public enum Source { RULE, CLOUDWATCH }

    /// Whether a rule of this console and an alarm of CloudWatch ask for the same: the same metric of the same component, in
    /// the same statistic, on the same side of the same threshold; of a count `> 0` is `>= 1`.
    public boolean isTwinOf(Condition other) {
        return source != other.source && on.equals(other.on) && metric.isPresent() && metric.equals(other.metric)
                && threshold.isPresent() && other.threshold.isPresent()
                && compared.isPresent() && other.compared.filter(its -> compared.get().isThatOf(its,
                        threshold.getAsDouble(), other.threshold.getAsDouble())).isPresent();
    }

    /// What is wrong when it is in alarm: a metric and the side on which it is bad, as in `service.cpu above`; for an alarm of
    /// no metric of ours `alarm` and its name. Conditions of one component and one topic tell of the same trouble.
    public String topic() {
        return metric.map(this::topic).orElseGet(() -> "alarm " + name);
    }

    /// The 5xx counters count as one. Tasks are missing whether too few run or too many do not.
    private String topic(String of) {
        return switch (of) {
            case "service.running", "service.missing", "service.runningPercent" -> "tasks";
            case "lb.5xx", "lb.target5xx", "lb.elb5xx" -> "5xx" + side();
            default -> of + side();
        };
    }

    private String side() {
        return compared.map(how -> switch (how.relation()) {
            case ABOVE, AT_LEAST -> " above";
            case BELOW, AT_MOST -> " below";
        }).orElse("");
    }

    /// [#UNKNOWN]: a figure that the rule needs is not known.
    public enum State { OK, ALARM, UNKNOWN }
}
