package io.watchdeck.ui.overview;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.overview.OverviewViewModel.Owned;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is open now, worst first, on the stacks that are listed.
final class OpenPane extends VBox {

    private static final double HEADER = 36;
    private static final double ROW = 35;

    private final ListView<Row<AlarmKey, OpenFacts>> list = new ListView<>();
    private final Words words;
    private final Consumer<Place> go;

    /// @param open shows the stack of an alarm
    /// @param go   shows another screen
    OpenPane(OverviewViewModel model, Words words, Desktop desktop, Supplier<Instant> now, Consumer<OpenFacts> open,
            Consumer<Place> go, ObservableBooleanValue past) {
        this.words = words;
        this.go = go;
        getStyleClass().addAll("wd-card", "open-pane");
        FontIcon bell = Icons.icon(Glyph.BELL_RING_OUTLINE, "open-bell");
        Label count = Texts.label("", "wd-badge");
        Tone.CRITICAL.on(count);
        Label summary = Texts.yielding("", "wd-12", "wd-muted");
        summary.textProperty().bind(model.openSummaryProperty());
        var all = new Hyperlink(words.say("ui.open.all"));
        all.setId("open-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> go.accept(Place.of(Screen.ALARMS)));
        var head = new HBox(bell, Texts.label(words.say("ui.open.title"), "wd-strong", "wd-14"), count, summary,
                Texts.spacer(), pill("ui.open.acknowledged", model, Owned::acknowledged),
                pill("ui.open.snoozed", model, Owned::snoozed), pill("ui.open.resolved", model, Owned::resolved), all);
        head.getStyleClass().add("open-head");
        head.setAlignment(Pos.CENTER_LEFT);
        count.textProperty().bind(Bindings.size(model.open()).asString());
        var any = Bindings.isNotEmpty(model.open());
        any.subscribe(has -> {
            Texts.shown(count, has);
            Tone tone = has ? Tone.CRITICAL : Tone.MUTED;
            tone.on(bell);
        });
        list.setId("open-list");
        list.getStyleClass().addAll("edge-to-edge", "open-list");
        list.setAccessibleText(words.say("ui.open.title"));
        list.setFixedCellSize(ROW);
        list.setItems(model.open());
        list.setCellFactory(_ -> new OpenCell(words, now, open, facts -> go.accept(facts.place()), past));
        list.visibleProperty().bind(any);
        list.managedProperty().bind(any);
        VBox.setVgrow(list, Priority.ALWAYS);
        new RowActions(words, desktop, Optional.of(() -> selected().ifPresent(row -> open.accept(row.facts()))),
                () -> selected().map(row -> row.facts().reference()), Optional::empty, model::openCsv).install(list);
        getChildren().addAll(head, list);
    }

    /// How many somebody has, or had; nothing where there is none.
    private Node pill(String key, OverviewViewModel model, ToLongFunction<Owned> which) {
        var pill = new Button();
        pill.getStyleClass().addAll("small", "open-pill");
        pill.setFocusTraversable(false);
        pill.setMinWidth(USE_PREF_SIZE);
        pill.setOnAction(_ -> go.accept(Place.of(Screen.ALARMS)));
        model.ownedProperty().subscribe(owned -> {
            long count = which.applyAsLong(owned);
            pill.setText(words.say(key, count));
            Texts.shown(pill, count > 0);
        });
        return pill;
    }

    static double heightOf(int rows) {
        return HEADER + 2 + rows * ROW;
    }

    private Optional<Row<AlarmKey, OpenFacts>> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }
}
