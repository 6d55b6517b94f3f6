package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The keys that work, and what the mouse does on a chart; nothing else.
final class Help {

    /// Beyond which a text takes another line.
    private static final double LONGEST = 190;

    private static final List<List<String>> COLUMNS = List.of(
            List.of("go", "screens", "filter", "enter", "faults", "back", "escape", "refresh", "pause", "theme", "lock",
                    "quit", "help",
                    "rows", "rowsJk", "ends", "open", "copyArn", "console", "menu"),
            List.of("logs", "scale", "deploy", "rollBack", "redrive", "mark", "markAll", "alarm.acknowledge",
                    "alarm.snooze", "alarm.fold", "alarm.earlier", "activity.go", "copyRow", "timeline.go", "log.fold",
                    "log.end",
                    "log.copy"),
            List.of("chart.at", "chart.ends", "chart.zoom", "chart.move", "chart.values", "chart.part", "chart.shift",
                    "chart.wheel", "chart.whole", "timeline.play", "timeline.at", "timeline.hour", "timeline.event",
                    "timeline.ends", "timeline.pin", "timeline.export"));

    private Help() {}

    static Region pane(Words words) {
        var columns = new HBox();
        columns.getStyleClass().add("help-columns");
        for (List<String> column : COLUMNS) {
            columns.getChildren().add(column(words, column));
        }
        var pane = new VBox(Texts.label(words.say("ui.help.title"), "wd-16", "wd-strong"), columns,
                Texts.label(words.say("ui.help.note"), "wd-12", "wd-muted"));
        pane.setId("help");
        pane.setAccessibleText(words.say("ui.help.title"));
        pane.getStyleClass().add("help");
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return pane;
    }

    private static Node column(Words words, List<String> entries) {
        var grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        var keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().add(keys);
        for (int row = 0; row < entries.size(); row++) {
            String entry = entries.get(row);
            Label does = Texts.wrapping(words.say("ui.help." + entry), "wd-13");
            does.setMaxWidth(LONGEST);
            grid.addRow(row, Texts.label(words.say("ui.help." + entry + ".key"), "key-hint"), does);
        }
        return grid;
    }
}
