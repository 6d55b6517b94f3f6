package io.watchdeck.ui.queues;

import io.watchdeck.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of the table, with their widths in a wide and in a narrow window, and what of more room each takes.
enum QueueColumn {
    QUEUE(222, 178, 0.24), WAITING(72, 58, 0.02), FLIGHT(104, 60, 0.04), OLDEST(78, 68, 0.04), ARROW(36, 20, 0),
    LETTERS(192, 174, 0.30), DEPTH(76, 58, 0.04), DEAD_OLDEST(84, 78, 0.05), DESTROYED(148, 124, 0.07),
    BEHIND(144, 138, 0.16), UPDATED(74, 58, 0.04);

    /// Narrower than this a column has no room for more than its figure.
    static final double BRIEF = 70;
    /// So much the names give before a column is folded, for a scroll bar.
    private static final double GIVEN = 10;

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

    /// Its title; narrow, a shorter one where it has one.
    String title(Words words, boolean narrowly) {
        return switch (this) {
            case ARROW -> "";
            case FLIGHT, UPDATED -> words.say("ui.queues.column." + word() + (narrowly ? ".brief" : ""));
            default -> words.say("ui.queues.column." + word());
        };
    }

    /// Its width in a table of some width. Where little is missing, the two names give it.
    double of(double room) {
        Set<QueueColumn> folded = folded(room);
        double all = 0;
        double least = 0;
        for (QueueColumn one : values()) {
            all += folded.contains(one) ? 0 : one.wide;
            least += folded.contains(one) ? 0 : one.narrow;
        }
        double size = room >= all ? wide + (room - all) * share
                : narrow + (wide - narrow) * Math.max(0, (room - least) / (all - least));
        boolean gives = this == QUEUE || this == LETTERS;
        return Math.floor(gives && room > 0 ? size - Math.max(0, least - room) / 2 : size);
    }

    /// The columns for which a table has no room, as in a window with large text: first what the details below say too.
    ///
    /// @param room for all columns; nothing is folded before the table has its size
    static Set<QueueColumn> folded(double room) {
        var folded = EnumSet.noneOf(QueueColumn.class);
        double least = Stream.of(values()).mapToDouble(one -> one.narrow).sum();
        for (QueueColumn one : List.of(FLIGHT, OLDEST, WAITING, BEHIND)) {
            if (room > 0 && room < least - GIVEN) {
                folded.add(one);
                least -= one.narrow;
            }
        }
        return folded;
    }
}
