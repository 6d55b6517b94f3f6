package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Shows one dialog at a time over the window. A dialog is closed by its own buttons or with Esc, never by a click beside
/// it, so that nothing that was typed is lost by mistake. While it is there the focus stays within; afterwards it is where
/// it was before. Use it on the FX thread.
public final class Dialogs {

    /// Around a dialog in a window that is small.
    private static final double MARGIN = 24;

    /// @param closed told once, however it is closed
    /// @param before what had the focus
    private record Shown(DialogFrame frame, Runnable closed, Optional<Node> before, Subscription following) {}

    private final ModalPane pane;
    private Optional<Shown> shown = Optional.empty();
    private Optional<Node> within = Optional.empty();
    private Runnable later = () -> {};

    Dialogs(ModalPane pane) {
        this.pane = pane;
        pane.displayProperty().subscribe(displayed -> {
            if (!displayed) {
                closed();
                runLater();
            }
        });
    }

    /// Shows a dialog in place of whatever is there.
    ///
    /// @param closed told once when it is closed, by whatever way; may put the focus where it belongs if what had it
    ///               before is not there any more
    public void show(DialogFrame dialog, Runnable closed) {
        closed();
        Optional<Node> before = Optional.ofNullable(pane.getScene().getFocusOwner());
        dialog.onClose(() -> close(dialog));
        within = Optional.empty();
        pane.setPersistent(true);
        pane.show(dialog);
        shown = Optional.of(new Shown(dialog, closed, before, Subscription.combine(
                pane.widthProperty().subscribe(_ -> fit(dialog)), pane.heightProperty().subscribe(_ -> fit(dialog)),
                pane.getScene().focusOwnerProperty().subscribe(owner -> keep(dialog, Optional.ofNullable(owner))))));
        dialog.applyCss(); // before that its body is in no scene, and has no size
        pane.layout();
        dialog.focusFirst();
    }

    private void fit(DialogFrame dialog) {
        if (pane.getWidth() > 0 && pane.getHeight() > 0) {
            dialog.fit(pane.getWidth() - 2 * MARGIN, pane.getHeight() - 2 * MARGIN);
        }
    }

    /// What a screen below does meanwhile takes no focus away.
    private void keep(DialogFrame dialog, Optional<Node> owner) {
        if (owner.filter(node -> isWithin(node, dialog)).isPresent()) {
            within = owner;
        } else if (shown.isPresent()) {
            within.filter(Dialogs::canHaveFocus).ifPresentOrElse(Node::requestFocus, dialog::focusFirst);
        }
    }

    private static boolean isWithin(Node node, Node dialog) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == dialog) {
                return true;
            }
        }
        return false;
    }

    static boolean canHaveFocus(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && !node.isDisabled();
    }

    /// Closes a dialog; does nothing where it is not shown.
    public void close(DialogFrame dialog) {
        if (shown.filter(one -> one.frame() == dialog).isPresent()) {
            pane.hide(true);
        }
    }

    /// Closes whatever dialog is shown, as its cancel button does.
    void cancel() {
        shown.map(Shown::frame).ifPresent(this::close);
    }

    private void closed() {
        Optional<Shown> was = shown;
        shown = Optional.empty();
        pane.setPersistent(false);
        was.ifPresent(one -> {
            one.following().unsubscribe();
            one.closed().run();
            one.before().filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
        });
    }

    /// Whether a dialog is shown, which takes the keys.
    boolean isOpen() {
        return shown.isPresent();
    }

    /// Does something when no dialog is shown any more, in place of what was to be done then: now, where none is shown.
    void afterwards(Runnable action) {
        later = action;
        if (!isOpen()) {
            runLater();
        }
    }

    private void runLater() {
        Runnable action = later;
        later = () -> {};
        action.run();
    }
}
