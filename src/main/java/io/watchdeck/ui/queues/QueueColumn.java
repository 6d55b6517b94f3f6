package io.watchdeck.ui.queues;

import java.util.Locale;

/// The columns of the table, with their widths in a wide and in a narrow window, and what of more room each takes.
enum QueueColumn {
    QUEUE(222, 178, 0.24), WAITING(72, 54, 0.02), FLIGHT(104, 84, 0.04), OLDEST(78, 58, 0.04), ARROW(36, 20, 0),
    LETTERS(192, 164, 0.30), DEPTH(76, 50, 0.04), DEAD_OLDEST(84, 76, 0.05), DESTROYED(148, 136, 0.07),
    BEHIND(140, 134, 0.16), UPDATED(74, 58, 0.04);

    final double wide;
    final double narrow;
    final double share;

    QueueColumn(double wide, double narrow, double share) {
        this.wide = wide;
        this.narrow = narrow;
        this.share = share;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its width in a table of some width.
    double of(double room) {
        double all = 0;
        double least = 0;
        for (QueueColumn one : values()) {
            all += one.wide;
            least += one.narrow;
        }
        double size = room >= all ? wide + (room - all) * share
                : narrow + (wide - narrow) * Math.max(0, (room - least) / (all - least));
        return Math.floor(size);
    }
}
