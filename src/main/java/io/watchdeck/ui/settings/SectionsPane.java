package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.words.Words;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The sections of the screen; the arrow keys go through them.
final class SectionsPane extends ListView<Section> {

    private static final double ROW = 34;

    SectionsPane(Words words) {
        setId("settings-sections");
        getStyleClass().addAll("settings-sections", "edge-to-edge");
        setAccessibleText(words.say("ui.settings.sections"));
        setFixedCellSize(ROW);
        setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Section section, boolean empty) {
                super.updateItem(section, empty);
                setText(section == null ? null : words.say("ui.settings.section." + section.word()));
                setGraphic(section == null ? null : Icons.icon(section.icon()));
            }
        });
        getItems().setAll(Section.values());
        getSelectionModel().select(Section.APPEARANCE);
    }

    Section chosen() {
        Section selected = getSelectionModel().getSelectedItem();
        return selected == null ? Section.APPEARANCE : selected;
    }

    void choose(Section section) {
        getSelectionModel().select(section);
    }
}
