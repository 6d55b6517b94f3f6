package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.words.Words;

/// Says why a time has no samples.
final class GapReason {

    private GapReason() {}

    /// Empty where nothing is known of it.
    ///
    /// @param metric what the console counts itself CloudWatch was not asked for
    static String of(Gap gap, MetricDefinition metric, Words words) {
        return switch (gap.cause()) {
            case NOT_KNOWN -> "";
            case NOT_READ -> words.say("ui.gap.notRead");
            case NO_DATA -> words.say(
                    metric.origin() instanceof MetricDefinition.Polled ? "ui.gap.nothing" : "ui.gap.noData");
            case MISSED -> gap.missed().map(kind -> words.say("ui.gap." + kind.word())).orElse("");
        };
    }
}
