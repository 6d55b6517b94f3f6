package io.watchdeck.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Names a part of a chart beside a swatch of its colour, in a legend.
public final class SeriesLabel extends Label {

    /// @param colour which of the colours of series, from 1
    public SeriesLabel(String name, int colour) {
        super(name);
        getStyleClass().addAll("wd-12", "wd-muted");
        setMinWidth(USE_PREF_SIZE);
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "series-" + colour);
        setGraphic(swatch);
    }
}
