package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.ListColumn;
import java.util.List;

/// The columns of both lists.
final class SpotColumns {

    static final List<ListColumn> LINES = List.of(new ListColumn("", 28, 0),
            new ListColumn("ui.spot.column.when", 142, 0.05), new ListColumn("ui.spot.column.what", 0, 0),
            new ListColumn("ui.spot.column.task", 118, 0.3), new ListColumn("ui.spot.column.age", 103, 0.1),
            new ListColumn("ui.spot.column.waited", 112, 0.2));

    static final List<ListColumn> SERVICES = List.of(new ListColumn("ui.spot.column.service", 0, 0),
            new ListColumn("ui.spot.column.share", 74, 0.1), new ListColumn("ui.spot.column.interrupted", 84, 0.1),
            new ListColumn("ui.spot.column.rate", 72, 0.1), new ListColumn("ui.spot.column.watched", 64, 0.05),
            new ListColumn("ui.spot.column.replaced", 98, 0.1));

    private SpotColumns() {}
}
