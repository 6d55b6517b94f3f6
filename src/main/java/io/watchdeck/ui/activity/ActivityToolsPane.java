package io.watchdeck.ui.activity;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is listed: verdict, stack, kind, words and how far back.
final class ActivityToolsPane extends HBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final ActivityViewModel model;
    private final Words words;
    private final FilterField filter;

    ActivityToolsPane(ActivityViewModel model, Words words, Desktop desktop) {
        this.model = model;
        this.words = words;
        getStyleClass().add("activity-tools");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        filter = FilterField.ofScreen(words, "activity-filter", words.say("ui.activity.filter"),
                words.say("ui.activity.filterHelp"), model.text().columns(), model::filter);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        getChildren().addAll(outcomes(), stacks(), kinds(), filter, Texts.spacer(), spans(), export(desktop));
    }

    void narrow(boolean now) {
        pseudoClassStateChanged(NARROW, now);
    }

    FilterField filter() {
        return filter;
    }

    private static HBox segments() {
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        return segments;
    }

    private Node outcomes() {
        HBox segments = segments();
        var group = new ToggleGroup();
        for (Outcome one : Outcome.values()) {
            ToggleButton button = Segment.of("", group, () -> model.only(one));
            button.setId("activity-only-" + one.word());
            model.countsProperty().subscribe(counts -> button.setText(
                    words.say("ui.activity.outcome." + one.word(), counts.getOrDefault(one, 0))));
            model.outcomeProperty().subscribe(now -> button.setSelected(now == one));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private Node spans() {
        HBox segments = segments();
        segments.setAccessibleText(words.say("ui.activity.spans"));
        var group = new ToggleGroup();
        for (Span one : Span.values()) {
            ToggleButton button = Segment.of(words.say("ui.activity.span." + one.word()), group,
                    () -> model.span(one));
            button.setId("activity-span-" + one.word());
            Texts.explain(button, words.say("ui.activity.span." + one.word() + ".long"));
            model.spanProperty().subscribe(now -> button.setSelected(now == one));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private Node stacks() {
        MenuButton menu = menu("stack");
        model.stacksProperty().subscribe(names -> {
            menu.getItems().setAll(names.entrySet().stream().map(one -> stack(one.getKey(), one.getValue())).toList());
            tell(menu, names);
        });
        model.filterProperty().subscribe(_ -> {
            menu.getItems().stream().map(CheckMenuItem.class::cast).forEach(item -> item.setSelected(
                    model.filterProperty().get().stacks().contains((StackId) item.getUserData())));
            tell(menu, model.stacksProperty().get());
        });
        return menu;
    }

    private CheckMenuItem stack(StackId id, String name) {
        var item = new CheckMenuItem(name);
        item.setId("activity-stack-" + id.value());
        item.setUserData(id);
        item.setSelected(model.filterProperty().get().stacks().contains(id));
        item.setOnAction(_ -> model.filter(model.filterProperty().get()
                .withStacks(with(model.filterProperty().get().stacks(), id, item.isSelected()))));
        return item;
    }

    private void tell(MenuButton menu, Map<StackId, String> names) {
        menu.setText(model.text().chosen(words.say("ui.activity.menu.stack"), names.entrySet().stream()
                .filter(one -> model.filterProperty().get().stacks().contains(one.getKey())).map(Map.Entry::getValue)
                .toList()));
    }

    private Node kinds() {
        MenuButton menu = menu("kind");
        for (Operation.Kind one : ActivityViewModel.kinds()) {
            var item = new CheckMenuItem(kind(one), Icons.icon(Icons.of(one)));
            item.setId("activity-kind-" + one.word());
            item.setOnAction(_ -> model.filter(model.filterProperty().get()
                    .withKinds(with(model.filterProperty().get().kinds(), one, item.isSelected()))));
            model.filterProperty().subscribe(now -> item.setSelected(now.kinds().contains(one)));
            menu.getItems().add(item);
        }
        model.filterProperty().subscribe(now -> menu.setText(model.text().chosen(words.say("ui.activity.menu.kind"),
                List.of(Operation.Kind.values()).stream().filter(now.kinds()::contains).map(this::kind).toList())));
        return menu;
    }

    private String kind(Operation.Kind one) {
        return words.say("ui.activity.kind." + one.word());
    }

    private static MenuButton menu(String word) {
        var menu = new MenuButton();
        menu.setId("activity-" + word);
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static <T> Set<T> with(Set<T> before, T one, boolean wanted) {
        var after = new HashSet<T>(before);
        Consumer<T> change = wanted ? after::add : after::remove;
        change.accept(one);
        return after;
    }

    private Node export(Desktop desktop) {
        var button = new Button(null, Icons.icon(Glyph.TABLE_ARROW_DOWN));
        button.setId("activity-export");
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words.say("ui.row.export"));
        Texts.explain(button, words.say("ui.row.export"));
        button.setOnAction(_ -> {
            Csv table = model.csv();
            desktop.save(table.name() + ".csv", table.text());
        });
        model.emptyTextProperty().subscribe(said -> button.setDisable(!said.isEmpty()));
        return button;
    }
}
