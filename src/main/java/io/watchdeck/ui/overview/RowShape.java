package io.watchdeck.ui.overview;

/// How high the rows of the overview are. All rows have one height, so that the table scrolls evenly.
enum RowShape {
    /// One line, for many stacks.
    LINE(28, 1),
    /// Two lines, for a low window.
    SHORT(45, 2),
    /// Two lines, and a third for a long reason.
    TALL(67, 3),
    /// With air around, for a window that has more than enough.
    ROOMY(84, 4);

    private static final double HEADER = 30;

    private final double height;
    private final int lines;

    RowShape(double height, int lines) {
        this.height = height;
        this.lines = lines;
    }

    double height() {
        return height;
    }

    /// The height of a table that shows every row, with its header.
    double heightOf(int rows) {
        return HEADER + Math.max(1, rows) * height + 2;
    }

    /// How many lines of text fit.
    int lines() {
        return lines;
    }

    /// The highest rows that leave what is open its place.
    ///
    /// @param room     for the table and the strip below it
    /// @param many     so many stacks that a row is one line
    /// @param openNeed the least that the strip needs
    /// @param openAll  what the strip would like to have
    static RowShape fitting(double room, int stacks, boolean many, double openNeed, double openAll) {
        if (many) {
            return LINE;
        }
        if (ROOMY.heightOf(stacks) + openAll <= room) {
            return ROOMY;
        }
        return TALL.heightOf(stacks) + openNeed <= room ? TALL : SHORT;
    }
}
