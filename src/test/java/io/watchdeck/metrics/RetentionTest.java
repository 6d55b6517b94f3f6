package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void nothingIsKeptShorterThanRulesAndChartsNeed() {
        Retention wished = Retention.of(Map.of(Tier.MINUTE, Duration.ofDays(2), Tier.HOUR, Duration.ofDays(10)));

        assertThat(wished).isEqualTo(Retention.standard());
        for (Tier tier : Tier.values()) {
            assertThat(wished.kept(tier)).isEqualTo(tier.kept());
        }
    }

    @Test
    void whatACoarserTierIsMadeOfIsNotKeptLongerThanItself() {
        Retention wished = Retention.of(Map.of(Tier.MINUTE, Duration.ofDays(366)));

        assertThat(wished.kept(Tier.MINUTE)).isEqualTo(Duration.ofDays(366));
        assertThat(wished.kept(Tier.FIVE_MINUTES)).isEqualTo(Duration.ofDays(366));
        assertThat(wished.kept(Tier.HOUR)).isEqualTo(Tier.HOUR.kept());
        assertThat(Retention.of(Map.of(Tier.HOUR, Duration.ofDays(9999))).kept(Tier.HOUR)).isEqualTo(Retention.LONGEST);
    }
}
