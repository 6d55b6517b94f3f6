package io.watchdeck.ui.kit;

import io.watchdeck.stack.Environment;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The head of the details of a row: what it is, of which stack and component, and what closes them.
public final class DetailHeadPane extends HBox {

    private final Words words;
    private final Label title = Texts.wrapping("", "wd-16", "wd-strong");
    private final Label stack = Texts.blank("wd-12");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label component = Texts.name("wd-12", "wd-muted");

    /// @param icon  stands before the title
    /// @param place the id of what closes it is this with `-close`
    public DetailHeadPane(Node icon, Words words, String place, Runnable close) {
        this.words = words;
        var below = new HBox(stack, badge, component);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        var texts = ListColumn.lines(title, below);
        texts.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var shut = new Button(null, Icons.icon(Glyph.CLOSE));
        shut.setId(place + "-close");
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setAccessibleText(words.say("ui.drawer.close"));
        Texts.explain(shut, words.say("ui.drawer.close"));
        shut.setOnAction(_ -> close.run());
        getStyleClass().add("detail-head");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(icon, texts, shut);
    }

    /// @param explained says more of the title on hover; may be empty
    public void show(String named, String explained, String stackName, Environment environment, String on) {
        title.setText(named);
        Texts.explain(title, explained);
        stack.setText(stackName);
        badge.show(environment, words);
        component.setText(on);
        Texts.explain(component, on);
    }
}
