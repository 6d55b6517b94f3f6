package io.watchdeck.sandbox.world;

import io.watchdeck.model.Region;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Weather;

/// Requests of a stack's visitors: more in the evening of its Region, bent by the weather. A pure function of time as
/// long as the weather is calm.
public final class Traffic {

    private static final double JITTER = 0.05;

    private final Profile.Load load;
    private final Weather weather;
    private final long seed;
    private final long start;
    private final int hoursEast;
    /// Every metric of a minute asks for the same.
    private long lastSecond = Long.MIN_VALUE;
    private double lastRequests;

    Traffic(Profile.Load load, Weather weather, Region region, long seed, long start) {
        this.load = load;
        this.weather = weather;
        this.seed = Dice.mix(seed, "traffic");
        this.start = start;
        hoursEast = hoursEast(region.code());
    }

    private static int hoursEast(String region) {
        if (region.startsWith("ap-northeast")) {
            return 9;
        }
        return region.startsWith("us-east") ? -4 : region.startsWith("us-west") ? -7 : 1;
    }

    /// Requests in the minute that begins at the second, in calm weather.
    double calm(long second) {
        double level = 1 + load.swing() * (wave(second) - wave(start));
        double noise = 1 + JITTER * Dice.noise(seed, second / 60);
        return load.requests() * Math.max(0.15, level) * noise;
    }

    /// Requests in the minute that begins at the second.
    double perMinute(long second) {
        if (second != lastSecond) {
            lastRequests = bent(second);
            lastSecond = second;
        }
        return lastRequests;
    }

    private double bent(long second) {
        double noise = 1 + JITTER * Dice.noise(seed, second / 60);
        return weather.bend(Weather.Kind.REQUESTS, calm(second) / noise, second) * noise;
    }

    /// How busy it is, beside the beginning.
    double busyness(double requests) {
        return requests / load.requests();
    }

    private double wave(long second) {
        double hour = (second / 3600.0 + hoursEast) % 24;
        return Math.sin(2 * Math.PI * (hour - 14) / 24);
    }
}
