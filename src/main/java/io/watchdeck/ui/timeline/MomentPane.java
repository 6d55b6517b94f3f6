package io.watchdeck.ui.timeline;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.DetailScrollPane;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.timeline.MomentFacts.Said;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// How the stack was at the cursor, beside how it is now.
final class MomentPane extends VBox {

    private final Words words;
    private final SeverityIcon icon = new SeverityIcon("huge");
    private final Label title = Texts.yielding("", "wd-16", "wd-strong");
    private final Label stack = Texts.label("", "wd-12");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label ago = Texts.yielding("", "wd-12", "wd-muted");
    private final Label verdict = Texts.wrapping("", "wd-12", "moment-verdict");
    private final VBox parts = new VBox();
    private final Button overview;
    private final Button stackThen;
    /// Why there is nothing to replay. Of a button that is disabled no tooltip comes: what holds it has one.
    private final Tooltip why = Texts.tooltip("");

    /// @param acts what its buttons do
    /// @param pins what was pinned
    MomentPane(MomentViewModel model, Words words, Acts acts, Node pins) {
        this.words = words;
        setId("timeline-moment-detail");
        getStyleClass().addAll("wd-card", "moment-pane");
        overview = button("timeline-overview-then", "ui.timeline.overviewThen", Glyph.VIEW_DASHBOARD_OUTLINE,
                acts.overview());
        stackThen = button("timeline-stack-then", "ui.timeline.stackThen", Glyph.LAYERS_OUTLINE,
                acts.stack());
        title.setId("timeline-then");
        verdict.setId("timeline-verdict");
        parts.getStyleClass().add("moment-parts");
        parts.setId("timeline-state");
        var shut = new Button(null, Icons.icon(Glyph.CLOSE));
        shut.setId("timeline-detail-close");
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setAccessibleText(words.say("ui.drawer.close"));
        Texts.explain(shut, words.say("ui.drawer.close"));
        shut.setOnAction(_ -> acts.close().run());
        acts.closable().when(Texts.inWindow(this)).subscribe(can -> Texts.shown(shut, can));
        var below = new HBox(stack, badge, ago);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        var texts = new VBox(title, below);
        texts.getStyleClass().add("cell-lines");
        HBox.setHgrow(texts, Priority.ALWAYS);
        var head = new HBox(icon, texts, shut);
        head.getStyleClass().add("detail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(overview, Priority.ALWAYS);
        HBox.setHgrow(stackThen, Priority.ALWAYS);
        var foot = new HBox(overview, stackThen);
        foot.getStyleClass().add("moment-foot");
        overview.disabledProperty().subscribe(_ -> explain(foot));
        stackThen.disabledProperty().subscribe(_ -> explain(foot));
        getChildren().addAll(head, verdict, new DetailScrollPane(parts), pins, foot);
        model.factsProperty().subscribe(facts -> facts.ifPresent(this::show));
    }

    /// @param overview shows the overview as it was then
    /// @param stack    shows the stack as it was then
    /// @param close    hides these details
    /// @param closable whether they lie over something
    record Acts(Runnable overview, Runnable stack, Runnable close,
            javafx.beans.value.ObservableValue<Boolean> closable) {}

    private void explain(HBox foot) {
        if (overview.isDisabled() || stackThen.isDisabled()) {
            Tooltip.install(foot, why);
        } else {
            Tooltip.uninstall(foot, why);
        }
    }

    private Button button(String id, String key, Glyph glyph, Runnable action) {
        var button = new Button(words.say(key), Icons.icon(glyph));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(MomentFacts facts) {
        icon.show(facts.severity().orElse(Severity.UNKNOWN), false);
        title.setText(facts.title());
        stack.setText(facts.name());
        badge.show(facts.environment(), words);
        ago.setText(facts.ago());
        boolean known = facts.severity().isPresent();
        Texts.set(verdict, !facts.unseen().isEmpty() ? facts.unseen()
                : facts.asking() ? words.say("ui.timeline.asking") : known ? facts.verdict()
                : words.say("ui.timeline.unseen.stack"));
        boolean past = !facts.ago().equals(words.say("ui.timeline.now"));
        overview.setDisable(!past || facts.asking() || !facts.unseen().isEmpty());
        stackThen.setDisable(!past || !known);
        why.setText(!past ? words.say("ui.timeline.replay.now") : verdict.getText());
        var nodes = new ArrayList<Node>();
        nodes.add(section(words.say("ui.timeline.state"), words.say("ui.timeline.then"),
                words.say("ui.timeline.nowHead")));
        nodes.add(state(facts));
        nodes.add(section(facts.spot().title(), "", facts.spot().counted()));
        if (!facts.spot().lines().isEmpty()) {
            nodes.add(spot(facts.spot()));
        }
        said(nodes, "ui.timeline.openThen", facts.open());
        said(nodes, "ui.timeline.notes", facts.notes());
        said(nodes, "ui.timeline.unknown", facts.unknown());
        parts.getChildren().setAll(nodes);
    }

    private static Node section(String title, String middle, String right) {
        var grid = grid();
        grid.getStyleClass().add("moment-section");
        Label head = Texts.yielding(title, "wd-strong");
        Texts.explain(head, title);
        grid.add(head, 0, 0, middle.isEmpty() ? 2 : 1, 1);
        if (!middle.isEmpty()) {
            grid.add(Texts.label(middle, "wd-strong"), 1, 0);
        }
        grid.add(Texts.label(right, "wd-muted"), 2, 0);
        return grid;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(0);
        var then = new ColumnConstraints();
        then.setMinWidth(88);
        then.setHalignment(HPos.RIGHT);
        var now = new ColumnConstraints();
        now.setMinWidth(88);
        now.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, then, now);
        return grid;
    }

    private Node state(MomentFacts facts) {
        var grid = grid();
        grid.getStyleClass().add("moment-grid");
        int row = 0;
        for (StateLine line : facts.state()) {
            grid.add(Texts.yielding(line.name(), "wd-muted"), 0, row);
            grid.add(line.then().map(cell -> cell(cell, "wd-strong")).orElseGet(() -> nothing(facts)), 1, row);
            line.now().map(cell -> cell(cell, "wd-muted")).ifPresent(add(grid, row));
            row++;
        }
        return grid;
    }

    private static java.util.function.Consumer<Label> add(GridPane grid, int row) {
        return label -> grid.add(label, 2, row);
    }

    private Label nothing(MomentFacts facts) {
        Label label = Texts.label(words.say(facts.asking() ? "ui.absence.asking"
                : facts.severity().isPresent() ? "ui.timeline.notThere" : "ui.timeline.notRecorded"), "wd-12",
                "wd-muted");
        Texts.explain(label, facts.unseen());
        return label;
    }

    private static Label cell(StateLine.Cell cell, String style) {
        Label label = Texts.label(cell.text(), cell.absent().isPresent() ? "wd-12" : "wd-13", style);
        cell.tone().on(label);
        label.setTextAlignment(TextAlignment.RIGHT);
        Optional<FontIcon> icon = cell.absent().map(kind -> Icons.icon(Icons.of(kind), "moment-icon"))
                .or(() -> cell.aged().map(old -> Icons.icon(Icons.of(old), "moment-icon", "moment-aged")));
        icon.ifPresent(label::setGraphic);
        Texts.explain(label, cell.explain());
        return label;
    }

    private static Node spot(MomentFacts.Spot spot) {
        var grid = grid();
        grid.getStyleClass().add("moment-grid");
        int row = 0;
        for (MomentFacts.SpotLine line : spot.lines()) {
            Label value = Texts.label(line.value(), "wd-strong");
            line.tone().on(value);
            grid.add(Texts.yielding(line.name(), "wd-muted"), 0, row);
            grid.add(value, 1, row);
            grid.add(Texts.label(line.beside(), "wd-muted"), 2, row);
            row++;
        }
        return grid;
    }

    private void said(List<Node> nodes, String title, List<Said> lines) {
        if (lines.isEmpty()) {
            return;
        }
        nodes.add(section(words.say(title), "", ""));
        var box = new VBox();
        box.getStyleClass().add("moment-said");
        for (Said one : lines) {
            FontIcon mark = switch (one.kind()) {
                case ALARM -> new SeverityIcon(one.severity(), one.owned());
                case NOTHING -> Icons.icon(Glyph.CHECK);
                case NOTE -> Icons.icon(Glyph.NOTE_TEXT_OUTLINE);
                case REFUSED -> Icons.icon(Glyph.LOCK_OUTLINE);
                case NOT_KNOWN -> Icons.icon(Glyph.HELP_CIRCLE_OUTLINE);
            };
            Label text = Texts.wrapping(one.text());
            HBox.setHgrow(text, Priority.ALWAYS);
            var line = new HBox(mark, text);
            line.getStyleClass().add("moment-line");
            line.setAlignment(Pos.TOP_LEFT);
            box.getChildren().add(line);
        }
        nodes.add(box);
    }
}
