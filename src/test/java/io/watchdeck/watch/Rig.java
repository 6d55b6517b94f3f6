package io.watchdeck.watch;

import static io.watchdeck.metrics.Points.from;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.StackSnapshot.Gap;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A watch over fake accounts, at an instant that the test moves. What every test of this package begins with.
final class Rig implements AutoCloseable {

    /// Half a minute after the last minute of the metrics ended.
    static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");

    /// One component of each kind.
    static final String SHOP = """
            stack: Shop
            environment: production
            region: eu-west-1
            cluster: shop
            services: [{name: api, desired: 2}]
            loadBalancers: [{name: shop-alb, targetGroups: [shop-tg]}]
            databases: [{id: main, engine: postgres, maxConnections: 100}]
            caches: [{id: redis}]
            queues: [{name: jobs, deadLetterQueue: jobs-dlq, pipe: jobs-pipe}]
            batchQueues: [batch]
            pipelines: [deploy]
            rules:
              - {name: CPU, metric: service.cpu, above: 70, period: 1m, severity: notice, says: scale out}
              - {name: CPU is full, metric: service.cpu, above: 95, period: 1m, severity: critical}
              - {name: Connections, metric: db.connections, above: 80 % of maxConnections, period: 1m,
                 severity: warning}
            """;
    static final String WITH_ACCOUNT = SHOP + "account: '" + FakeCloud.ACCOUNT + "'\n";

    final MutableClock clock = new MutableClock(NOW);
    final Rhythm rhythm = Rhythm.standard();
    final LiveWatch watch;
    private final Map<Access, FakeCloud> clouds = new ConcurrentHashMap<>();
    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    Rig() {
        var meter = new Meter(PriceList.shipped(), clock);
        watch = new LiveWatch(new WatchSettings(rhythm, meter, Money.usd("2"), false),
                access -> cloud(access).cloud(), MetricCatalogue.standard(), clock);
    }

    /// The account behind an access; all is well in a new one.
    FakeCloud cloud(Access access) {
        return clouds.computeIfAbsent(access, _ -> well());
    }

    FakeCloud cloud(StackFile stack) {
        return cloud(stack.access());
    }

    private FakeCloud well() {
        var cloud = new FakeCloud(clock);
        cpu(cloud, level(40));
        cloud.metrics().put("AWS/RDS", "DatabaseConnections", level(14), "DBInstanceIdentifier", "main");
        cloud.metrics().put("AWS/ApplicationELB", "UnHealthyHostCount", level(0), "TargetGroup",
                "targetgroup/shop-tg/1", "LoadBalancer", "app/shop-alb/1");
        return cloud;
    }

    static void cpu(FakeCloud cloud, Series series) {
        cloud.metrics().put("AWS/ECS", "CPUUtilization", series, "ClusterName", "shop", "ServiceName", "api");
    }

    /// The same value each minute up to the last complete one of [#NOW].
    static Series level(double value) {
        return levelUntil(41, value);
    }

    /// @param minute the last one, counted from four o'clock
    static Series levelUntil(int minute, double value) {
        var values = new double[minute + 1];
        Arrays.fill(values, value);
        return from(0, values);
    }

    static StackFile stack(String id, String text) {
        StackReader.Outcome outcome = StackFiles.reader().read(id + ".yaml", text);
        return outcome.stack().orElseThrow(() -> new AssertionError(outcome.complaints().toString()));
    }

    static StackFile shop() {
        return stack("shop", SHOP);
    }

    /// A small stack by its name, with a profile of its own where one is given.
    static StackFile small(String name, String environment, String profile) {
        return stack(name.toLowerCase(Locale.ROOT) + "-" + environment, """
                stack: %s
                environment: %s
                region: eu-west-1
                cluster: %s
                services: [{name: %s-api}]
                """.formatted(name, environment, name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                + (profile.isEmpty() ? "" : "profile: " + profile + "\n"));
    }

    void watch(StackFile... stacks) {
        watch.stacks(List.of(stacks), List.of());
    }

    WatchSnapshot readAll() {
        return watch.readOnce(EnumSet.allOf(Subject.class));
    }

    /// Reads everything a while later.
    WatchSnapshot readAll(Duration later) {
        clock.forward(later);
        return readAll();
    }

    /// What is known a while later though nothing has been read. A pause composes anew and reads nothing.
    WatchSnapshot look(Duration later) {
        clock.forward(later);
        watch.pause(watch.paused());
        return watch.current();
    }

    static StackSnapshot only(WatchSnapshot snapshot) {
        if (snapshot.stacks().size() != 1) {
            throw new AssertionError(snapshot.stacks().size() + " stacks");
        }
        return snapshot.stacks().getFirst();
    }

    String say(Phrase phrase) {
        return words.say(phrase);
    }

    /// The kinds of failure by path.
    static Map<String, String> gaps(StackSnapshot stack) {
        return stack.gaps().stream().collect(Collectors.toMap(Gap::path, gap -> gap.failure().kind().word()));
    }

    static List<String> deciding(StackSnapshot stack) {
        return stack.gaps().stream().filter(Gap::decides).map(Gap::path).toList();
    }

    @Override
    public void close() {
        watch.close();
        clouds.values().forEach(FakeCloud::releaseAll);
    }
}
