package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An alarm that needs someone and that nobody has: a warning or worse that is open. What counts as one is decided here
/// alone, for the rail, the notification area, the overview and `status`.
///
/// An occurrence counts as long as it is open, also while nobody knows how it is. A trouble that was found and is not judged
/// yet, because the time before it is judged first, counts as well: nobody can have it.
///
/// @param occurrence empty of what is not judged yet
/// @param condition  the worst that is in alarm for it, else the one that found it; empty where that is no more
public record OpenAlarm(AlarmKey key, Severity severity, Optional<Occurrence> occurrence,
        Optional<Condition> condition) {

    /// The rule or alarm that found it: of a condition that both watch the rule, whichever is in alarm now.
    public String name() {
        return occurrence.map(one -> one.now().name()).orElseGet(() -> condition.orElseThrow().name());
    }

    /// Who evaluates that.
    public Condition.Source source() {
        return occurrence.map(one -> one.now().source()).orElseGet(() -> condition.orElseThrow().source());
    }

    /// Those of a stack.
    static List<OpenAlarm> of(StackSnapshot stack) {
        Map<AlarmKey, Condition> troubles = new HashMap<>();
        stack.verdict().troubles().forEach(one -> troubles.put(AlarmKey.of(stack.file().id(), one), one));
        var all = new ArrayList<OpenAlarm>();
        for (Occurrence one : stack.occurrences()) {
            Optional<Condition> trouble = Optional.ofNullable(troubles.remove(one.key()));
            if (one.status() instanceof Status.Open && needsSomeone(one.severity())) {
                all.add(new OpenAlarm(one.key(), one.severity(), Optional.of(one),
                        trouble.or(() -> finder(stack, one))));
            }
        }
        Stream<OpenAlarm> unjudged = troubles.entrySet().stream().filter(one -> needsSomeone(one.getValue().severity()))
                .map(one -> new OpenAlarm(one.getKey(), one.getValue().severity(), Optional.empty(),
                        Optional.of(one.getValue())));
        return Stream.concat(all.stream(), unjudged).toList();
    }

    private static boolean needsSomeone(Severity severity) {
        return severity.compareTo(Severity.WARNING) >= 0;
    }

    private static Optional<Condition> finder(StackSnapshot stack, Occurrence one) {
        return stack.conditions().stream().filter(each -> each.source() == one.now().source()
                && each.name().equals(one.now().name()) && AlarmKey.of(stack.file().id(), each).equals(one.key()))
                .findFirst();
    }
}
