package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.ListColumn;
import java.util.List;

/// The columns of the list. The one that says what was done has what the others leave.
final class ActivityColumns {

    static final List<ListColumn> ALL = List.of(new ListColumn("ui.activity.column.when", 100, 0.04),
            new ListColumn("", 32, 0), new ListColumn("ui.activity.column.operation", 0, 0),
            new ListColumn("ui.activity.column.who", 112, 0.22),
            new ListColumn("ui.activity.column.verdict", 226, 0.40),
            new ListColumn("ui.activity.column.took", 60, 0.02));

    private ActivityColumns() {}
}
