package io.watchdeck.ui.spot;

import java.util.Locale;

/// What the picture shows.
enum Drawn {
    HOURS, DAYS, SHARE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
