package io.watchdeck.ui.stack;

/// The columns of the services' table, and the width of each. Beside the drawer, in a window with larger text, the pictures of
/// load give their room to the figures; what is more than the figures need, the names have.
enum FleetColumn {
    NAME(0.25, 160, 0.4), RUNNING(0.14, 112, 0.15), CAPACITY(0.145, 110, 0.1), CPU(0.145, 62, 0.08),
    MEMORY(0.145, 62, 0.08), ROLLOUT(0.175, 127, 0.19);

    /// So wide a table has room for pictures of load beside the figures.
    private static final double PICTURED = 816;

    /// Of a wide table.
    private final double share;
    private final double least;
    /// Of what is left when every column has the least that it needs.
    private final double more;

    FleetColumn(double share, double least, double more) {
        this.share = share;
        this.least = least;
        this.more = more;
    }

    /// Whether there is room for the last hour beside the figure of load.
    static boolean isPictured(double width) {
        return width >= Math.floor(PICTURED * CPU.share);
    }

    /// Its width in whole pixels.
    ///
    /// @param room for all columns
    double of(double room) {
        if (room >= PICTURED) {
            return Math.floor(room * share);
        }
        double needed = 0;
        for (FleetColumn one : values()) {
            needed += one.least;
        }
        return Math.floor(least + Math.max(0, room - needed) * more);
    }
}
