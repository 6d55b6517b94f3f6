package io.watchdeck.ui.timeline;

/// How much faster than it went the time is played.
public enum Speed {
    MINUTE(60), TEN_MINUTES(600), HOUR(3600);

    private final int times;

    Speed(int times) {
        this.times = times;
    }

    int times() {
        return times;
    }
}
