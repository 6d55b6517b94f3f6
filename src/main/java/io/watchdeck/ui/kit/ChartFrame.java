package io.watchdeck.ui.kit;

/// A plot with its place on the canvas: the scales of time and value, and its upper and lower edge.
record ChartFrame(ChartData.Plotted plot, Plot.Scale time, Plot.Scale value, double top, double bottom) {

    Painting.Ink ink() {
        return Painting.Ink.valueOf("SERIES_" + plot.series());
    }
}
