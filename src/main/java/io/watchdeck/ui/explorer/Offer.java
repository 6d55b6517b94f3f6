package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Unit;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.StackSeries;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A series that can be chosen.
///
/// @param stack  its name; two stacks of different environments may have the same
/// @param figure what the metric is called
/// @param unit   of its values, in words
record Offer(StackSeries series, String stack, Environment environment, String figure, String unit) {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("stack", "env", "component", "figure", "metric", "unit");

    static Offer of(StackSnapshot stack, StackSeries series, Words words) {
        MetricDefinition metric = series.metric();
        return new Offer(series, stack.file().name(), stack.file().environment(), words.say("metric." + metric.id()),
                words.say(unitKey(metric.unit())));
    }

    static String unitKey(Unit unit) {
        return "ui.explorer.unit." + unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SeriesId id() {
        return series.id();
    }

    String component() {
        return series.on().name();
    }

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns() {
        return Map.of("stack", stack, "env", environment.word(), "component", component(), "figure", figure,
                "metric", series.metric().id(), "unit", unit);
    }
}
