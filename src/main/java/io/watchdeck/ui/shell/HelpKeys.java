package io.watchdeck.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;

/// Which keys work where: those of the screen, then those of its part that has the focus, those of its other parts, and last
/// those that work everywhere.
final class HelpKeys {

    /// @param word    of its caption; empty for that of the screen
    /// @param entries by their words in the texts
    record Group(String word, List<String> entries) {}

    private static final Group ROWS = new Group("rows",
            List.of("rows", "rowsJk", "ends", "open", "copyArn", "console", "menu"));
    /// Of what leads nowhere.
    private static final Group LINES = new Group("rows", List.of("rows", "rowsJk", "ends", "menu"));
    private static final Group CHART = new Group("chart", List.of("chart.at", "chart.ends", "chart.zoom", "chart.move",
            "chart.values", "chart.part", "chart.shift", "chart.wheel", "chart.whole"));
    private static final Group BARS = new Group("chart", List.of("chart.at", "chart.ends"));
    private static final Group LANES = new Group("lanes", List.of("timeline.at", "timeline.hour", "timeline.event",
            "timeline.ends"));
    private static final Group LOG = new Group("log", List.of("log.fold", "log.end", "log.copy"));
    private static final Group EVERYWHERE = new Group("everywhere", List.of("go", "screens", "back", "escape",
            "refresh", "pause", "theme", "lock", "dialog", "quit", "help"));

    private HelpKeys() {}

    /// @param focused what has the focus; empty where nothing has
    static List<Group> of(Screen screen, Optional<Node> focused) {
        var groups = new ArrayList<Group>();
        Stream.concat(Stream.of(new Group("", own(screen))), parts(screen).stream())
                .filter(group -> !group.entries().isEmpty()).forEach(groups::add);
        focused.flatMap(HelpKeys::part).flatMap(word -> groups.stream().filter(one -> one.word().equals(word))
                .findFirst()).ifPresent(first -> {
                    groups.remove(first);
                    groups.add(own(screen).isEmpty() ? 0 : 1, first);
                });
        groups.add(EVERYWHERE);
        return List.copyOf(groups);
    }

    private static List<String> own(Screen screen) {
        return switch (screen) {
            case OVERVIEW -> List.of("filter", "enter", "faults", "mark", "markAll", "scale", "deploy", "rollBack");
            case STACKS ->
                List.of("filter", "enter", "faults", "mark", "markAll", "scale", "deploy", "rollBack", "logs");
            case ALARMS -> List.of("filter", "enter", "alarm.acknowledge", "alarm.snooze", "alarm.fold",
                    "alarm.earlier", "mark", "markAll", "timeline.go");
            case QUEUES -> List.of("filter", "enter", "faults", "mark", "markAll", "redrive");
            case SPOT -> List.of("filter", "enter", "timeline.go", "copyRow");
            case EXPLORER -> List.of("filter", "enter", "explorer.pick", "explorer.drop");
            case COST -> List.of();
            case TIMELINE -> List.of("timeline.moment", "timeline.play", "timeline.pin", "timeline.export", "logs",
                    "copyRow");
            case ACTIVITY -> List.of("filter", "enter", "faults", "copyRow", "activity.go", "timeline.go");
            case SETTINGS -> List.of("settings.control", "settings.choose");
        };
    }

    private static List<Group> parts(Screen screen) {
        return switch (screen) {
            case OVERVIEW, QUEUES, ACTIVITY -> List.of(ROWS);
            case SETTINGS -> List.of(LINES);
            case STACKS -> List.of(ROWS, CHART, LOG);
            case ALARMS, SPOT -> List.of(ROWS, CHART);
            case EXPLORER -> List.of(CHART);
            case COST -> List.of(ROWS, BARS);
            case TIMELINE -> List.of(LANES, ROWS, LOG);
        };
    }

    /// By its styles, which each kind of chart, log and list has.
    private static Optional<String> part(Node focused) {
        return Stream.iterate(focused, node -> node != null, Node::getParent).flatMap(node -> node.getStyleClass()
                .stream()).flatMap(style -> switch (style) {
                    case "time-chart", "count-bars", "day-bars" -> Stream.of("chart");
                    case "lane-chart" -> Stream.of("lanes");
                    case "log-lines" -> Stream.of("log");
                    case "table-view", "tree-table-view", "list-view" -> Stream.of("rows");
                    default -> Stream.<String>empty();
                }).reduce((near, far) -> far.equals("log") ? far : near);
    }
}
