package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is new of alarms, as one card among others. It stays the same card, and of the same height, while what it says
/// changes: nothing moves below a pointer on its way to a button.
final class AlarmCardPane extends VBox {

    /// Lines of what is told; the rest is in the tooltip and where it leads.
    private static final int LINES = 7;
    private static final double LINE = 18;

    private final Label title = Texts.yielding("", "wd-strong", "card-title");
    private final Label text = Texts.wrapping("", "wd-12", "card-text");
    private final Button open;
    /// Of which it tells.
    private List<UUID> told = List.of();
    private Place place = Place.of(Screen.ALARMS);

    /// @param seen where the person goes, who has seen it; empty where nowhere
    AlarmCardPane(Words words, Consumer<Optional<Place>> seen) {
        setId("alarm-card");
        getStyleClass().addAll("operation-card", "alarm-card");
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        var close = new Button(null, Icons.icon(Glyph.CLOSE));
        close.setId("alarm-card-dismiss");
        close.getStyleClass().addAll("flat", "icon-button", "tiny", "card-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText(words.say("ui.banner.alarm.dismiss"));
        close.setTooltip(Texts.tooltip(words.say("ui.banner.alarm.dismiss.tooltip")));
        close.setOnAction(_ -> seen.accept(Optional.empty()));
        var head = new HBox(Icons.icon(Glyph.BELL_RING_OUTLINE, "card-icon"), title, close);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        free(title, CardsPane.TWO_LINES);
        free(text, LINES * LINE);
        open = new Button(words.say("ui.banner.alarm.go"));
        open.setId("alarm-card-open");
        open.getStyleClass().addAll("small", "card-offer");
        open.setOnAction(_ -> seen.accept(Optional.of(place)));
        var buttons = new HBox(open);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text, buttons);
    }

    private static void free(Label label, double most) {
        label.setMinHeight(0);
        label.setPrefHeight(USE_COMPUTED_SIZE);
        label.setMaxHeight(most);
    }

    private static void keep(Label label) {
        double tall = label.getHeight();
        label.setMinHeight(tall);
        label.setPrefHeight(tall);
        label.setMaxHeight(tall);
    }

    void show(AlarmNotice notice) {
        boolean another = told.isEmpty() || !told.containsAll(notice.alarms());
        if (another) {
            free(title, CardsPane.TWO_LINES);
            free(text, LINES * LINE);
        } else if (text.getHeight() > 0) {
            keep(title);
            keep(text);
        }
        title.setText(notice.title());
        Texts.explain(title, notice.title());
        text.setText(notice.text());
        Texts.explain(text, notice.text());
        setAccessibleText(notice.title() + ". " + notice.text());
        open.setAccessibleText(open.getText() + ": " + notice.title());
        Tone.of(notice.severity()).on(this);
        place = notice.place();
        setVisible(true);
        if (another) {
            CardsPane.passUnseen(this);
        }
        told = notice.alarms();
    }

    /// It is not shown any more: the next one is new.
    void forget() {
        told = List.of();
    }
}
