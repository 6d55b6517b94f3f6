package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleLinksTest {

    private final ConsoleLinks tiketi = new ConsoleLinks(Snapshots.file("tiketi-prod"), Optional.of("210987654321"));

    @Test
    void aServiceIsReachedByItsName() {
        AwsReference service = tiketi.service("tiketi-backend-service", Optional.empty());

        assertThat(service.arn()).contains(
                "arn:aws:ecs:ap-northeast-2:210987654321:service/tiketi-cluster-prod/tiketi-backend-service");
        assertThat(service.uri()).hasToString("https://ap-northeast-2.console.aws.amazon.com/ecs/v2/clusters/"
                + "tiketi-cluster-prod/services/tiketi-backend-service/health?region=ap-northeast-2");
    }

    @Test
    void theArnThatAwsReportedCounts() {
        assertThat(tiketi.service("x", Optional.of("arn:aws:ecs:as-reported")).arn())
                .contains("arn:aws:ecs:as-reported");
    }

    @Test
    void anArnWithAnUnknownIdIsNotGuessed() {
        assertThat(of(ComponentKind.LOAD_BALANCER, "tiketi-alb-prod").arn()).isEmpty();
        assertThat(new ConsoleLinks(Snapshots.file("tiketi-prod"), Optional.empty()).cluster().arn()).isEmpty();
    }

    @Test
    void everyKindHasAPage() {
        for (ComponentKind kind : ComponentKind.values()) {
            assertThat(of(kind, "a name/with signs").uri().toString()).startsWith("https://ap-northeast-2.console.");
        }
    }

    @Test
    void aQueueIsReachedByItsAddress() {
        assertThat(of(ComponentKind.QUEUE, "jobs").uri().toString())
                .endsWith("#/queues/https%3A%2F%2Fsqs.ap-northeast-2.amazonaws.com%2F210987654321%2Fjobs");
    }

    @Test
    void otherPartitionsHaveOtherArnsAndConsoles() {
        StackFile china = Snapshots.file("tiketi-prod").withAccess(Access.defaults(new Region("cn-north-1")));
        AwsReference cluster = new ConsoleLinks(china, Optional.of("1")).cluster();

        assertThat(cluster.arn()).contains("arn:aws-cn:ecs:cn-north-1:1:cluster/tiketi-cluster-prod");
        assertThat(cluster.uri().getHost()).isEqualTo("cn-north-1.console.amazonaws.cn");
    }

    private AwsReference of(ComponentKind kind, String name) {
        return tiketi.of(new ComponentId(kind, name));
    }
}
