package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The keys that work where a person is, and what the mouse does on a chart there; nothing else.
final class Help {

    /// Beyond which a text takes another line.
    private static final double LONGEST = 190;

    /// So many lines are as high as the smallest window.
    private static final int HIGHEST = 18;

    private Help() {}

    /// @param focused what has the focus
    static Region pane(Words words, Screen screen, Optional<Node> focused) {
        List<HelpKeys.Group> groups = HelpKeys.of(screen, focused);
        var columns = new HBox();
        columns.getStyleClass().add("help-columns");
        var column = grid();
        int lines = 0;
        for (HelpKeys.Group group : groups) {
            int more = group.entries().size() + 1;
            boolean last = group == groups.getLast(); // what works everywhere always stands at the end
            if (lines > 0 && (last || lines + more > HIGHEST)) {
                columns.getChildren().add(column);
                column = grid();
                lines = 0;
            }
            fill(column, words, screen, group);
            lines += more;
        }
        columns.getChildren().add(column);
        var pane = new VBox(Texts.label(words.say("ui.help.title"), "wd-16", "wd-strong"), columns,
                Texts.label(words.say("ui.help.note"), "wd-12", "wd-muted"));
        pane.setId("help");
        pane.setAccessibleText(words.say("ui.help.title"));
        pane.getStyleClass().add("help");
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return pane;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        var keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().add(keys);
        return grid;
    }

    private static void fill(GridPane grid, Words words, Screen screen, HelpKeys.Group group) {
        String said = words.say(group.word().isEmpty() ? screen.key() : "ui.help.group." + group.word());
        Label caption = Texts.label(said, "wd-12", "wd-strong", "help-caption");
        GridPane.setHalignment(caption, HPos.LEFT);
        grid.add(caption, 0, grid.getRowCount(), 2, 1);
        for (String entry : group.entries()) {
            Label does = Texts.wrapping(words.say("ui.help." + entry), "wd-13");
            does.setMaxWidth(LONGEST);
            grid.addRow(grid.getRowCount(), Texts.label(words.say("ui.help." + entry + ".key"), "key-hint"), does);
        }
    }
}
