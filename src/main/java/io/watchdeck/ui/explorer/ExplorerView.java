package io.watchdeck.ui.explorer;

import io.watchdeck.ui.kit.ChartPane;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.StacksOrNonePane;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The metric explorer: the list to choose from beside the chart with its legend.
public final class ExplorerView implements Page {

    /// The list has this share of the width, within limits: names have room there, the chart and its legend beside it.
    private static final double LIST_SHARE = 0.245;
    private static final double LEAST_LIST = 250;
    private static final double MOST_LIST = 340;
    /// The chart has the rest.
    private static final double LEGEND_SHARE = 0.34;
    /// Below, the chart needs the room of the chips: the legend has the same, and takes away with Delete.
    private static final double TALL = 640;

    private final PageContext context;
    private final ExplorerViewModel model;
    private final PickerPane picker;
    private final HBox root = new HBox();
    private final HBox compared = new HBox();
    private final Label comparing;
    private final StacksOrNonePane whole;
    private final Following following;

    public ExplorerView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new ExplorerViewModel(words, context.feed()::history);
        picker = new PickerPane(model, words);
        comparing = Texts.label(words.say("ui.explorer.compare"), "wd-12", "wd-muted");
        var chart = new ChartPane(model.chart(), words, context.desktop(), "explorer", model::csv);
        chart.chart().onCursor(model::point);
        var legend = new LegendPane(model, words);
        chart.below(legend);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var empty = empty(words);
        var middle = new StackPane(chart, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        model.chart().chartProperty().subscribe(data -> {
            Texts.shown(chart, !data.plots().isEmpty());
            Texts.shown(empty, data.plots().isEmpty());
        });
        var chips = new ChipsPane(model, words);
        var card = new VBox(head(words), chips, refusal(), middle);
        card.heightProperty().subscribe(height -> {
            legend.room(Math.rint(height.doubleValue() * LEGEND_SHARE));
            chips.room(height.doubleValue() >= TALL);
        });
        card.getStyleClass().addAll("wd-card", "explorer-card");
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        root.setId("explorer");
        root.getStyleClass().add("explorer-page");
        root.getChildren().addAll(picker, card);
        root.widthProperty().subscribe(width -> share(width.doubleValue()));
        whole = new StacksOrNonePane(context, Screen.EXPLORER, root);
        model.comparableProperty().subscribe(this::fillCompared);
    }

    @Override
    public Parent node() {
        return whole;
    }

    @Override
    public void shown(Place place) {
        following.end();
        place.exploring().ifPresent(model::open);
        following.snapshots(model::show).snapshots(whole::show).narrow(this::narrow);
        context.watch().focus(model.onlyStack());
        root.applyCss();
        picker.focusList();
    }

    @Override
    public void hidden() {
        following.end();
    }

    @Override
    public void focusFilter() {
        picker.filter().focusAll();
    }

    @Override
    public boolean escape() {
        return picker.filter().leave(picker::focusList) || picker.filter().clearTyped();
    }

    private void narrow(boolean narrow) {
        Texts.shown(comparing, !narrow);
    }

    private void share(double room) {
        double width = Math.rint(Math.clamp(room * LIST_SHARE, LEAST_LIST, MOST_LIST));
        picker.setMinWidth(width);
        picker.setPrefWidth(width);
        picker.setMaxWidth(width);
    }

    private Node head(Words words) {
        Label note = Texts.yielding("", "wd-12", "wd-muted");
        note.setId("explorer-note");
        note.textProperty().bind(model.noteProperty());
        compared.getStyleClass().add("compare");
        compared.setAlignment(Pos.CENTER_LEFT);
        var clear = new Button(words.say("ui.explorer.clear"), Icons.icon(Glyph.CLOSE));
        clear.getStyleClass().addAll("small", "flat");
        clear.setId("explorer-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> model.clear());
        model.chart().chartProperty().subscribe(data -> Texts.shown(clear, !data.plots().isEmpty()));
        var head = new HBox(Icons.icon(Glyph.CHART_MULTILINE),
                Texts.label(words.say("ui.screen.explorer"), "wd-14", "wd-strong"), compared, clear, Texts.spacer(),
                note);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fillCompared(List<String> metrics) {
        Words words = context.words();
        compared.getChildren().setAll(comparing);
        metrics.forEach(metric -> {
            var button = new Button(words.say("ui.history." + metric));
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            Texts.explain(button, words.say("ui.explorer.compare") + " " + button.getText());
            button.setId("explorer-compare-" + metric.replace('.', '-'));
            button.setOnAction(_ -> model.compare(metric));
            compared.getChildren().add(button);
        });
        Texts.shown(compared, !metrics.isEmpty());
    }

    private Node refusal() {
        Label said = Texts.yielding("", "wd-12");
        said.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
        said.getStyleClass().add("refusal");
        said.setId("explorer-refusal");
        said.setMaxWidth(Double.MAX_VALUE);
        model.refusalProperty().subscribe(text -> Texts.set(said, text));
        return said;
    }

    private static Node empty(Words words) {
        Label what = Texts.label(words.say("ui.explorer.empty"), "wd-16", "wd-strong");
        Label how = Texts.yielding(words.say("ui.explorer.emptyHow"), "wd-muted");
        how.setWrapText(true);
        var empty = new VBox(what, how);
        empty.getStyleClass().add("explorer-empty");
        empty.setAlignment(Pos.CENTER);
        return empty;
    }
}
