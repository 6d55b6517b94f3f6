package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.stack.Threshold;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultRulesTest {

    private static final String PLAIN = """
            stack: Shop
            environment: test
            region: eu-west-1
            cluster: shop
            services: [{name: api}]
            """;

    @Test
    void everyStackHasOurs() {
        List<RuleSpec> rules = DefaultRules.effective(StackFiles.good(PLAIN));

        assertThat(rules).extracting(RuleSpec::name, RuleSpec::metric, RuleSpec::direction, RuleSpec::threshold,
                RuleSpec::breaching, RuleSpec::severity).containsExactlyInAnyOrder(
                        tuple("running-below-desired", "service.missing", Direction.ABOVE, limit(0), 5,
                                Severity.WARNING),
                        tuple("running-below-half", "service.runningPercent", Direction.BELOW, limit(50), 5,
                                Severity.CRITICAL),
                        tuple("deployment-failed", "service.failedDeployments", Direction.ABOVE, limit(0), 1,
                                Severity.CRITICAL),
                        tuple("pipeline-failed", "pipeline.failed", Direction.ABOVE, limit(0), 1, Severity.WARNING),
                        tuple("dead-letters", "queue.deadLetters", Direction.ABOVE, limit(0), 1, Severity.WARNING),
                        tuple("dead-letters-destroyed-soon", "queue.deadLetterHoursLeft", Direction.BELOW, limit(72),
                                1, Severity.WARNING),
                        tuple("dead-letters-destroyed-now", "queue.deadLetterHoursLeft", Direction.BELOW, limit(24),
                                1, Severity.CRITICAL),
                        tuple("failed-batch-jobs", "batch.failed24h", Direction.ABOVE, limit(0), 1, Severity.WARNING),
                        tuple("unhealthy-targets", "tg.unhealthy", Direction.ABOVE, limit(0), 2, Severity.WARNING));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.origin()).isEqualTo(Origin.OURS);
            assertThat(MetricCatalogue.standard().find(rule.metric())).isPresent();
            assertThat(rule.on()).as("every component").isEmpty();
        });
    }

    @Test
    void aRuleOfTheSameNameReplacesOurs() {
        StackFile stack = StackFiles.good(PLAIN + """
                rules:
                  - {name: running-below-desired, metric: service.missing, above: 1, period: 1m, severity: notice}
                """);

        List<RuleSpec> rules = DefaultRules.effective(stack);

        assertThat(rules).hasSameSizeAs(DefaultRules.effective(StackFiles.good(PLAIN)));
        assertThat(rules).filteredOn(rule -> rule.name().equals("running-below-desired")).singleElement()
                .satisfies(rule -> {
                    assertThat(rule.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(rule.origin()).isEqualTo(Origin.DOCUMENT);
                });
    }

    @Test
    void theStacksOwnRulesComeFirst() {
        StackFile stack = StackFiles.good(PLAIN + """
                rules:
                  - {name: CPU, metric: service.cpu, above: 70, period: 5m, severity: notice}
                """);

        assertThat(DefaultRules.effective(stack)).hasSize(10).first().extracting(RuleSpec::name).isEqualTo("CPU");
    }

    private static Threshold limit(double value) {
        return new Threshold.Absolute(value);
    }
}
