package io.watchdeck.ui.kit;

import java.util.List;

/// Lines of one unit that are to share a scale of values.
///
/// @param lines  at least one
/// @param weight its share of the height, beside those of the other plots
public record PastPlot(String title, List<PastLine> lines, double weight) {
    public PastPlot {
        lines = List.copyOf(lines);
    }
}
