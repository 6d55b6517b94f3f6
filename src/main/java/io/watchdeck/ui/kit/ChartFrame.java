package io.watchdeck.ui.kit;

/// A plot with its place on the canvas: the scales of time and value, and its upper and lower edge.
record ChartFrame(ChartData.Plotted plot, Scale time, Scale value, double top, double bottom) {

    double tall() {
        return bottom - top;
    }

    static Painting.Ink ink(ChartData.Line line) {
        return Painting.Ink.valueOf("SERIES_" + line.colour());
    }
}
