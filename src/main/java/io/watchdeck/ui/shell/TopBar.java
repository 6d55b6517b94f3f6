package io.watchdeck.ui.shell;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Where to go, which environments are listed, and how fresh everything is.
final class TopBar extends HBox {

    private static final double GO_TO_PADDING = 18;

    private final ShellViewModel model;
    private final Words words;
    private final HBox segments = new HBox();

    TopBar(ShellViewModel model, Words words, Runnable goTo) {
        this.model = model;
        this.words = words;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        segments.getStyleClass().add("segments");
        segments.setId("scope");
        segments.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(goTo(goTo), Texts.spacer(), segments, new Separator(Orientation.VERTICAL), updated(),
                every(), refresh(), pause());
        model.environmentsProperty().subscribe(this::showSegments);
    }

    /// Looks like the field that it brings.
    private Button goTo(Runnable open) {
        var line = new HBox(Icons.icon(Glyph.MAGNIFY), Texts.yielding(words.say("ui.palette.top"), "wd-13",
                "wd-muted"), Texts.spacer(), Texts.label(words.say("ui.key.ctrlK"), "key-hint"));
        line.getStyleClass().add("go-to-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        line.prefWidthProperty().bind(button.widthProperty().subtract(GO_TO_PADDING));
        button.setId("go-to");
        button.getStyleClass().add("go-to");
        button.setAccessibleText(words.say("ui.palette.top"));
        button.setOnAction(_ -> open.run());
        return button;
    }

    private Node updated() {
        var label = new FreshnessLabel();
        label.setId("updated");
        label.getStyleClass().add("top-updated");
        var clock = Icons.icon(Glyph.PROGRESS_CLOCK, "disc-refreshing");
        model.updatedProperty().subscribe(label::show);
        Node disc = label.getGraphic();
        var pause = Icons.icon(Glyph.PAUSE_CIRCLE_OUTLINE, "disc-paused");
        Runnable show = () -> label.setGraphic(model.pausedProperty().get() ? pause
                : model.refreshingProperty().get() ? clock : disc);
        model.refreshingProperty().subscribe(show);
        model.pausedProperty().subscribe(show);
        show.run();
        return label;
    }

    private Label every() {
        Label label = Texts.blank("wd-12", "wd-muted");
        model.everyProperty().subscribe(said -> Texts.set(label, said));
        return label;
    }

    private Button refresh() {
        Button button = iconButton(Icons.icon(Glyph.REFRESH), "refresh", words.say("ui.top.refresh"));
        button.setOnAction(_ -> model.refresh());
        return button;
    }

    private Button pause() {
        FontIcon icon = Icons.icon(Glyph.PAUSE);
        Button button = iconButton(icon, "pause", words.say("ui.top.pause"));
        button.setOnAction(_ -> model.togglePause());
        model.pausedProperty().subscribe(paused -> {
            icon.show(paused ? Glyph.PLAY : Glyph.PAUSE);
            String text = words.say(paused ? "ui.top.resume" : "ui.top.pause");
            button.setAccessibleText(text);
            button.getTooltip().setText(text);
        });
        return button;
    }

    private static Button iconButton(FontIcon icon, String id, String text) {
        var button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(text);
        button.setTooltip(Texts.tooltip(text));
        return button;
    }

    /// What has the focus keeps it.
    private void showSegments(Environments there) {
        Optional<String> focused = segments.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
        makeSegments(there);
        focused.flatMap(id -> segments.getChildren().stream().filter(node -> id.equals(node.getId())).findFirst())
                .ifPresent(Node::requestFocus);
    }

    private void makeSegments(Environments there) {
        var group = new ToggleGroup();
        segments.getChildren().clear();
        ToggleButton all = segment(group, Scope.all(), there.unread() == 0 ? words.say("ui.scope.all", there.watched())
                : words.say("ui.scope.allUnread", there.watched(), there.watched() + there.unread()));
        Texts.explain(all, there.why());
        segments.getChildren().add(all);
        Map<Environment, Integer> counts = there.counts();
        for (Environment environment : new Environment[] {Environment.PRODUCTION, Environment.TEST,
                Environment.DEVELOPMENT}) {
            if (counts.containsKey(environment)) {
                segments.getChildren().add(segment(group, new Scope(Optional.of(environment)),
                        words.say("ui.scope." + environment.word(), counts.get(environment))));
            }
        }
        Texts.shown(segments, counts.size() > 1 || there.unread() > 0);
    }

    private ToggleButton segment(ToggleGroup group, Scope scope, String text) {
        ToggleButton button = Segment.of(text, group, () -> model.limitTo(scope));
        button.setId("scope-" + scope.environment().map(Environment::word).orElse("all"));
        button.setSelected(model.scopeProperty().get().equals(scope));
        return button;
    }
}
