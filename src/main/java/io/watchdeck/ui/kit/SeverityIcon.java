package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;
import org.kordamp.ikonli.javafx.FontIcon;

/// A severity by shape and colour: octagon, triangle, i, check, question. Filled: nobody has it. Outlined: somebody does.
public final class SeverityIcon extends FontIcon {

    public SeverityIcon(String... styleClasses) {
        setFont(Icons.FONT);
        getStyleClass().addAll("wd-icon", "severity-icon");
        getStyleClass().addAll(styleClasses);
        show(Severity.UNKNOWN, false);
    }

    public SeverityIcon(Severity severity, boolean owned, String... styleClasses) {
        this(styleClasses);
        show(severity, owned);
    }

    public void show(Severity severity, boolean owned) {
        setIconCode(Icons.of(severity, owned));
        Tone.of(severity).on(this);
    }
}
