package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;

/// A severity by shape and colour: octagon, triangle, i, check, question. Filled: nobody has it. Outlined: somebody does.
public final class SeverityIcon extends FontIcon {

    public SeverityIcon(String... styleClasses) {
        super(Icons.of(Severity.UNKNOWN, false), styleClasses);
        getStyleClass().add("severity-icon");
        show(Severity.UNKNOWN, false);
    }

    public SeverityIcon(Severity severity, boolean owned, String... styleClasses) {
        this(styleClasses);
        show(severity, owned);
    }

    public void show(Severity severity, boolean owned) {
        show(Icons.of(severity, owned));
        Tone.of(severity).on(this);
    }
}
