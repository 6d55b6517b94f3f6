package io.watchdeck.ui.shell;

import javafx.scene.layout.Region;

/// Lies over the window while a dialog is shown, takes every click beside it, and keeps the dialog where it began: what
/// comes into it later makes it higher at its lower edge, as far as the window goes, so that nothing a person is about to
/// press moves away. It never scrolls and never takes the focus. The shadow is a region of its own below the dialog: as an
/// effect of the dialog it would have the whole of it painted through an image with every change, which was seen painted in
/// the wrong place.
final class DialogLayer extends Region {

    /// Around a dialog in a window that is small.
    private static final double MARGIN = 24;

    /// A dialog begins as if it were so high: most become so, when the account has answered.
    private static final double USUAL = 760;

    private final Region shadow = new Region();
    /// The upper edge of what is shown, and of how high a window; none before it is laid out.
    private double top = Double.NaN;
    private double window = Double.NaN;

    DialogLayer() {
        setId("dialog-layer");
        getStyleClass().addAll("modal-pane", "dialog-layer");
        shadow.getStyleClass().add("dialog-shadow");
        shadow.setMouseTransparent(true);
        setVisible(false);
    }

    void show(DialogFrame dialog) {
        if (getStylesheets().isEmpty()) {
            getStylesheets().setAll(Sheets.ofDialogs());
        }
        getChildren().setAll(shadow, dialog);
        window = Double.NaN;
        setVisible(true);
        requestLayout();
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (getChildren().isEmpty() || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        var dialog = (DialogFrame) getChildren().getLast();
        dialog.fit(getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN);
        double width = snapSizeX(dialog.prefWidth(-1));
        double wanted = dialog.prefHeight(width);
        if (window != getHeight()) {
            window = getHeight();
            top = snapPositionY(Math.clamp((window - wanted) / 2, MARGIN, Math.max(MARGIN, (window - USUAL) / 2)));
        }
        double height = snapSizeY(Math.min(wanted, window - MARGIN - top));
        double left = snapPositionX((getWidth() - width) / 2);
        dialog.resizeRelocate(left, top, width, height);
        shadow.resizeRelocate(left, top, width, height);
    }
}
