package io.watchdeck.ui.shell;

import atlantafx.base.controls.CustomTextField;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The field in the top bar and its list: type a part of a name, Enter goes there.
final class GoTo {

    private static final double ROW = 34;
    private static final double WIDTH = 400;

    private final GoToViewModel model;
    private final Words words;
    private final Navigator navigator;
    private final Supplier<List<StackSnapshot>> stacks;
    private final CustomTextField field = new CustomTextField();
    private final ListView<GoToViewModel.Target> list = new ListView<>();

    GoTo(GoToViewModel model, Words words, Navigator navigator, Supplier<List<StackSnapshot>> stacks) {
        this.model = model;
        this.words = words;
        this.navigator = navigator;
        this.stacks = stacks;
        prepareField();
        prepareList();
    }

    CustomTextField field() {
        return field;
    }

    /// Lies over the screens while something is being looked for.
    ListView<GoToViewModel.Target> list() {
        return list;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    boolean close() {
        boolean wasOpen = list.isVisible();
        list.setVisible(false);
        return wasOpen;
    }

    private void prepareField() {
        field.setId("go-to");
        field.getStyleClass().add("go-to");
        field.setPromptText(words.say("ui.goto.prompt"));
        field.setAccessibleText(words.say("ui.goto.prompt"));
        field.setLeft(Icons.icon(MaterialDesignM.MAGNIFY));
        field.setRight(Texts.label(words.say("ui.key.ctrlK"), "key-hint"));
        field.textProperty().subscribe(_ -> search());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                list.setVisible(false);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void prepareList() {
        list.setId("go-to-list");
        list.getStyleClass().add("go-to-list");
        list.setFixedCellSize(ROW);
        list.setItems(model.targets());
        list.setCellFactory(_ -> new TargetCell(words));
        list.setVisible(false);
        list.setFocusTraversable(false);
        list.setPrefWidth(WIDTH);
        list.setMaxSize(WIDTH, USE_PREF);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> open());
    }

    private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;

    private void search() {
        boolean looking = field.isFocused() && !field.getText().isBlank();
        model.search(field.getText(), stacks.get());
        list.setPrefHeight(Math.max(1, model.targets().size()) * ROW + 12);
        list.setVisible(looking && !model.targets().isEmpty());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            field.clear();
            leave();
        } else {
            return;
        }
        event.consume();
    }

    private void open() {
        GoToViewModel.Target target = list.getSelectionModel().getSelectedItem();
        if (target != null && !field.getText().isBlank()) {
            field.clear();
            leave();
            navigator.go(target.place());
        }
    }

    private void leave() {
        list.setVisible(false);
        field.getScene().getRoot().requestFocus();
    }

    private static final class TargetCell extends ListCell<GoToViewModel.Target> {

        private final Words words;

        TargetCell(Words words) {
            this.words = words;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(GoToViewModel.@Nullable Target target, boolean empty) {
            super.updateItem(target, empty);
            if (target == null || empty) {
                setGraphic(null);
                return;
            }
            var line = new HBox(Texts.yielding(target.name(), "wd-strong"),
                    Texts.yielding(target.detail(), "wd-12", "wd-muted"), Texts.spacer());
            line.setSpacing(8);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addFirst(target.isScreen()
                    ? Icons.icon(target.place().screen().ikon())
                    : new SeverityIcon(target.severity(), false));
            if (!target.isScreen()) {
                line.getChildren().add(new EnvironmentBadge(target.environment(), words));
            }
            setGraphic(line);
        }
    }
}
