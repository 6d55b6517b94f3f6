package io.watchdeck.ui.shell;

import io.watchdeck.identity.Door;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// A line under the top bar that stays as long as it is true.
///
/// @param title  the first words, set strong
/// @param detail everything there is to know, for the tooltip
/// @param offers what its buttons do
/// @param details of the failure, for a ticket; empty where nothing failed
public record Banner(Kind kind, Tone tone, String title, String text, String detail, List<Offer> offers,
        String details) {

    public Banner {
        offers = List.copyOf(offers);
    }

    /// Of what is no failure.
    public Banner(Kind kind, Tone tone, String title, String text, String detail, List<Offer> offers) {
        this(kind, tone, title, text, detail, offers, "");
    }

    /// The same with what is told in a ticket.
    Banner withDetails(String wanted) {
        return new Banner(kind, tone, title, text, detail, offers, wanted);
    }

    /// With one button at most.
    public Banner(Kind kind, Tone tone, String title, String text, String detail, Optional<Offer> offer) {
        this(kind, tone, title, text, detail, offer.stream().toList());
    }

    /// What its first button does.
    public Optional<Offer> offer() {
        return offers.stream().findFirst();
    }

    public enum Kind { SANDBOX, EXPIRED, WRONG_ACCOUNT, PROBLEMS, SETTINGS, HISTORY, SAVING, UNSAVED }

    /// What can be done about it.
    public sealed interface Offer {
        /// Of the button.
        String label();
    }

    /// @param text for the clipboard
    public record Copy(String label, String text) implements Offer {}

    /// @param door where a person can sign in
    public record Enter(String label, Door door) implements Offer {}

    /// @param place where a person can do something
    public record Go(String label, Place place) implements Offer {}

    /// Opens the dialog in which a person connects an account, where there is one.
    public record Connect(String label) implements Offer {}
}
