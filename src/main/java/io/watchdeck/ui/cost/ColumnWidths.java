package io.watchdeck.ui.cost;

/// Shares out the width of a table of amounts. Figures are never cut; of what they leave the bar has its least first, then
/// the names as much as they need, then the bar what can be read, and what is over goes to both.
///
/// @param figures what all columns of figures need together
/// @param name    what the longest name needs
/// @param bar     what a bar needs at least, or a word in its place
record ColumnWidths(double figures, double name, double bar) {

    private static final double NAME_SHARE = 0.35;
    /// A bar of so much can be read; below it only what is worse than a short bar takes from it.
    private static final double READABLE_BAR = 104;
    /// Of a name so much is always there.
    private static final double LEAST_NAME = 90;

    /// Whether nothing is cut off, and what stands in the bars can be read.
    boolean hasRoom(double room) {
        return room >= figures + name + Math.max(bar, READABLE_BAR);
    }

    /// What the names have of the room of a table.
    double nameOf(double room) {
        double left = room - figures - bar;
        double over = Math.max(0, left - name - Math.max(0, READABLE_BAR - bar));
        return left < name ? Math.max(LEAST_NAME, Math.floor(left)) : Math.floor(name + over * NAME_SHARE);
    }

    /// What the bar has of the room of a table.
    double barOf(double room) {
        return Math.max(bar, Math.floor(room - figures - nameOf(room)));
    }
}
