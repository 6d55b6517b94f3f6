package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.watchdeck.ui.shell.PaletteSearch.Concern;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Opens the palette over the window and closes it. While it is open the focus is in its field; afterwards it is where it
/// was before, and only then is done what was chosen.
final class Palette {

    private final ModalPane modal;
    private final PaletteViewModel model;
    private final Function<Runnable, PalettePane> panes;
    private final Consumer<Deed> deeds;
    private final Subscription following;
    private @Nullable Seen seen;
    private Optional<Node> before = Optional.empty();
    private Subscription focus = Subscription.EMPTY;
    private boolean open;

    private record Seen(PalettePane pane, StackPane place) {}

    /// @param panes makes the pane when it is opened first, and it is known what is told when something is chosen
    /// @param deeds does what was chosen
    Palette(ModalPane modal, PaletteViewModel model, Function<Runnable, PalettePane> panes, Consumer<Deed> deeds) {
        this.modal = modal;
        this.model = model;
        this.deeds = deeds;
        this.panes = panes;
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
        if (seen == null) {
            seen = made();
        }
        var shown = seen;
        model.open(stacks, concern);
        modal.setAlignment(Pos.TOP_CENTER);
        modal.show(shown.place());
        open = true;
        shown.place().applyCss();
        modal.layout();
        shown.pane().begin();
        focus = modal.getScene().focusOwnerProperty().subscribe(owner -> {
            if (open && owner != shown.pane().field()) {
                shown.pane().field().requestFocus();
            }
        });
    }

    private Seen made() {
        PalettePane pane = panes.apply(this::choose);
        var place = new StackPane(pane);
        place.getStyleClass().add("palette-place");
        place.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return new Seen(pane, place);
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
