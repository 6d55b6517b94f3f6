package io.watchdeck.alarms;

import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.RuleName;

/// What an alarm is called wherever a person meets it, in lists, timelines, charts, reports and notifications: after what
/// found it. A rule is called by its words, an alarm of CloudWatch by the metric of ours that it watches, also where a rule
/// tells of the same trouble and has not found it. Only where it watches none of ours is it called what CloudWatch calls it;
/// else that name is told in its details.
public final class AlarmName {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

    private AlarmName() {}

    public static Phrase of(Finding found) {
        return Phrase.of("alarm.named", argument(found));
    }

    public static Phrase of(Condition condition) {
        return of(Finding.of(condition));
    }

    /// The same as a part of a sentence: the name of a rule, a phrase, or what CloudWatch calls it.
    public static Object argument(Finding found) {
        if (found.source() == Source.RULE) {
            return new RuleName(found.name());
        }
        return found.metric().filter(metric -> CATALOGUE.find(metric).isPresent())
                .<Object>map(metric -> Phrase.of("metric." + metric)).orElse(found.name());
    }
}
