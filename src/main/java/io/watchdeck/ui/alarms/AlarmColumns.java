package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.ListColumn;
import java.util.List;

/// The columns of the list: mark and severity without a title; the one that says what is wrong has what the others leave.
final class AlarmColumns {

    static final List<ListColumn> ALL = List.of(new ListColumn("", 28, 0), new ListColumn("", 28, 0),
            new ListColumn("ui.alarms.column.alarm", 0, 0), new ListColumn("ui.alarms.column.value", 108, 0.08),
            new ListColumn("ui.alarms.column.line", 84, 0.16), new ListColumn("ui.alarms.column.since", 84, 0.06),
            new ListColumn("ui.alarms.column.who", 178, 0.3));

    private AlarmColumns() {}
}
