package io.watchdeck.ui.timeline;

import io.watchdeck.report.ReportFormat;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.ToolsRow;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Which stack, how long a time, and where in it: steps from event to event, play, the moment to be typed, and now.
final class TimelineToolsPane extends ToolsRow {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// Has no room for the words of every tool.
    private static final double SMALL = 940;
    /// Of a stack's name so much is shown at most.
    private static final double WIDE_NAME = 280;
    private static final double NARROW_NAME = 84;

    private final TimelineViewModel model;
    private final Words words;
    private final TextField typed = new TextField();
    private final Runnable focusLanes;
    private final Button count = new Button();
    private final Button detail;
    private final MenuButton export;
    private final Label name = Texts.yielding("", "wd-strong");
    private boolean narrow;

    /// @param focusLanes puts the keyboard on the lanes
    /// @param showDetail shows how it was and is, where there is no room for that beside the lanes
    TimelineToolsPane(TimelineViewModel model, Words words, Runnable focusLanes, Runnable showDetail) {
        this.model = model;
        this.words = words;
        this.focusLanes = focusLanes;
        getStyleClass().add("timeline-tools");
        setAlignment(Pos.CENTER_LEFT);
        detail = button("timeline-detail-open", "ui.timeline.detail", Glyph.COMPARE, showDetail);
        widthProperty().map(wide -> wide.doubleValue() < SMALL).subscribe(
                small -> detail.setText(small ? "" : words.say("ui.timeline.detail")));
        detail.getStyleClass().remove("icon-button");
        export = export();
        getChildren().addAll(stack(), spans(), steps(), speed(), moment(), now(), Texts.spacer(), detail,
                pinned(showDetail),
                export);
    }

    void narrow(boolean now) {
        pseudoClassStateChanged(NARROW, now);
        Texts.shown(detail, now);
        narrow = now;
        name.setMaxWidth(now ? NARROW_NAME : WIDE_NAME);
        export.setText(now ? "" : words.say("ui.timeline.report"));
        showCount();
    }

