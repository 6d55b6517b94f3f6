package io.watchdeck.ui.kit.logs;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The log of the service, which stands below all else, so that its lines scroll by themselves; folded away, nothing is
/// read.
public final class LogsPane extends VBox {

    private final LogTailViewModel model;
    private final Words words;
    private final FontIcon chevron = Icons.icon(Glyph.CHEVRON_DOWN);
    private final Label title = Texts.label("", "wd-strong");
    private final Label group = Texts.yielding("", "wd-mono", "wd-11", "wd-muted");
    private final FreshnessLabel age = new FreshnessLabel();
    private final ComboBox<LogPlace> places = new ComboBox<>();
    private final FilterField filter;
    private final Button follow = button(Glyph.PAUSE, "log-follow");
    private final Label problem = Texts.wrapping("", "wd-12");
    private final Label note = Texts.yielding("", "wd-11", "wd-muted");
    private final LogListPane list;
    private final VBox body = new VBox();
    private final HBox tools;
    private boolean filling;

    public LogsPane(LogTailViewModel model, Words words, Desktop desktop) {
        this.model = model;
        this.words = words;
        filter = new FilterField("log-filter", words.say("ui.logs.filter"), words.say("ui.logs.filterHelp"));
        setId("drawer-logs");
        getStyleClass().addAll("section", "logs-pane");
        list = new LogListPane(model, words, desktop);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("log-body");
        body.setMinHeight(0);
        note.setId("log-note");
        problem.setId("log-problem");
        Tone.CRITICAL.on(problem);
        var choice = new HBox(places);
        choice.getStyleClass().add("log-choice");
        HBox.setHgrow(places, Priority.ALWAYS);
        choice.visibleProperty().bind(places.visibleProperty());
        choice.managedProperty().bind(places.visibleProperty());
        tools = tools();
        body.getChildren().addAll(choice, tools, problem, list, note);
        getChildren().addAll(head(), body);
        choice();
        model.openProperty().subscribe(open -> {
            Texts.shown(body, open);
            Texts.shown(age, open);
            Texts.shown(group, open);
            chevron.show(open ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
        });
        model.followingProperty().subscribe(this::showFollowing);
        model.wishProperty().subscribe(wish -> Texts.shown(follow, wish.around().isEmpty()));
        model.factsProperty().subscribe(this::show);
        model.wishProperty().subscribe(wish -> {
            if (wish.pattern().isEmpty()) {
                filter.clear();
            }
        });
    }

    /// Puts something before the filter.
    public void before(Node node) {
        tools.getChildren().addFirst(node);
    }

    /// Puts the keyboard onto the lines.
    public void focus() {
        list.focus();
    }

    public boolean isOpen() {
        return model.openProperty().get();
    }

    /// @return whether there was a filter to leave
    public boolean escape() {
        return filter.leave(() -> {
            model.filter("");
            list.focus();
        });
    }

    private Button head() {
        var line = new HBox(chevron, title, group, Texts.spacer(), age);
        line.getStyleClass().add("section-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var head = new Button(null, line);
        head.setId("log-head");
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.getStyleClass().add("section-button");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAccessibleText(words.say("ui.drawer.logs"));
        line.prefWidthProperty().bind(head.widthProperty().subtract(28));
        head.setOnAction(_ -> model.open(!model.openProperty().get()));
        return head;
    }

    private HBox tools() {
        filter.getStyleClass().add("log-filter");
        filter.setOnAction(_ -> model.filter(filter.getText()));
        HBox.setHgrow(filter, Priority.ALWAYS);
        follow.setOnAction(_ -> {
            if (model.followingProperty().get()) {
                model.hold();
            } else {
                model.follow();
            }
        });
        Button copy = button(Glyph.CONTENT_COPY, "log-copy");
        say(copy, "ui.logs.copyAll");
        copy.setOnAction(_ -> list.copy());
        var tools = new HBox(filter, follow, copy);
        tools.getStyleClass().add("log-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static Button button(Glyph glyph, String id) {
        var button = new Button(null, Icons.icon(glyph));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button", "small");
        return button;
    }

    private void say(Button button, String key) {
        button.setAccessibleText(words.say(key));
        button.setTooltip(Texts.tooltip(words.say(key)));
    }

    private void choice() {
        places.setId("log-group");
        places.getStyleClass().add("log-group");
        places.setMaxWidth(Double.MAX_VALUE);
        places.setAccessibleText(words.say("ui.logs.group"));
        places.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LogPlace place) {
                return place == null ? "" : TailFacts.name(place, words);
            }

            @Override
            public LogPlace fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        places.valueProperty().subscribe(place -> {
            if (!filling && place != null) {
                model.choose(place);
            }
        });
        model.places().addListener((ListChangeListener<LogPlace>) _ -> showPlaces());
        model.placeProperty().subscribe(_ -> showPlaces());
    }

    private void showPlaces() {
        filling = true;
        if (!places.getItems().equals(model.places())) {
            places.getItems().setAll(model.places());
        }
        places.setValue(model.placeProperty().get().orElse(null));
        filling = false;
        Texts.shown(places, model.places().size() > 1);
    }

    private void showFollowing(boolean following) {
        follow.setGraphic(Icons.icon(following ? Glyph.PAUSE : Glyph.PLAY));
        say(follow, following ? "ui.logs.pause" : "ui.logs.follow");
    }

    private void show(TailFacts facts) {
        age.show(facts.age());
        title.setText(facts.title());
        group.setText(facts.group());
        Texts.explain(group, facts.groupFull() + "\n" + facts.origin());
        Texts.set(problem, facts.pattern());
        String said = facts.note().isEmpty() ? facts.origin()
                : words.say("ui.logs.noteFrom", facts.note(), facts.origin());
        note.setText(said); // it keeps its place where it is empty, so that the lines do not move
        Texts.explain(note, said);
    }
}
