package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.model.Severity;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AlarmNameTest {

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void aRuleIsCalledByItsWordsAndAnAlarmByWhatItWatches() {
        assertThat(name(Source.RULE, "running-below-desired", Optional.of("service.missing")))
                .isEqualTo("Running tasks below desired");
        assertThat(name(Source.CLOUDWATCH, "sesami-dlq-not-empty", Optional.of("queue.deadLetters")))
                .isEqualTo("Dead letters");
    }

    @Test
    void anAlarmOfNoMetricOfOursKeepsTheNameOfCloudWatch() {
        assertThat(name(Source.CLOUDWATCH, "tiketi-service-degraded", Optional.empty()))
                .isEqualTo("tiketi-service-degraded");
        assertThat(name(Source.CLOUDWATCH, "odd", Optional.of("not.ours"))).isEqualTo("odd");
    }

    private String name(Source source, String name, Optional<String> metric) {
        return words.say(AlarmName.of(new Finding(Severity.WARNING, source, name, metric, OptionalDouble.empty(),
                OptionalDouble.empty(), Optional.empty())));
    }
}
