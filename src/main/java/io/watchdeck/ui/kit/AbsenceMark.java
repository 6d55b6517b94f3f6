package io.watchdeck.ui.kit;

import javafx.scene.control.Label;

/// The icon of an absence beside a figure that is known, such as a padlock where its limit is denied. The reason and the
/// IAM action are in the tooltip.
public final class AbsenceMark extends Label {

    private final FontIcon icon = Icons.icon(Icons.of(Absence.Kind.DENIED), "absence-icon");

    public AbsenceMark() {
        getStyleClass().addAll("absence-word", "absence-mark", "wd-12");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
    }

    /// @param text beside the icon, or nothing where there is no room
    public void show(Absence absence, String text) {
        icon.show(Icons.of(absence.kind()));
        setText(text);
        setAccessibleText(absence.sentence());
        Texts.explain(this, absence.sentence());
    }
}
