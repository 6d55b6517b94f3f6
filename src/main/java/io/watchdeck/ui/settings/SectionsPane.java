package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.words.Words;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

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

    private static Ikon icon(Section section) {
        return switch (section) {
            case APPEARANCE -> MaterialDesignP.PALETTE_OUTLINE;
            case SPEECH -> MaterialDesignT.TRANSLATE;
            case YOU -> MaterialDesignA.ACCOUNT_OUTLINE;
            case SIGNIN -> MaterialDesignK.KEY_OUTLINE;
            case NOTICES -> MaterialDesignB.BELL_OUTLINE;
            case COST -> MaterialDesignC.CASH_MULTIPLE;
            case HISTORY -> MaterialDesignC.CHART_TIMELINE_VARIANT;
            case STACKS -> MaterialDesignL.LAYERS_OUTLINE;
            case FILES -> MaterialDesignF.FOLDER_OUTLINE;
            case SUPPORT -> MaterialDesignL.LIFEBUOY;
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
