package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.watchdeck.ui.shell.PaletteSearch.Concern;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Opens the palette over the window and closes it. While it is open the focus is in its field; afterwards it is where it
/// was before, and only then is done what was chosen.
final class Palette {

    private final ModalPane modal;
    private final PaletteViewModel model;
    private final PalettePane pane;
    private final StackPane place;
    private final Consumer<Deed> deeds;
    private final Subscription following;
    private Optional<Node> before = Optional.empty();
    private Subscription focus = Subscription.EMPTY;
    private boolean open;

    /// @param pane  made when it is known what is told when something is chosen
    /// @param deeds does what was chosen
    Palette(ModalPane modal, PaletteViewModel model, java.util.function.Function<Runnable, PalettePane> pane,
            Consumer<Deed> deeds) {
        this.modal = modal;
        this.model = model;
        this.deeds = deeds;
        this.pane = pane.apply(this::choose);
        place = new StackPane(this.pane);
        place.getStyleClass().add("palette-place");
        place.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        following = modal.displayProperty().subscribe(displayed -> {
            if (!displayed) {
                closed();
            }
        });
    }

    boolean isOpen() {
        return open;
    }

    void open(List<StackSnapshot> stacks, Concern concern) {
        before = Optional.ofNullable(modal.getScene().getFocusOwner());
        model.open(stacks, concern);
        modal.setAlignment(Pos.TOP_CENTER);
        modal.show(place);
        open = true;
        place.applyCss();
        modal.layout();
        pane.begin();
        focus = modal.getScene().focusOwnerProperty().subscribe(owner -> {
            if (open && owner != pane.field()) {
                pane.field().requestFocus();
            }
        });
    }

    /// What arrives while it is open.
    void refresh(List<StackSnapshot> stacks) {
        if (open) {
            model.refresh(stacks);
        }
    }

    void close() {
        if (open) {
            modal.hide(true);
        }
    }

    private void choose() {
        Optional<Deed> deed = model.choose();
        if (deed.isPresent()) {
            close();
            deeds.accept(deed.get());
        }
    }

    private void closed() {
        if (open) {
            open = false;
            focus.unsubscribe();
            modal.setAlignment(Pos.CENTER);
            before.filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
            before = Optional.empty();
        }
    }

    /// Another takes its place.
    void end() {
        close();
        following.unsubscribe();
    }
}