    /// How many moments are pinned, where any are.
    private Region pinned(Runnable showDetail) {
        count.setId("timeline-pin-count");
        count.getStyleClass().addAll("flat", "timeline-pin-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(model.pins().countedProperty());
        Texts.explain(count, words.say("ui.timeline.pins.explain"));
        count.setOnAction(_ -> showDetail.run());
        model.pins().linesProperty().subscribe(_ -> showCount());
        return count;
    }

    /// Where there is room.
    private void showCount() {
        Texts.shown(count, !narrow && !model.pins().linesProperty().get().isEmpty());
    }

    private MenuButton export() {
        var menu = new MenuButton(words.say("ui.timeline.report"), Icons.icon(Glyph.FILE_EXPORT_OUTLINE));
        menu.setId("timeline-hand-over");
        menu.getStyleClass().addAll("accent", "timeline-hand-over");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText(words.say("ui.timeline.report"));
        Texts.explain(menu, words.say("ui.timeline.report.explain"));
        for (ReportFormat one : List.of(ReportFormat.HTML, ReportFormat.MARKDOWN)) {
            String word = one.name().toLowerCase(Locale.ROOT);
            var item = new MenuItem(words.say("ui.timeline.report." + word));
            item.setId("timeline-hand-over-" + word);
            item.setOnAction(_ -> {
                menu.hide(); // it would stand there beside the dialog
                model.export(one);
            });
            menu.getItems().add(item);
        }
        model.report().lineProperty().subscribe(line -> menu.setDisable(
                line.filter(one -> one.kind() == ReportLine.Kind.MAKING).isPresent()));
        model.stackProperty().subscribe(one -> Texts.shown(menu, one.isPresent()));
        return menu;
    }

    /// Offers the formats of a report.
    void showExport() {
        if (!export.isDisabled() && export.isVisible()) {
            export.show();
        }
    }

    private Region stack() {
        var menu = new MenuButton();
        menu.setId("timeline-stack");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText(words.say("ui.timeline.stack"));
        var icon = new SeverityIcon();
        var badge = new EnvironmentBadge();
        var face = new HBox(icon, name, badge);
        face.getStyleClass().add("cell-line");
        face.setAlignment(Pos.CENTER_LEFT);
        menu.setGraphic(face);
        model.stackProperty().subscribe(chosen -> chosen.ifPresent(one -> {
            icon.show(one.verdict().severity(), one.verdict().held().isPresent());
            name.setText(one.file().name());
            Texts.explain(menu, one.file().name());
            badge.show(one.file().environment(), words);
        }));
        model.stacksProperty().subscribe(all -> fill(menu, all.values()));
        return menu;
    }

    /// Only where others are there than before: the menu may be open.
    private void fill(MenuButton menu, Collection<StackSnapshot> stacks) {
        var ids = stacks.stream().map(one -> "timeline-stack-" + one.file().id().value()).toList();
        if (!menu.getItems().stream().map(MenuItem::getId).toList().equals(ids)) {
            menu.getItems().setAll(stacks.stream().map(one -> {
                var item = new MenuItem(words.say("ui.activity.stack", one.file().name(),
                        words.say("ui.environment." + one.file().environment().word())));
                item.setId("timeline-stack-" + one.file().id().value());
                item.setOnAction(_ -> model.choose(one.file().id()));
                return item;
            }).toList());
        }
        Texts.shown(menu, !stacks.isEmpty());
    }

    private Region spans() {
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Span one : Span.values()) {
            ToggleButton button = Segment.of(words.say("ui.timeline.span." + one.word()), group,
                    () -> model.choose(one));
            button.setId("timeline-span-" + one.word());
            model.spanProperty().subscribe(now -> button.setSelected(now == one));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private Region steps() {
        Button before = button("timeline-previous", "ui.timeline.previous", Glyph.SKIP_PREVIOUS,
                () -> model.event(-1));
        Button after = button("timeline-next", "ui.timeline.next", Glyph.SKIP_NEXT, () -> model.event(1));
        Button play = button("timeline-play", "ui.timeline.play", Glyph.PLAY, model::togglePlay);
        model.playingProperty().subscribe(on -> {
            String said = words.say(on ? "ui.timeline.stop" : "ui.timeline.play");
            play.setGraphic(Icons.icon(on ? Glyph.PAUSE : Glyph.PLAY));
            play.setAccessibleText(said);
            Texts.explain(play, said);
        });
        play.disableProperty().bind(model.liveProperty());
        var steps = new HBox(before, play, after);
        steps.getStyleClass().add("timeline-steps");
        return steps;
    }

    private Button button(String id, String key, Glyph glyph, Runnable action) {
        var button = new Button(null, Icons.icon(glyph));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(words.say(key));
        Texts.explain(button, words.say(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Region speed() {
        var menu = new MenuButton();
        menu.setId("timeline-speed");
        menu.setMinWidth(USE_PREF_SIZE);
        for (Speed one : Speed.values()) {
            var item = new MenuItem(words.say("ui.timeline.speed", one.times()));
            item.setId("timeline-speed-" + one.times());
            item.setOnAction(_ -> model.choose(one));
            menu.getItems().add(item);
        }
        model.speedProperty().subscribe(now -> menu.setText(words.say("ui.timeline.speed", now.times())));
        menu.setAccessibleText(words.say("ui.timeline.speed.name"));
        return menu;
    }

    private Region moment() {
        typed.setId("timeline-moment");
        typed.getStyleClass().add("timeline-moment");
        typed.setAccessibleText(words.say("ui.timeline.typed"));
        Texts.explain(typed, words.say("ui.timeline.typed.help"));
        model.cursorProperty().subscribe(_ -> {
            if (!typed.isFocused()) {
                write();
            }
        });
        typed.focusedProperty().subscribe(on -> {
            if (!on) {
                write();
            }
        });
        typed.textProperty().subscribe(_ -> wrong(false));
        typed.setOnAction(_ -> {
            if (model.type(typed.getText())) {
                focusLanes.run();
                write();
            } else {
                wrong(true);
            }
        });
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                write();
                focusLanes.run();
                event.consume();
            }
        });
        return typed;
    }

    private void wrong(boolean no) {
        typed.pseudoClassStateChanged(WRONG, no);
        typed.setAccessibleHelp(no ? words.say("ui.timeline.typed.help") : "");
    }

    private void write() {
        typed.setText(model.stackProperty().get().isPresent() ? model.typed() : "");
    }

    /// Puts the keyboard into the field for the moment.
    void focusMoment() {
        typed.requestFocus();
        typed.selectAll();
    }

    private Region now() {
        var button = new Button(words.say("ui.timeline.now"));
        button.setId("timeline-now");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.goLive());
        button.disableProperty().bind(model.liveProperty());
        return button;
    }
}
