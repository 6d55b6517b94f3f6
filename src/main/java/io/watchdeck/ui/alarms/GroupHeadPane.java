package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The head of a group: what it is, how many there are, how old or until when; and the way to more.
final class GroupHeadPane extends HBox {

    private final Words words;
    private final FontIcon chevron = Icons.icon(Glyph.CHEVRON_DOWN);
    private final Label name = Texts.blank("wd-12", "wd-strong");
    private final Label count = Texts.blank("wd-12", "wd-muted");
    private final Label right = Texts.yielding("", "wd-12", "wd-muted");
    private final Button older = new Button();
    private AlarmLine.@Nullable Head shown;

    GroupHeadPane(Words words, AlarmsViewModel model) {
        this.words = words;
        older.getStyleClass().addAll("flat", "small", "older");
        older.setFocusTraversable(false);
        older.setMinWidth(Region.USE_PREF_SIZE);
        older.setOnAction(_ -> model.showEarlier());
        getStyleClass().add("group-head");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(chevron, name, count, Texts.spacer(), right, older);
        setOnMouseClicked(_ -> {
            if (shown != null) {
                model.fold(shown.group());
            }
        });
    }

    GroupHeadPane show(AlarmLine.Head head) {
        shown = head;
        chevron.show(head.folded() ? Glyph.CHEVRON_RIGHT : Glyph.CHEVRON_DOWN);
        name.setText(head.title());
        count.setText(head.count().map(words::number).orElse(""));
        right.setText(head.right());
        older.setText(head.older());
        Texts.shown(older, !head.older().isEmpty());
        setAccessibleText(name.getText() + " " + count.getText() + " " + head.right());
        return this;
    }
}
