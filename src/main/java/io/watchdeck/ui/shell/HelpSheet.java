package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Lays the keys that work over the window. While they are there they have the focus, so that no key moves anything that
/// they cover; afterwards it is where it was before.
final class HelpSheet {

    private final ModalPane modal;
    private Optional<Node> before = Optional.empty();
    private Subscription focus = Subscription.EMPTY;

    HelpSheet(ModalPane modal) {
        this.modal = modal;
        modal.displayProperty().subscribe(displayed -> {
            if (!displayed) {
                closed();
            }
        });
    }

    /// Of the keys that work where the person is.
    void open(Words words, Screen screen) {
        before = Optional.ofNullable(modal.getScene().getFocusOwner());
        Region pane = Help.pane(words, screen, before);
        pane.setFocusTraversable(true);
        modal.show(pane);
        pane.requestFocus();
        focus = modal.getScene().focusOwnerProperty().subscribe(owner -> {
            if (owner != pane) {
                pane.requestFocus();
            }
        });
    }

    private void closed() {
        focus.unsubscribe();
        focus = Subscription.EMPTY;
        before.filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
