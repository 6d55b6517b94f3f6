package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the console itself costs.
final class OwnPane extends VBox {

    private final Words words;
    private final VBox content = new VBox();
    private final Meter meter = new Meter(8);

    OwnPane(CostViewModel model, Words words) {
        this.words = words;
        getStyleClass().addAll("wd-card", "cost-card");
        setId("cost-own");
        content.getStyleClass().add("own-content");
        var head = new HBox(Icons.icon(Glyph.CASH_MULTIPLE),
                Texts.yielding(words.say("ui.costs.own.title"), "wd-14", "wd-strong"));
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var ask = new Button();
        ask.setId("cost-ask");
        ask.getStyleClass().add("small");
        ask.setOnAction(_ -> model.ask());
        Label why = Texts.wrapping("", "wd-12", "wd-muted");
        why.setId("cost-ask-why");
        var asking = new VBox(ask, why);
        asking.getStyleClass().add("own-ask");
        model.askingProperty().subscribe(now -> {
            Texts.shown(asking, now.isPresent());
            now.ifPresent(one -> {
                ask.setText(one.label());
                ask.setDisable(!one.enabled());
                why.setText(one.why());
            });
        });
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content, asking);
        model.ownProperty().subscribe(own -> own.ifPresent(this::show));
    }

    private void show(OwnCost own) {
        var top = new HBox(Texts.label(own.month(), "wd-20", "wd-strong"),
                Texts.yielding(own.cap(), "wd-12", "wd-muted"), Texts.spacer(), Texts.label(own.today(), "wd-12"));
        top.getStyleClass().add("own-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        meter.show(own.share(), own.share(), OptionalDouble.empty(), own.tone(), own.month() + " " + own.cap());
        content.getChildren().setAll(top, meter, own.lines().isEmpty()
                ? Texts.yielding(words.say("ui.costs.own.nothing"), "wd-12", "wd-muted") : lines(own.lines()));
        if (!own.accounts().isEmpty()) {
            content.getChildren().add(lines(own.accounts()));
        }
        if (!own.early().isEmpty()) {
            Label early = Texts.wrapping(own.early(), "wd-11", "wd-muted");
            early.setId("cost-own-early");
            content.getChildren().add(early);
        }
        if (!own.projected().isEmpty()) {
            var line = new HBox(Texts.yielding(words.say("ui.costs.own.projected"), "wd-12", "wd-muted"),
                    Texts.spacer(), Texts.label(own.projected(), "wd-12", "wd-strong"));
            content.getChildren().add(line);
        }
    }

    private Node lines(List<OwnCost.Line> lines) {
        var grid = new GridPane();
        grid.getStyleClass().add("own-lines");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, numbers, numbers, numbers);
        grid.addRow(0, new Label(), new Label(), Texts.label(words.say("ui.costs.own.todayHead"), "wd-11", "wd-muted"),
                Texts.label(words.say("ui.costs.own.monthHead"), "wd-11", "wd-muted"));
        for (int row = 0; row < lines.size(); row++) {
            OwnCost.Line line = lines.get(row);
            Label name = Texts.wrapping(line.name(), "wd-12");
            Texts.explain(name, line.name());
            grid.addRow(row + 1, name, Texts.label(line.calls(), "wd-12", "wd-muted"),
                    Texts.label(line.today(), "wd-12", "wd-muted"),
                    Texts.label(line.month(), "wd-12", line.free() ? "wd-muted" : "wd-strong"));
        }
        return grid;
    }
}
