package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.ListColumn;
import java.util.List;

/// The columns of the list. The one that says what was done has what the others leave.
final class ActivityColumns {

    static final List<ListColumn> ALL = List.of(new ListColumn("ui.activity.column.when", 106, 0.04),
            new ListColumn("", 32, 0), new ListColumn("ui.activity.column.operation", 0, 0),
            new ListColumn("ui.activity.column.who", 146, 0.26),
            new ListColumn("ui.activity.column.verdict", 192, 0.42),
            new ListColumn("ui.activity.column.took", 64, 0.02));

    private ActivityColumns() {}
}
