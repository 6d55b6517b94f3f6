package io.watchdeck.ui.overview;

import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The overview.
public final class OverviewView implements Page {

    private final VBox root = new VBox();

    public OverviewView(PageContext context) {
        root.setId("overview");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {}

    @Override
    public void hidden() {}
}
