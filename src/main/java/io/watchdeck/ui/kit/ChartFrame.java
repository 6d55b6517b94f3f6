package io.watchdeck.ui.kit;

import java.util.List;

/// A plot with its place on the canvas: the scales of time and value, and its upper and lower edge.
///
/// @param gaps where none of its lines has anything
record ChartFrame(ChartData.Plotted plot, Scale time, Scale value, double top, double bottom,
        List<ChartData.Gap> gaps) {

    double tall() {
        return bottom - top;
    }

    static Painting.Ink ink(ChartData.Line line) {
        return Painting.Ink.valueOf("SERIES_" + line.colour());
    }
}
