package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.DetailHeadPane;
import io.watchdeck.ui.kit.DetailScrollPane;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Code;
import io.watchdeck.ui.spot.SpotDetail.Fact;
import io.watchdeck.ui.spot.SpotDetail.Item;
import io.watchdeck.ui.spot.SpotDetail.Part;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the selected service, or the selected line of the ledger.
final class SpotDetailPane extends VBox {

    private static final double NAMES = 104;

    private final Words words;
    private final Desktop desktop;
    private final FontIcon icon = Icons.icon(Glyph.LIGHTNING_BOLT_OUTLINE, "detail-icon");
    private final DetailHeadPane head;
    private final Label title = Texts.wrapping("", "wd-16", "wd-strong");
    private final HBox wide;
    private final Label badge = Texts.blank("wd-badge");
    private final Label standing = Texts.yielding("", "wd-12", "wd-muted");
    private final VBox content = new VBox();
    private final DetailScrollPane scroll;
    private Optional<SpotDetail> shown = Optional.empty();

    /// @param timeline shows what happened around the selected line
    /// @param close    hides these details
    SpotDetailPane(SpotViewModel model, Words words, Desktop desktop, Runnable timeline, Runnable close) {
        this.words = words;
        this.desktop = desktop;
        setId("spot-detail");
        getStyleClass().addAll("wd-card", "spot-detail");
        head = new DetailHeadPane(icon, words, "spot", close);
        var shut = new Button(null, Icons.icon(Glyph.CLOSE));
        shut.setId("spot-close-all");
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setAccessibleText(words.say("ui.drawer.close"));
        shut.setOnAction(_ -> close.run());
        wide = new HBox(Icons.icon(Glyph.CUBE_OUTLINE, "detail-icon"), title, Texts.spacer(), shut);
        wide.getStyleClass().add("detail-head");
        wide.setAlignment(Pos.CENTER_LEFT);
        badge.setId("spot-badge");
        var state = new HBox(badge, standing);
        state.getStyleClass().add("spot-state");
        state.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("spot-detail-content");
        content.setId("spot-parts");
        scroll = new DetailScrollPane(content);
        var copy = button("ui.spot.copy", "spot-copy", Glyph.CONTENT_COPY);
        copy.setOnAction(_ -> shown.map(SpotDetail::copied).ifPresent(desktop::copy));
        var open = button("ui.spot.console", "spot-console", Glyph.OPEN_IN_NEW);
        open.setOnAction(_ -> model.reference().ifPresent(one -> desktop.open(one.uri())));
        var around = button("ui.spot.timeline", "spot-timeline", Glyph.CHART_TIMELINE_VARIANT);
        around.setOnAction(_ -> timeline.run());
        Texts.explain(around, words.say("ui.alarms.timeline"));
        var foot = new HBox(copy, open, around);
        foot.getStyleClass().add("spot-detail-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, wide, state, scroll, foot);
        model.detailProperty().subscribe(detail -> detail.ifPresent(newest -> {
            Texts.shown(open, newest.reference().isPresent());
            Texts.shown(around, newest.moment().isPresent());
            show(newest);
        }));
    }

    private Button button(String key, String id, Glyph glyph) {
        var button = new Button(words.say(key), Icons.icon(glyph));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(SpotDetail detail) {
        boolean other = shown.filter(before -> before.key().equals(detail.key())).isEmpty();
        boolean same = shown.filter(before -> before.parts().equals(detail.parts())).isPresent();
        shown = Optional.of(detail);
        icon.show(icon(detail.about()));
        Texts.shown(head, detail.environment().isPresent());
        Texts.shown(wide, detail.environment().isEmpty());
        title.setText(detail.title());
        detail.environment().ifPresent(environment -> head.show(detail.title(), "", detail.stackName(), environment,
                detail.component()));
        badge.setText(detail.badge());
        detail.tone().on(badge);
        standing.setText(detail.standing());
        if (!same) {
            content.getChildren().setAll(detail.parts().stream().map(this::part).toList());
        }
        if (other) {
            scroll.toTop();
        }
    }

    private static Glyph icon(SpotDetail.About about) {
        return switch (about) {
            case ALL, SERVICE -> Glyph.CUBE_OUTLINE;
            case INTERRUPTION -> Glyph.LIGHTNING_BOLT;
            case PLACEMENT_FAILURE -> Glyph.TRAY_REMOVE;
        };
    }

    private Node part(Part part) {
        var line = new HBox(Texts.label(part.title(), "wd-strong"), Texts.yielding(part.beside(), "wd-12", "wd-muted"));
        line.getStyleClass().add("spot-part-head");
        line.setAlignment(Pos.BASELINE_LEFT);
        var items = new VBox();
        items.getStyleClass().add("spot-items");
        items.getChildren().setAll(part.items().stream().map(this::item).toList());
        var pane = new VBox(line, items);
        pane.getStyleClass().add("spot-part");
        return pane;
    }

    private Node item(Item item) {
        return switch (item) {
            case Fact fact -> fact(fact);
            case Check check -> check(check);
            case Code code -> code(code);
        };
    }

    private static Node fact(Fact fact) {
        Label name = Texts.wrapping(fact.name(), "wd-12", "wd-muted");
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        name.setMaxWidth(NAMES);
        Label value = Texts.wrapping(fact.value(), "wd-12");
        fact.tone().on(value);
        Texts.explain(value, fact.said());
        var row = new HBox(name, value);
        row.getStyleClass().add("spot-fact");
        return row;
    }

    private static Node check(Check check) {
        FontIcon mark = Icons.icon(mark(check.tone()), "check-icon");
        check.tone().on(mark);
        Texts.shown(mark, check.tone() != Tone.PLAIN);
        Label sentence = Texts.wrapping(check.sentence(), "wd-12");
        Label change = Texts.wrapping("", "wd-12", "wd-muted");
        Texts.set(change, check.change());
        var texts = new VBox(sentence, change);
        texts.setMinWidth(0);
        texts.getStyleClass().add("check-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(mark, texts);
        row.getStyleClass().add("spot-check");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Glyph mark(Tone tone) {
        return switch (tone) {
            case FINE -> Glyph.CHECK_CIRCLE;
            case NOTICE, PLAIN -> Glyph.INFORMATION;
            case WARNING -> Glyph.ALERT;
            case CRITICAL -> Glyph.ALERT_OCTAGON;
            case MUTED -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }

    private Node code(Code code) {
        Label said = Texts.wrapping(code.text(), "wd-12", "wd-mono");
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        var copy = new Button(null, Icons.icon(Glyph.CONTENT_COPY));
        copy.getStyleClass().addAll("flat", "icon-button");
        copy.setAccessibleText(words.say("ui.spot.copy"));
        copy.setOnAction(_ -> desktop.copy(code.text()));
        var row = new HBox(said, copy);
        row.getStyleClass().add("spot-code");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
