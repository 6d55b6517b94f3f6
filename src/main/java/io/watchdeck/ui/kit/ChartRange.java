package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Tier;
import java.time.Duration;

/// How far back a chart goes.
public enum ChartRange {
    HOUR("1h", Duration.ofHours(1)),
    HOURS("3h", Duration.ofHours(3)),
    DAY("24h", Duration.ofHours(24)),
    MINUTES_KEPT("15d", Tier.MINUTE.kept()),
    FIVES_KEPT("63d", Tier.FIVE_MINUTES.kept()),
    YEAR("1y", Duration.ofDays(365)),
    ALL("all", Tier.HOUR.kept());

    private final String word;
    private final Duration length;

    ChartRange(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /// Of the word on its button; with `.last`, of what the chart shows.
    public String key() {
        return "ui.range." + word;
    }

    /// The same in every language, for a file's name.
    public String word() {
        return word;
    }

    /// All of it is in memory, so that it goes on with every reading.
    public boolean live() {
        return length.compareTo(HOURS.length) <= 0;
    }
}
