package io.watchdeck.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/// Shows one dialog at a time over the window. A dialog is closed by its own buttons or with Esc, never by a click beside
/// it, so that nothing that was typed is lost by mistake. While it is there the focus stays within; afterwards it is where
/// it was before. Use it on the FX thread.
public final class Dialogs {

    /// @param closed told once, however it is closed
    /// @param before what had the focus
    private record Shown(DialogFrame frame, Runnable closed, Optional<Node> before, Subscription following) {}

    /// So long a dialog that has closed by itself is still thought to be there.
    private static final Duration LATE = Duration.ofSeconds(3);

    private final DialogLayer layer;
    private final Runnable uncover;
    private Optional<Shown> shown = Optional.empty();
    private Optional<Node> within = Optional.empty();
    private Caret caret = new Caret(Optional.empty(), 0, 0);
    private Subscription typing = Subscription.EMPTY;
    private Optional<Caret> lost = Optional.empty();
    private final Runnable restoring = this::restore;
    private Runnable later = () -> {};
    private Optional<Runnable> tooLate = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Instant lateUntil = Instant.EPOCH;
    private final EventHandler<InputEvent> other = this::other;

    /// @param uncover closes what else lies over the screen
    Dialogs(DialogLayer layer, Runnable uncover) {
        this.layer = layer;
        this.uncover = uncover;
    }

    /// Closes a dialog by itself, because what it asked for is done. An Esc that comes just then was meant for it, and not
    /// for the screen below.
    ///
    /// @param tooLate told of such an Esc: the next thing that is pressed, within a few seconds
    public void finish(DialogFrame dialog, Runnable tooLate) {
        if (isShown(dialog)) {
            close(dialog);
            this.tooLate = Optional.of(tooLate);
            lateUntil = now.plus(LATE);
            layer.getScene().addEventFilter(KeyEvent.KEY_PRESSED, other);
            layer.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, other);
        }
    }

    /// Whoever presses something else has seen that the dialog is gone.
    private void other(InputEvent event) {
        if (!(event instanceof KeyEvent key && key.getCode() == KeyCode.ESCAPE)) {
            forgetLate();
        }
    }

    private void forgetLate() {
        tooLate = Optional.empty();
        layer.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, other);
        layer.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, other);
    }

    /// The time has gone on, however little: a snapshot that comes lets it go on too.
    void tick(Instant at) {
        now = at;
        if (tooLate.isPresent() && now.isAfter(lateUntil)) {
            forgetLate();
        }
    }

    /// Whether an Esc now is for a dialog: for the one that is shown, or for the one that has just closed by itself.
    boolean takesEscape() {
        return isOpen() || tooLate.isPresent();
    }

    /// @return whether it was for a dialog
    boolean escape() {
        Optional<Runnable> late = tooLate;
        if (isOpen()) {
            cancel();
        } else if (late.isPresent()) {
            forgetLate();
            late.get().run();
        } else {
            return false;
        }
        return true;
    }

    /// Shows a dialog in place of whatever is there.
    ///
    /// @param closed told once when it is closed, by whatever way; may put the focus where it belongs if what had it
    ///               before is not there any more
    public void show(DialogFrame dialog, Runnable closed) {
        closed();
        forgetLate();
        uncover.run();
        Optional<Node> before = Optional.ofNullable(layer.getScene().getFocusOwner());
        dialog.onClose(() -> close(dialog));
        within = Optional.empty();
        layer.show(dialog);
        shown = Optional.of(new Shown(dialog, closed, before, layer.getScene().focusOwnerProperty()
                .subscribe(owner -> keep(dialog, Optional.ofNullable(owner)))));
        dialog.applyCss(); // before that its body is in no scene, and has no size
        layer.layout();
        dialog.focusFirst();
    }

    /// What a screen below does meanwhile takes no focus away.
    private void keep(DialogFrame dialog, Optional<Node> owner) {
        if (owner.filter(node -> isWithin(node, dialog)).isPresent()) {
            within = owner;
            remember(owner.get());
        } else if (shown.isPresent()) {
            Caret last = caret;
            within.filter(Dialogs::canHaveFocus).ifPresentOrElse(node -> {
                node.requestFocus();
                restoreLater(last);
            }, dialog::focusFirst);
        }
    }

    /// A field is told that it has the focus, and selects everything, only when whoever took it has been told.
    private void restoreLater(Caret last) {
        if (lost.isEmpty()) {
            lost = Optional.of(last);
            layer.getScene().addPostLayoutPulseListener(restoring);
            Platform.requestNextPulse();
        }
    }

    private void restore() {
        layer.getScene().removePostLayoutPulseListener(restoring);
        lost.ifPresent(Caret::restore);
        lost = Optional.empty();
    }

    /// A field loses its selection with the focus: what it was as long as it had that is remembered.
    private void remember(Node focused) {
        typing.unsubscribe();
        caret = Caret.of(focused);
        typing = focused instanceof TextInputControl field
                ? field.selectionProperty().subscribe(_ -> moved(field))
                        .and(field.caretPositionProperty().subscribe(_ -> moved(field)))
                : Subscription.EMPTY;
    }

    private void moved(TextInputControl field) {
        if (field.isFocused()) {
            caret = Caret.of(field);
        }
    }

    static boolean isWithin(Node node, Node around) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == around) {
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
        if (isShown(dialog)) {
            closed();
            runLater();
        }
    }

    private boolean isShown(DialogFrame dialog) {
        return shown.filter(one -> one.frame() == dialog).isPresent();
    }

    /// Closes whatever dialog is shown, as its cancel button does.
    private void cancel() {
        shown.map(Shown::frame).ifPresent(this::close);
    }

    private void closed() {
        Optional<Shown> was = shown;
        shown = Optional.empty();
        typing.unsubscribe();
        was.ifPresent(one -> {
            one.following().unsubscribe();
            layer.clear();
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

    /// The window goes: the dialog that is shown is closed, and nothing is done afterwards.
    void end() {
        later = () -> {};
        closed();
        forgetLate();
    }

    private void runLater() {
        Runnable action = later;
        later = () -> {};
        action.run();
    }
}
