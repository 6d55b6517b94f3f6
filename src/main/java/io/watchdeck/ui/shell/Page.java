package io.watchdeck.ui.shell;

import java.util.Optional;
import javafx.scene.Parent;

/// A screen as the shell handles it. Called on the FX thread.
public interface Page {

    Parent node();

    /// The screen is in the window from now on and follows the feed.
    void shown(Place place);

    /// The screen has left the window and follows nothing.
    void hidden();

    /// Goes on where the same screen in another language was: what a person chose, typed and looked at stays. Called before
    /// it is shown.
    default void goOn(Page before) {}

    /// Puts the keyboard into the filter field; nothing on a screen without one.
    default void focusFilter() {}

    /// The component of the stack that the screen is about, by its name; empty on a screen that is about none.
    default Optional<String> component() {
        return Optional.empty();
    }

    /// Closes what is open on the screen, such as a drawer or a filter.
    ///
    /// @return whether there was anything to close
    default boolean escape() {
        return false;
    }

    /// Closes what is open on the screen, else goes back: Esc in a list that would keep the key for itself.
    default void leave(Navigator navigator) {
        if (!escape()) {
            navigator.back();
        }
    }
}
