package io.watchdeck.watch.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.stack.StackWriter;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// How a selection is written down: limits, rules, severities, cost, and what is missing.
class ProposerTest {

    private static final Finds SHOP = Finds.around("shop-prod", Map.of("Project", "Shop"))
            .service("shop-api", List.of("shop-tg"), List.of("/ecs/shop-api"))
            .balancer("shop-alb", "application", "shop-tg", "blog-tg").database("shop-db").cache("shop-redis")
            .queue("shop-jobs", "shop-jobs-dlq").queue("shop-jobs-dlq");

    private static Proposal propose(Finds finds, ConnectionLimit limit, CloudAlarm... alarms) {
        Inventory found = finds.inventory();
        EnvironmentGuess guess = EnvironmentGuess.of(found);
        var facts = new DatabaseFacts("shop-db", "postgres", "17.1", "db.t4g.micro", "available", false,
                OptionalLong.of(20L << 30), limit, OptionalDouble.empty());
        var details = new Details(Optional.of(new Identity("123456789012", "arn:aws:iam::123456789012:user/ops")),
                Map.of("shop-api", Reading.known(new ScalingRange("shop-api", 2, 9, List.of("CPU 70 %")), Finds.NOW)),
                Map.of("shop-db", Reading.known(facts, Finds.NOW)), Reading.known(List.of(alarms), Finds.NOW));
        Proposal proposal = new Proposer(Access.defaults(new Region("eu-west-1")), found, Selection.of(found, guess),
                details, MetricCatalogue.standard()).propose(guess);
        if (!proposal.isEmpty()) {
            assertReadBack(proposal);
        }
        return proposal;
    }

    /// Whatever is proposed is a good stack file, and the same one, in both languages.
    private static void assertReadBack(Proposal proposal) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            var words = new Words(locale, ZoneOffset.UTC);
            String text = new StackWriter().text(proposal.file(), proposal.notes().said(words::say));
            assertThat(StackFiles.reader().read(proposal.file().id() + ".yaml", text).stack())
                    .contains(proposal.file());
        }
    }

    private static CloudAlarm alarm(String name, String namespace, String metric, Map<String, String> on,
            String topic) {
        return new CloudAlarm(name, Finds.arn("cloudwatch", "alarm:" + name), false, "OK", "", Finds.NOW, namespace,
                metric, "Average", Duration.ofMinutes(5), on, "GreaterThanThreshold", OptionalDouble.of(1),
                List.of(Finds.arn("sns", topic)));
    }

    private static ConnectionLimit limit(LimitSource from) {
        return new ConnectionLimit(OptionalInt.of(112), from, false, Optional.empty());
    }

    private static List<String> above(Proposal proposal, String path) {
        return proposal.notes().above().getOrDefault(path, List.of()).stream().map(Phrase::key).toList();
    }

    private static List<String> metrics(StackFile file) {
        return file.rules().stream().map(RuleSpec::metric).toList();
    }

    @Test
    void theStackIsNamedByItsTagAndItsFileByNameAndEnvironment() {
        StackFile file = propose(SHOP, limit(LimitSource.ESTIMATE)).file();

        assertThat(file.name()).isEqualTo("Shop");
        assertThat(file.id().value()).isEqualTo("shop-prod");
        assertThat(file.account()).contains("123456789012");
        assertThat(file.costFilter().orElseThrow().tags()).isEqualTo(Map.of("Project", "Shop"));
        assertThat(file.components().services().getFirst().scaling().orElseThrow().max()).isEqualTo(9);
        assertThat(file.components().queues()).singleElement()
                .satisfies(queue -> assertThat(queue.deadLetterQueue()).contains("shop-jobs-dlq"));
    }

    @Test
    void theConnectionLimitIsSaidWithItsSourceAndNeverWrittenAsIfItWereKnown() {
        Proposal estimate = propose(SHOP, limit(LimitSource.ESTIMATE));
        Proposal group = propose(SHOP, limit(LimitSource.PARAMETER_GROUP));
        Proposal none = propose(SHOP, ConnectionLimit.none());
        Proposal denied = propose(SHOP, ConnectionLimit.unread(Failure.denied("rds:DescribeDBParameters")));

        assertThat(above(estimate, "databases[shop-db]")).containsExactly("discover.note.connections.estimate");
        assertThat(above(group, "databases[shop-db]")).containsExactly("discover.note.connections");
        assertThat(above(none, "databases[shop-db]")).containsExactly("discover.note.connections.unknown");
        assertThat(above(denied, "databases[shop-db]")).containsExactly("discover.note.connections.unread");
        assertThat(denied.missing()).containsExactly(
                new Proposal.Missing("databases", Failure.denied("rds:DescribeDBParameters")));
        assertThat(estimate.file().components().databases().getFirst().maxConnections()).isEmpty();
    }

    @Test
    void rulesAreProposedForWhatNoAlarmWatches() {
        var cpu = alarm("shop-cpu", "AWS/ECS", "CPUUtilization",
                Map.of("ClusterName", "shop-prod", "ServiceName", "shop-api"), "shop-urgent");
        var other = alarm("blog-memory", "AWS/ECS", "MemoryUtilization",
                Map.of("ClusterName", "blog-prod", "ServiceName", "shop-api"), "blog-critical");

        StackFile without = propose(SHOP, limit(LimitSource.ESTIMATE)).file();
        Proposal with = propose(SHOP, limit(LimitSource.ESTIMATE), cpu, other);

        assertThat(metrics(without)).contains("service.cpu", "service.memory", "lb.target5xx", "db.connections",
                "db.freeStorage", "cache.cpu", "queue.oldestAge").doesNotContain("db.acu");
        assertThat(without.alarmSeverities()).isEmpty();
        assertThat(metrics(with.file())).contains("service.memory").doesNotContain("service.cpu");
        assertThat(with.file().alarmSeverities()).isEqualTo(Map.of("shop-urgent", Severity.CRITICAL));
        assertThat(with.notes().reasons("rules[Memory]").getFirst().arguments()).containsExactly("shop-api");
    }

    @Test
    void aLoadBalancerThatOthersShareHasOnlyTheOwnTargetGroups() {
        Proposal proposal = propose(SHOP, limit(LimitSource.ESTIMATE));

        assertThat(proposal.file().components().loadBalancers()).singleElement()
                .satisfies(balancer -> assertThat(balancer.targetGroups()).containsExactly("shop-tg"));
        assertThat(above(proposal, "loadBalancers[shop-alb]")).containsExactly("discover.note.shared");
    }

    @Test
    void whatIsDeniedIsSaidWhereItWouldStand() {
        Proposal proposal = propose(Finds.around("shop").service("shop-api")
                .withoutPipelines(Failure.denied("codepipeline:ListPipelines")), limit(LimitSource.ESTIMATE));

        assertThat(above(proposal, "pipelines")).containsExactly("discover.missing");
        assertThat(above(proposal, "cost")).containsExactly("discover.note.noTag");
        assertThat(proposal.isEmpty()).isFalse();
        assertThat(propose(Finds.around("shop"), limit(LimitSource.ESTIMATE)).isEmpty()).isTrue();
    }

    @Test
    void namesThatMeanSomethingToYamlAreProposedAllTheSame() {
        propose(Finds.around("shop", Map.of("Project", "shop: #1")).service("true").service("12")
                .queue("shop-null.fifo").logGroup("/ecs/shop #2").database("shop-db"), limit(LimitSource.ESTIMATE));
    }
}
