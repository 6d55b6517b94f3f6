package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.TextFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which alarms are wanted, whatever their group.
///
/// @param severities empty for all
/// @param sources    empty for both
record AlarmFilter(boolean mine, Set<Severity> severities, Set<Source> sources, TextFilter text) {

    static AlarmFilter none() {
        return new AlarmFilter(false, Set.of(), Set.of(), TextFilter.none());
    }

    /// The severities that alarms have, worst first.
    static List<Severity> allSeverities() {
        return List.of(Severity.CRITICAL, Severity.WARNING, Severity.NOTICE);
    }

    static List<Source> allSources() {
        return List.of(Source.RULE, Source.CLOUDWATCH);
    }

    boolean isNone() {
        return !mine && severities.isEmpty() && sources.isEmpty() && text.isEmpty();
    }

    /// @param person  who looks
    /// @param columns what an alarm says, by column
    boolean wants(AlarmFacts one, String person, Function<AlarmFacts, Map<String, String>> columns) {
        return (!mine || one.isOf(person))
                && (severities.isEmpty() || severities.contains(one.severity()))
                && (sources.isEmpty() || sources.stream().anyMatch(one::isToldBy))
                && (text.isEmpty() || text.matches(columns.apply(one)));
    }

    AlarmFilter withMine(boolean only) {
        return new AlarmFilter(only, severities, sources, text);
    }

    AlarmFilter withSeverities(Set<Severity> only) {
        return new AlarmFilter(mine, Set.copyOf(only), sources, text);
    }

    AlarmFilter withSources(Set<Source> only) {
        return new AlarmFilter(mine, severities, Set.copyOf(only), text);
    }

    AlarmFilter with(TextFilter typed) {
        return new AlarmFilter(mine, severities, sources, typed);
    }
}
