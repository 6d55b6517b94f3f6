package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The conditions that the shipped stacks and the simulated CloudWatch both watch are found to be the same.
class SharedConditionsTest {

    private static final List<StackSnapshot> STACKS = read();

    private static List<StackSnapshot> read() {
        var life = new Life(Stage.SEED);
        var settings = new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), life.clock()),
                Money.usd("2"), true);
        try (var watch = new LiveWatch(settings, life.connector(), MetricCatalogue.standard(), life.clock())) {
            watch.stacks(Stage.shipped(), List.of());
            return watch.readOnce(EnumSet.allOf(Subject.class)).stacks();
        }
    }

    /// Those for which no rule asks: an alarm over others, one of which no rule is in the document, and response times.
    @Test
    void everyAlarmOfADocumentIsThatOfARule() {
        Set<String> alone = STACKS.stream().flatMap(stack -> stack.conditions().stream()
                .filter(one -> one.source() == Source.CLOUDWATCH)
                .filter(one -> stack.conditions().stream().noneMatch(one::isTwinOf))).map(Condition::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(alone).containsExactlyInAnyOrder("tiketi-service-degraded", "tiketi-좌석-응답-지연 🎫",
                "codemate-dev-rds-connections");
    }

    @Test
    void deadLettersAndTheHitRateAreOneRowEach() {
        assertThat(names("sesami-prod", "dead-letters")).containsExactlyInAnyOrder("dead-letters",
                "sesami-dlq-not-empty");
        assertThat(names("tiketi-prod", "Cache hit rate")).containsExactlyInAnyOrder("Cache hit rate",
                "tiketi-cache-hit-rate");
    }

    /// A response time and the errors of one load balancer, and an alarm over both, are three troubles.
    @Test
    void whatIsTrulyDifferentStaysApart() {
        StackSnapshot tiketi = stack("tiketi-prod");
        Set<AlarmKey> keys = tiketi.conditions().stream()
                .filter(one -> Set.of("tiketi-alb-5xx", "tiketi-좌석-응답-지연 🎫", "tiketi-service-degraded")
                        .contains(one.name()))
                .map(one -> AlarmKey.of(tiketi.file().id(), one)).collect(Collectors.toSet());

        assertThat(keys).hasSize(3);
    }

    /// All that are in the row of a condition.
    private static List<String> names(String id, String name) {
        StackSnapshot stack = stack(id);
        AlarmKey key = AlarmKey.of(stack.file().id(), stack.conditions().stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow());
        return stack.conditions().stream().filter(one -> AlarmKey.of(stack.file().id(), one).equals(key))
                .map(Condition::name).toList();
    }

    private static StackSnapshot stack(String id) {
        return STACKS.stream().filter(one -> one.file().id().value().equals(id)).findFirst().orElseThrow();
    }
}
