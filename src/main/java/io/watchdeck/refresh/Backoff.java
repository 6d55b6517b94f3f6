package io.watchdeck.refresh;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/// How long to stay away after AWS asked to slow down: twice as long after each refusal up to a limit, and a random
/// share of that, so that consoles that were refused together do not come back together. Immutable.
public final class Backoff {

    private final int tries;
    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier jitter;
    private final Limiter.Pause pause;

    /// @param tries  how often a call is made at most, the first time included
    /// @param first  the longest wait after the first refusal
    /// @param jitter a number from 0 to below 1, anew each time
    public Backoff(int tries, Duration first, Duration longest, DoubleSupplier jitter, Limiter.Pause pause) {
        this.tries = tries;
        this.first = first;
        this.longest = longest;
        this.jitter = jitter;
        this.pause = pause;
    }

    /// Three tries within about three seconds.
    public static Backoff polite() {
        return new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(20),
                () -> ThreadLocalRandom.current().nextDouble(), Thread::sleep);
    }

    public int tries() {
        return tries;
    }

    public Duration longest() {
        return longest;
    }

    /// @param refusals how often the call was refused so far
    public Duration delay(int refusals) {
        long doubled = first.toMillis() << Math.min(refusals - 1, 20);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(most / 2 + (long) (jitter.getAsDouble() * (most - most / 2)));
    }

    /// Waits for [#delay] in the caller's thread.
    public void rest(int refusals) throws InterruptedException {
        pause.pause(delay(refusals));
    }
}
