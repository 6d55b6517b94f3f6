package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Dimension;
import io.watchdeck.metrics.MetricDefinition.Scope;
import io.watchdeck.metrics.MetricDefinition.Silence;
import io.watchdeck.model.ComponentKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricCatalogueTest {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

    static List<MetricDefinition> ofCloudWatch() {
        return CATALOGUE.all().stream().filter(metric -> metric.origin() instanceof CloudWatch).toList();
    }

    @Test
    void idsAreUniqueAndNameTheirKindFirst() {
        assertThat(CATALOGUE.all()).extracting(MetricDefinition::id).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z]+\\.[a-zA-Z0-9]+"));
        assertThat(CATALOGUE.ids()).hasSameSizeAs(CATALOGUE.all());
        assertThatThrownBy(() -> new MetricCatalogue(List.of(CATALOGUE.get("db.cpu"), CATALOGUE.get("db.cpu"))))
                .isInstanceOf(IllegalStateException.class);
    }

    /// Namespace, name, dimensions, statistic and period are those of the AWS documentation.
    @ParameterizedTest
    @CsvSource({
            "service.cpu,    AWS/ECS,            CPUUtilization,             ClusterName+ServiceName,  Average, 60",
            "service.memory, AWS/ECS,            MemoryUtilization,          ClusterName+ServiceName,  Average, 60",
            "lb.requests,    AWS/ApplicationELB, RequestCount,               LoadBalancer,             Sum,     60",
            "lb.target5xx,   AWS/ApplicationELB, HTTPCode_Target_5XX_Count,  LoadBalancer,             Sum,     60",
            "lb.elb5xx,      AWS/ApplicationELB, HTTPCode_ELB_5XX_Count,     LoadBalancer,             Sum,     60",
            "lb.p50,         AWS/ApplicationELB, TargetResponseTime,         LoadBalancer,             p50,     60",
            "lb.p95,         AWS/ApplicationELB, TargetResponseTime,         LoadBalancer,             p95,     60",
            "lb.p99,         AWS/ApplicationELB, TargetResponseTime,         LoadBalancer,             p99,     60",
            "tg.healthy,     AWS/ApplicationELB, HealthyHostCount,           TargetGroup+LoadBalancer, Minimum, 60",
            "tg.unhealthy,   AWS/ApplicationELB, UnHealthyHostCount,         TargetGroup+LoadBalancer, Maximum, 60",
            "tg.requestsPerTarget, AWS/ApplicationELB, RequestCountPerTarget, TargetGroup+LoadBalancer, Sum,    60",
            "db.connections, AWS/RDS,            DatabaseConnections,        DBInstanceIdentifier,     Maximum, 60",
            "db.cpu,         AWS/RDS,            CPUUtilization,             DBInstanceIdentifier,     Average, 60",
            "db.freeStorage, AWS/RDS,            FreeStorageSpace,           DBInstanceIdentifier,     Minimum, 300",
            "db.acu,         AWS/RDS,            ServerlessDatabaseCapacity, DBInstanceIdentifier,     Average, 60",
            "cache.hits,     AWS/ElastiCache,    CacheHits,                  CacheClusterId+CacheNodeId, Sum,     60",
            "cache.misses,   AWS/ElastiCache,    CacheMisses,                CacheClusterId+CacheNodeId, Sum,     60",
            "cache.evictions, AWS/ElastiCache,   Evictions,                  CacheClusterId+CacheNodeId, Sum,     60",
            "cache.cpu,      AWS/ElastiCache,    EngineCPUUtilization,       CacheClusterId+CacheNodeId, Maximum, 60",
            "queue.oldestAge, AWS/SQS,           ApproximateAgeOfOldestMessage, QueueName,             Maximum, 60"})
    void isAsAwsDocumentsIt(String id, String namespace, String name, String dimensions, String statistic,
            int seconds) {
        var metric = (CloudWatch) CATALOGUE.get(id).origin();

        assertThat(metric.namespace()).isEqualTo(namespace);
        assertThat(metric.name()).isEqualTo(name);
        assertThat(metric.dimensions()).extracting(Dimension::name).containsExactly(dimensions.split("\\+"));
        assertThat(metric.statistic()).isEqualTo(statistic);
        assertThat(metric.period()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theTableAboveIsComplete() throws NoSuchMethodException {
        String[] rows = getClass().getDeclaredMethod("isAsAwsDocumentsIt", String.class, String.class, String.class,
                String.class, String.class, int.class).getAnnotation(CsvSource.class).value();

        assertThat(Stream.of(rows).map(row -> row.split(",")[0])).containsExactlyInAnyOrderElementsOf(
                ofCloudWatch().stream().map(MetricDefinition::id).toList());
    }

    @ParameterizedTest
    @MethodSource("ofCloudWatch")
    void everyStatisticAndPeriodIsOneOfCloudWatchs(MetricDefinition definition) {
        var metric = (CloudWatch) definition.origin();

        assertThat(metric.statistic()).matches("Average|Sum|Minimum|Maximum|SampleCount|p\\d{2}");
        assertThat(metric.period().toSeconds() % 60).isZero();
        assertThat(metric.period()).isPositive();
    }

    @Test
    void whatIsCountedOnlyWhenNotZeroIsZeroWhereRequestsAre() {
        assertThat(ofCloudWatch()).filteredOn(metric -> ((CloudWatch) metric.origin()).zeroWhere().isPresent())
                .extracting(MetricDefinition::id).containsExactly("lb.target5xx", "lb.elb5xx");
        assertThat(((CloudWatch) CATALOGUE.get("lb.elb5xx").origin()).zeroWhere()).contains("lb.requests");
    }

    @Test
    void responseTimesAreMeasuredWhereRequestsAre() {
        assertThat(ofCloudWatch())
                .filteredOn(metric -> ((CloudWatch) metric.origin()).silence() instanceof Silence.NothingWhereZero)
                .extracting(MetricDefinition::id).containsExactly("lb.p50", "lb.p95", "lb.p99");
    }

    @Test
    void everyInputIsAMetricOfTheSameKind() {
        for (MetricDefinition metric : CATALOGUE.all()) {
            List<String> inputs = switch (metric.origin()) {
                case CloudWatch cloudWatch -> switch (cloudWatch.silence()) {
                    case Silence.Absent() -> List.of();
                    case Silence.ZeroWhere(var other) -> List.of(other);
                    case Silence.NothingWhereZero(var other) -> List.of(other);
                };
                case Derived(var formula) -> formula.inputs();
                case MetricDefinition.Polled() -> List.of();
            };
            assertThat(inputs).as(metric.id())
                    .allSatisfy(input -> assertThat(CATALOGUE.get(input).kind()).isEqualTo(metric.kind()));
        }
    }

    @Test
    void freeStorageIsOfInstancesAndCapacityOfClusters() {
        assertThat(CATALOGUE.get("db.freeStorage").scope()).isEqualTo(Scope.INSTANCE);
        assertThat(CATALOGUE.get("db.acu").scope()).isEqualTo(Scope.CLUSTER);
        assertThat(CATALOGUE.get("db.cpu").scope()).isEqualTo(Scope.EVERY);
    }

    @Test
    void aMetricIsFoundByIdAndByKind() {
        assertThat(CATALOGUE.find("no.such")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOGUE.get("no.such"));
        assertThat(CATALOGUE.of(ComponentKind.TARGET_GROUP)).extracting(MetricDefinition::id).containsExactly(
                "tg.healthy", "tg.unhealthy", "tg.requestsPerTarget");
    }

    @Test
    void anotherDimensionChangesNothingElse() {
        var cluster = (CloudWatch) CATALOGUE.get("db.cpu")
                .withDimension("DBInstanceIdentifier", "DBClusterIdentifier").origin();

        assertThat(cluster.dimensions()).containsExactly(new Dimension.Component("DBClusterIdentifier"));
        assertThat(cluster.name()).isEqualTo("CPUUtilization");
        assertThat(CATALOGUE.get("service.running").withDimension("a", "b")).isEqualTo(CATALOGUE.get(
                "service.running"));
    }

    @ParameterizedTest
    @CsvSource({
            "lb.requests,  shop-alb,  app/shop-alb/0123456789abcdef,       true",
            "lb.requests,  shop-alb,  app/shop-alb-2/0123456789abcdef,     false",
            "lb.requests,  shop-alb,  net/shop-alb/0123456789abcdef,       false",
            "tg.healthy,   shop-tg,   targetgroup/shop-tg/0123456789abcdef, true",
            "tg.healthy,   shop-tg,   targetgroup/shop-tg-b/0123456789abcdef, false",
            "cache.hits,   redis,     redis,                                true",
            "cache.hits,   redis,     redis-001,                            true",
            "cache.hits,   redis,     redis-0001-001,                       true",
            "cache.hits,   redis,     redis-sessions-001,                   false",
            "cache.hits,   redis,     redis-2-001,                          false",
            "cache.hits,   redis,     redis2,                               false",
            "cache.hits,   redis,     my-redis,                             false"})
    void awssOwnValueBelongsToTheComponentItNames(String id, String component, String value, boolean matches) {
        var metric = (CloudWatch) CATALOGUE.get(id).origin();
        var found = (Dimension.Found) metric.dimensions().getFirst();

        assertThat(found.matches(value, component)).isEqualTo(matches);
    }

    @Test
    void twoCataloguesSayTheSame() {
        assertThat(MetricCatalogue.standard().all()).isEqualTo(CATALOGUE.all());
    }
}
