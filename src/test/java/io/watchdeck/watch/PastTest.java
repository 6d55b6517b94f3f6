package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetEvent.Deployed;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final StackId SHOP = new StackId("shop");
    private static final HistoryAnswer NOTHING = new HistoryAnswer(new HistoryQuery(List.of(),
            TimeRange.last(Duration.ofDays(1), Rig.NOW), Tier.MINUTE), Map.of());

    private static Deployed deployed(String service, String id) {
        return new Deployed(new ServiceKey("shop", service), new Deployment(id, "PRIMARY", "arn:task:1", 2, 2, 0, 0,
                "COMPLETED", "", Rig.NOW, Rig.NOW));
    }

    @Test
    void deploymentsAreThereByTheirService() {
        Past past = Past.of(NOTHING, Map.of(SHOP, List.of(deployed("api", "1"), deployed("worker", "2"),
                deployed("api", "3"))));

        assertThat(past.deployments(SHOP, "api")).extracting(Deployment::id).containsExactly("1", "3");
        assertThat(past.deployments(SHOP, "worker")).extracting(Deployment::id).containsExactly("2");
    }

    @Test
    void aStackOrServiceOfWhichNothingIsKeptHasNone() {
        Past past = Past.of(NOTHING, Map.of(SHOP, List.of(deployed("api", "1"))));

        assertThat(past.deployments(SHOP, "web")).isEmpty();
        assertThat(past.deployments(new StackId("other"), "api")).isEmpty();
    }
}
