package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// A line under the top bar that stays as long as it is true.
///
/// @param title  the first words, set strong
/// @param detail everything there is to know, for the tooltip
/// @param offer  what its button does
public record Banner(Kind kind, Tone tone, String title, String text, String detail, Optional<Offer> offer) {

    public enum Kind { SANDBOX, EXPIRED, WRONG_ACCOUNT, PROBLEMS, SETTINGS, HISTORY, SAVING, UNSAVED }

    /// What can be done about it.
    public sealed interface Offer {
        /// Of the button.
        String label();
    }

    /// @param text for the clipboard
    public record Copy(String label, String text) implements Offer {}

    /// @param place where a person can do something
    public record Go(String label, Place place) implements Offer {}
}
