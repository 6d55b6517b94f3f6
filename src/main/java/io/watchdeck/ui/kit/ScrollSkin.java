package io.watchdeck.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/// What scrolls, without the picture that JavaFX keeps of it. The toolkit takes that picture back only from a node whose
/// cache is switched off while it is in a window; of one that is left behind, as every screen is at a change of the
/// language, it keeps it until memory runs out. It helps nobody: one figure that changes in it makes all of it be drawn
/// anew, and without it our screens scroll no slower.
///
/// Named in `kit.css`.
public final class ScrollSkin extends ScrollPaneSkin {

    public ScrollSkin(ScrollPane control) {
        super(control);
        getChildren().stream().filter(ScrollSkin::isViewport).forEach(viewport -> viewport.setCache(false));
    }

    private static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport");
    }
}
