package io.watchdeck.aws;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A loopback AWS with a connector to it: what most tests of the adapters need. Time stands still, waits are recorded
/// instead of waited.
final class AwsRig implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-09-22T04:00:00Z");
    static final Region SEOUL = new Region("ap-northeast-2");

    private static final AwsSettings.Timeouts PATIENT = new AwsSettings.Timeouts(Duration.ofSeconds(10),
            Duration.ofSeconds(60), Duration.ofSeconds(90));

    final LoopbackAws aws = new LoopbackAws();
    final List<ApiCall> metered = new CopyOnWriteArrayList<>();
    final Meter meter;
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final Access access = Access.defaults(SEOUL).withEndpoint(aws.endpoint());
    private final CallMeter counted = new Counted();
    final Clock clock;
    final AwsConnector connector;
    final Cloud cloud;

    AwsRig() {
        this(PATIENT);
    }

    AwsRig(Instant now) {
        this(PATIENT, now);
    }

    AwsRig(AwsSettings.Timeouts timeouts) {
        this(timeouts, NOW);
    }

    AwsRig(AwsSettings.Sparing metrics) {
        this(PATIENT, NOW, metrics);
    }

    private AwsRig(AwsSettings.Timeouts timeouts, Instant now) {
        this(timeouts, now, AwsSettings.Sparing.CALLS);
    }

    private AwsRig(AwsSettings.Timeouts timeouts, Instant now, AwsSettings.Sparing metrics) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
        meter = new Meter(PriceList.shipped(), clock);
        connector = new AwsConnector(counted, clock,
                AwsSettings.standard().withEndpoint(aws.endpoint()).withTimeouts(timeouts).sparing(metrics),
                new Limiter(() -> 0, _ -> {}),
                new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(20), () -> 0.5, waits::add));
        cloud = connector.connect(access);
    }

    private final class Counted implements CallMeter {
        @Override
        public void count(ApiCall call) {
            metered.add(call);
            meter.count(call);
        }

        @Override
        public Optional<Runnable> reserve(ApiCall call) {
            Optional<Runnable> taking = meter.reserve(call);
            taking.ifPresent(_ -> metered.add(call));
            return taking;
        }

        @Override
        public void elsewhere(String host) {
            meter.elsewhere(host);
        }

        @Override
        public boolean affords(ApiCall call, long calls, boolean spare) {
            return meter.affords(call, calls, spare);
        }
    }

    /// A watch that reads through the connector.
    LiveWatch watch() {
        return new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false), connector,
                MetricCatalogue.standard(), clock);
    }

    @Override
    public void close() {
        connector.close();
        aws.close();
    }
}
