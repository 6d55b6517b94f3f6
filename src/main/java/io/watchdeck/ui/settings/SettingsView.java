package io.watchdeck.ui.settings;

import io.watchdeck.refresh.PriceList;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings screen: the meter with what is free and what it does near its cap, and what it counted by API and by
/// stack, beside each other where there is room.
public final class SettingsView implements Page {

    private final PageContext context;
    private final SettingsViewModel model;
    private final ScrollPane root;
    private final List<Region> tables;
    private final HBox beside = new HBox();
    private final VBox below = new VBox();
    private final Following following;

    public SettingsView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new SettingsViewModel(words, PriceList.shipped(), context.choice());
        tables = List.of(new SpendTablePane(model, words, context.desktop(), "stack", model.byStack()),
                new SpendTablePane(model, words, context.desktop(), "api", model.byApi()));
        tables.forEach(table -> {
            table.setPrefWidth(0);
            table.setMinWidth(0);
            HBox.setHgrow(table, Priority.ALWAYS);
        });
        beside.getStyleClass().add("settings-tables");
        beside.setFillHeight(false);
        below.getStyleClass().add("settings-tables");
        var content = new VBox(new PairPane(new MeterPane(model, words), new FreePane(model, words)),
                new PairPane(new StepsPane(model, words), new PricesPane(model, words)), beside, below);
        content.getStyleClass().add("settings-page");
        root = new ScrollPane(content);
        root.setId("settings");
        root.getStyleClass().addAll("edge-to-edge", "settings-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        arrange(false);
    }

    private void arrange(boolean narrow) {
        beside.getChildren().clear();
        below.getChildren().clear();
        (narrow ? below : beside).getChildren().setAll(tables);
        Texts.shown(beside, !narrow);
        Texts.shown(below, narrow);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        following.allStacks().snapshots(model::show).narrow(this::arrange);
        root.requestFocus();
    }

    @Override
    public void hidden() {
        following.end();
        model.cancel();
    }

    @Override
    public boolean escape() {
        boolean asking = model.askingProperty().get();
        model.cancel();
        return asking;
    }
}
