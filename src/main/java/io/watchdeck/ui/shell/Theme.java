package io.watchdeck.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;

/// Dark or light: AtlantaFX's style sheet with the console's own roles of colour beside it.
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), "theme-dark.css"),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "theme-light.css");

    private final String base;
    private final String roles;

    Theme(String base, String roles) {
        this.base = base;
        this.roles = roles;
    }

    /// The address of the user agent style sheet.
    public String base() {
        return base;
    }

    /// The address of the style sheet with the roles of colour.
    public String roles() {
        return Objects.requireNonNull(Theme.class.getResource(roles), roles).toExternalForm();
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
