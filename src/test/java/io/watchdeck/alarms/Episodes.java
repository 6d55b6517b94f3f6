package io.watchdeck.alarms;

import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/// Occurrences of one trouble, and what they are made of.
public final class Episodes {

    public static final StackId STACK = new StackId("tiketi-prod");
    public static final ComponentId API = new ComponentId(ComponentKind.SERVICE, "api");
    public static final AlarmKey CPU = new AlarmKey(STACK, API, "service.cpu above");

    /// The names of the alarms of CloudWatch, which has answered.
    static final Optional<Set<String>> HEARD = Optional.of(Set.of("api-cpu-high"));

    private Episodes() {}

    public static Occurrence open(Severity severity, Instant raised) {
        return new Occurrence(new UUID(0, raised.getEpochSecond()), CPU, raised, finding(severity, 70), severity,
                OptionalDouble.of(70), new Open(raised, raised), Optional.empty());
    }

    public static Finding finding(Severity severity, double cpu) {
        return new Finding(severity, Source.RULE, "cpu-" + severity.word(), Optional.of("service.cpu"),
                OptionalDouble.of(cpu), OptionalDouble.of(60), Optional.of(Relation.ABOVE));
    }

    public static Word word(String person, Instant at, Instant until) {
        return new Word(person, at, Optional.of(until), "looking", Severity.WARNING);
    }

    /// A rule over the CPU of the service.
    public static Condition rule(Severity severity, State state, double cpu) {
        return condition(Source.RULE, "cpu-" + severity.word(), severity, state, cpu, Optional.empty());
    }

    /// An alarm of CloudWatch over the CPU of the service.
    ///
    /// @param since when it reached its state
    public static Condition alarm(Severity severity, State state, Instant since) {
        return condition(Source.CLOUDWATCH, "api-cpu-high", severity, state, 70, Optional.of(since));
    }

    /// The same with another limit.
    static Condition limited(Condition one, double threshold) {
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(), one.state(), one.value(),
                OptionalDouble.of(threshold), one.compared(), one.since(), one.sentence(), one.gone());
    }

    /// The same, of which is known since when it has been so.
    static Condition since(Condition one, Instant since) {
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(), one.state(), one.value(),
                one.threshold(), one.compared(), Optional.of(since), one.sentence(), one.gone());
    }

    /// The same, of a service that does not exist any more.
    public static Condition gone(Condition one) {
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(), one.state(), one.value(),
                one.threshold(), one.compared(), one.since(), one.sentence(), true);
    }

    private static Condition condition(Source source, String name, Severity severity, State state, double cpu,
            Optional<Instant> since) {
        return new Condition(name, source, API, Optional.of("service.cpu"), severity, state, OptionalDouble.of(cpu),
                OptionalDouble.of(60), Optional.of(new Comparison(Relation.ABOVE, "Average", Duration.ofMinutes(1))),
                since, Phrase.of("condition.ok"));
    }
}
