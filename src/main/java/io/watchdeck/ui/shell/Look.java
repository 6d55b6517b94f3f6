package io.watchdeck.ui.shell;

/// How the window begins.
///
/// @param stacks the folder of a person's own stack files, in words: on Linux mostly `~/.config/watchdeck/stacks`
public record Look(Theme theme, double width, double height, String stacks) {

    private static final String MOSTLY = "~/.config/watchdeck/stacks";

    public Look(Theme theme, double width, double height) {
        this(theme, width, height, MOSTLY);
    }

    public static Look of(Theme theme) {
        return new Look(theme, 1440, 900);
    }

    /// @param folder of this person on this machine
    public Look withStacks(String folder) {
        return new Look(theme, width, height, folder);
    }
}
