package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;

/// A severity by shape and colour: octagon, triangle, i, check, question. Filled: nobody has it. Outlined: somebody does.
public final class SeverityIcon extends FontIcon {

    public SeverityIcon(String... styleClasses) {
        this(Severity.UNKNOWN, false, styleClasses);
    }

    public SeverityIcon(Severity severity, boolean owned, String... styleClasses) {
        super(Icons.of(severity, owned), styleClasses);
        getStyleClass().add("severity-icon");
        Tone.of(severity).on(this);
    }

    public void show(Severity severity, boolean owned) {
        show(Icons.of(severity, owned));
        Tone.of(severity).on(this);
    }
}
