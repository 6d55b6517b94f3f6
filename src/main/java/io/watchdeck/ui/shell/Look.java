package io.watchdeck.ui.shell;

/// How the window begins.
public record Look(Theme theme, double width, double height) {

    public static Look of(Theme theme) {
        return new Look(theme, 1440, 900);
    }
}
