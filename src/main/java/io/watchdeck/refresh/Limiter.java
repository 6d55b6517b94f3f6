package io.watchdeck.refresh;

import io.watchdeck.model.Region;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/// Keeps our calls below the rates that AWS allows: one token bucket for each account, Region and API. Waits in the
/// caller's thread, first come first served; any number of threads.
///
/// Others share the account's allowance. When AWS refuses a call all the same ([#refused]), its API is called at half the
/// rate from then on, and at twice the rate after each [#RECOVERY] without a refusal, up to the full rate again.
public final class Limiter {

    /// Whose allowance a call draws on.
    ///
    /// @param owner the account, or what stands for it as long as it is not known
    /// @param api   calls that AWS counts together, such as `ecs:tasks`
    public record Key(String owner, Region region, String api) {}

    /// @param burst     calls that may leave at once after a rest
    /// @param perSecond calls that come back each second
    public record Rate(int burst, double perSecond) {
        public Rate {
            if (burst < 1 || perSecond <= 0) {
                throw new IllegalArgumentException("a rate lets something through: " + burst + ", " + perSecond);
            }
        }
    }

    /// Lets time pass; tests let none pass.
    @FunctionalInterface
    public interface Pause {
        void pause(Duration length) throws InterruptedException;
    }

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final double SLOWEST = 1.0 / 32;

    private final LongSupplier nanoTime;
    private final Pause pause;
    private final ConcurrentMap<Key, Level> levels = new ConcurrentHashMap<>();

    /// @param nanoTime a ticker as [System#nanoTime()]
    public Limiter(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    public static Limiter ofSystemTime() {
        return new Limiter(System::nanoTime, Thread::sleep);
    }

    /// Takes one token, waiting until there is one.
    ///
    /// @throws InterruptedException with the token given back
    public void acquire(Key key, Rate rate) throws InterruptedException {
        Level level = level(key, rate);
        Duration wait = level.take(rate, nanoTime.getAsLong());
        if (wait.isZero()) {
            return;
        }
        try {
            pause.pause(wait);
        } catch (InterruptedException e) {
            level.giveBack();
            throw e;
        }
    }

    /// AWS asked to slow down although the rate was kept: callers of this API come less often for a while.
    public void refused(Key key, Rate rate) {
        level(key, rate).slow(nanoTime.getAsLong());
    }

    private Level level(Key key, Rate rate) {
        return levels.computeIfAbsent(key, _ -> new Level(rate.burst(), nanoTime.getAsLong()));
    }

    /// The tokens of one key. Below zero are those promised to callers that still wait.
    private static final class Level {
        private double tokens;
        private long at;
        private double share = 1;
        private long slowedAt;

        Level(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
            slowedAt = at;
        }

        synchronized void slow(long now) {
            share = Math.max(SLOWEST, share(now) / 2);
            slowedAt = now;
            tokens = Math.min(tokens, 0);
        }

        private double share(long now) {
            return Math.min(1, share * Math.pow(2, (double) (now - slowedAt) / RECOVERY.toNanos()));
        }

        synchronized Duration take(Rate rate, long now) {
            double perSecond = rate.perSecond() * share(now);
            tokens = Math.min(rate.burst(), tokens + (now - at) / 1e9 * perSecond);
            at = now;
            tokens -= 1;
            return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-tokens / perSecond * 1e9));
        }

        synchronized void giveBack() {
            tokens += 1;
        }
    }
}
