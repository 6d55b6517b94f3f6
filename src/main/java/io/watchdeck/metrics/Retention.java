package io.watchdeck.metrics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How long each tier of samples is kept: as long as [Tier#kept] says, or longer where a person wishes so. Never shorter: rules
/// judge from it what happened while the console was off, and charts are drawn from it.
public final class Retention {

    /// Ten years, in which there are three leap years at most.
    public static final Duration LONGEST = Duration.ofDays(10 * 365 + 3);

    private final Map<Tier, Duration> kept;

    private Retention(Map<Tier, Duration> kept) {
        this.kept = kept;
    }

    /// As long as [Tier#kept] says.
    public static Retention standard() {
        return of(Map.of());
    }

    /// A coarser tier is kept at least as long as the finer one: it is made of it.
    ///
    /// @param wished by tier; less than [Tier#kept] is not taken, nor more than [#LONGEST]
    public static Retention of(Map<Tier, Duration> wished) {
        var kept = new EnumMap<Tier, Duration>(Tier.class);
        Duration finer = Duration.ZERO;
        for (Tier tier : Tier.values()) {
            Duration own = wished.getOrDefault(tier, Duration.ZERO);
            finer = longest(finer, longest(tier.kept(), own.compareTo(LONGEST) > 0 ? LONGEST : own));
            kept.put(tier, finer);
        }
        return new Retention(kept);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// A sample of a tier is kept at least so long.
    public Duration kept(Tier tier) {
        return kept.getOrDefault(tier, tier.kept());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Retention same && kept.equals(same.kept);
    }

    @Override
    public int hashCode() {
        return kept.hashCode();
    }

    @Override
    public String toString() {
        return kept.toString();
    }
}
