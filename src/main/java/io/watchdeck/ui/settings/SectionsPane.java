package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
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
                setGraphic(section == null ? null : Icons.icon(icon(section)));
            }
        });
        getItems().setAll(Section.values());
        getSelectionModel().select(Section.APPEARANCE);
    }

    private static Glyph icon(Section section) {
        return switch (section) {
            case APPEARANCE -> Glyph.PALETTE_OUTLINE;
            case SPEECH -> Glyph.TRANSLATE;
            case YOU -> Glyph.ACCOUNT_OUTLINE;
            case SIGNIN -> Glyph.KEY_OUTLINE;
            case NOTICES -> Glyph.BELL_OUTLINE;
            case COST -> Glyph.CASH_MULTIPLE;
            case HISTORY -> Glyph.CHART_TIMELINE_VARIANT;
            case STACKS -> Glyph.LAYERS_OUTLINE;
            case FILES -> Glyph.FOLDER_OUTLINE;
            case SUPPORT -> Glyph.LIFEBUOY;
        };
    }

    Section chosen() {
        Section selected = getSelectionModel().getSelectedItem();
        return selected == null ? Section.APPEARANCE : selected;
    }

    void choose(Section section) {
        getSelectionModel().select(section);
    }
}
