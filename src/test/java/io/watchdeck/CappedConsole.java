package io.watchdeck;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.aws.AwsSettings.Sparing;
import io.watchdeck.aws.WholeAccount;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/// A console without a window, to be killed: the history in its file, the meter in the history, the settings file
/// followed, the real clients. Its time passes [#SPEED] times as fast. Says on standard output, after each reading, how
/// near the cap is, what was spent and what time it is.
public final class CappedConsole {

    /// A minute in half a second.
    public static final int SPEED = 120;

    private CappedConsole() {}

    /// @param saving what the console does without
    /// @param spent  this month, as the console knows it
    /// @param at     by its own clock
    public record Word(Saving saving, Money spent, Instant at) {

        public static Word of(String line) {
            String[] parts = line.split(" ");
            return new Word(Saving.valueOf(parts[0]), Money.usd(parts[1]), Instant.parse(parts[2]));
        }

        private void say() {
            System.out.println(saving + " " + spent.amount().toPlainString() + " " + at);
        }
    }

    /// @param arguments endpoint, data folder, settings file, begin
    public static void main(String[] arguments) throws IOException {
        URI endpoint = URI.create(arguments[0]);
        Path data = Path.of(arguments[1]);
        var file = new SettingsFile(Path.of(arguments[2]));
        var time = new Hurried(Instant.parse(arguments[3]), System.nanoTime());
        Clock clock = time.withZone(ZoneOffset.UTC);

        SettingsFile.Contents settings = file.read();
        var meter = new Meter(PriceList.shipped(), clock);
        meter.allowance().share(settings.settings().freeShare());
        KeptHistory history = KeptHistory.in(data, clock, Duration.ofSeconds(20));
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var connector = new AwsConnector(meter, clock,
                AwsSettings.standard().withEndpoint(endpoint).sparing(Sparing.MONEY));
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, settings.settings().monthlyCap(), false,
                Optional.of(history.of(catalogue))), connector, catalogue, clock, time);
        history.keep(meter, Optional.empty());
        follow(file, settings, watch);
        StackFile shop = WholeAccount
                .shop("account: '" + WholeAccount.ACCOUNT + "'\ncost: {tags: {Project: shop}}\n");
        watch.stacks(List.of(shop), List.of());
        watch.focus(Optional.of(shop.id()));
        watch.subscribe(CappedConsole::say);
        watch.start();
        while (System.in.read() >= 0) {
            continue;
        }
    }

    private static void say(WatchSnapshot now) {
        new Word(now.meter().saving(), now.meter().month(), now.asOf()).say();
    }

    private static void follow(SettingsFile file, SettingsFile.Contents known, LiveWatch watch) {
        new FollowedSettings(file, known, new FollowedSettings.Target() {
            @Override
            public void alarms(Settings wanted) {
                watch.alarms(Preferences.alarms(wanted));
            }

            @Override
            public void look(Settings settings, boolean theme, boolean speech) {
                // There is no window.
            }

            @Override
            public void limits(Money month, FreeShare free) {
                watch.limits(month, free);
            }

            @Override
            public void keep(Keep wanted) {
                // No history is kept.
            }

            @Override
            public void costs(CostsWord when) {
                watch.costs(Preferences.asked(when));
            }

            @Override
            public void unwritten(Path file) {
                throw new IllegalStateException("nothing is written: " + file);
            }

            @Override
            public void contents(SettingsFile.Contents now) {
                if (!now.problems().isEmpty()) {
                    throw new IllegalStateException(now.problems().toString());
                }
            }
        }, Runnable::run).start();
    }

    /// @param begin     what the clock showed then
    /// @param beginNano by the system's ticker
    private record Hurried(Instant begin, long beginNano) implements InstantSource, Pace {

        @Override
        public Instant instant() {
            return begin.plusNanos(nanoTime());
        }

        @Override
        public long nanoTime() {
            return (System.nanoTime() - beginNano) * SPEED;
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.awaitNanos(Math.max(1, nanos / SPEED));
        }
    }
}
