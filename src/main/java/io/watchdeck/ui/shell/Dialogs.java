package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;

/// Shows one dialog at a time over the window. A dialog is closed by its own buttons or with Esc, never by a click beside
/// it, so that nothing that was typed is lost by mistake. Use it on the FX thread.
public final class Dialogs {

    private final ModalPane pane;

    Dialogs(ModalPane pane) {
        this.pane = pane;
        pane.displayProperty().subscribe(shown -> {
            if (!shown) {
                pane.setPersistent(false);
            }
        });
    }

    /// Shows a dialog in place of whatever is there.
    public void show(Node dialog) {
        pane.setPersistent(true);
        pane.show(dialog);
    }

    /// Closes a dialog; does nothing where it is not shown.
    public void close(Node dialog) {
        if (pane.isDisplay() && pane.getContent() == dialog) {
            pane.hide(true);
        }
    }

    /// Whether a dialog is shown, which takes the keys.
    boolean isOpen() {
        return pane.isDisplay() && pane.getPersistent();
    }
}
