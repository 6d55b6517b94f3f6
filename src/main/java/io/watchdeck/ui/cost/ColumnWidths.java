package io.watchdeck.ui.cost;

/// Shares out the width of a table of amounts. Figures are never cut; of what they leave the bar has its least first, then
/// the names as much as they need, and what is over goes to both.
///
/// @param figures what all columns of figures need together
/// @param name    what the longest name needs
/// @param bar     what a bar needs at least, or a word in its place
record ColumnWidths(double figures, double name, double bar) {

    private static final double NAME_SHARE = 0.35;
    /// Of a name so much is always there.
    private static final double LEAST_NAME = 90;

    /// Whether nothing is cut off.
    boolean hasRoom(double room) {
        return room >= figures + name + bar;
    }

    /// What the names have of the room of a table.
    double nameOf(double room) {
        double left = room - figures - bar;
        return left < name ? Math.max(LEAST_NAME, Math.floor(left)) : Math.floor(name + (left - name) * NAME_SHARE);
    }

    /// What the bar has of the room of a table.
    double barOf(double room) {
        return Math.max(bar, Math.floor(room - figures - nameOf(room)));
    }
}
