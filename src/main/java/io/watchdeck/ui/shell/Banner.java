package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// A line under the top bar that stays as long as it is true.
///
/// @param title  the first words, set strong
/// @param detail everything there is to know, for the tooltip
/// @param copy   what its button copies
public record Banner(Kind kind, Tone tone, String title, String text, String detail, Optional<Copy> copy) {

    public enum Kind { SANDBOX, EXPIRED, WRONG_ACCOUNT, PROBLEMS, SETTINGS, HISTORY, SAVING, UNSAVED }

    /// @param label of the button
    /// @param text  for the clipboard
    public record Copy(String label, String text) {}
}
