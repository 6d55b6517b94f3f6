package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import java.util.Locale;

/// What the window itself can do, wherever one is.
enum Command {
    REFRESH(Glyph.REFRESH), PAUSE(Glyph.PAUSE), THEME(Glyph.THEME_LIGHT_DARK),
    LANGUAGE(Glyph.TRANSLATE), CONNECT(Glyph.CLOUD_PLUS_OUTLINE),
    FILTER(Glyph.FILTER_VARIANT), HELP(Glyph.KEYBOARD_OUTLINE),
    SUPPORT(Glyph.LIFEBUOY), SIGNIN(Glyph.KEY_OUTLINE), NOTICES(Glyph.BELL_OUTLINE), QUIT(Glyph.CLOSE);

    private final Glyph glyph;

    Command(Glyph glyph) {
        this.glyph = glyph;
    }

    Glyph glyph() {
        return glyph;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of the text that names it.
    String key() {
        return switch (this) {
            case LANGUAGE -> "ui.palette.language";
            case CONNECT -> "ui.connect.open";
            case SUPPORT, SIGNIN, NOTICES -> "ui.palette." + word();
            default -> "ui.help." + word();
        };
    }

    /// Of the text that names its keys; empty where it has none.
    String shortcut() {
        return switch (this) {
            case LANGUAGE, CONNECT, SUPPORT, SIGNIN, NOTICES -> "";
            default -> key() + ".key";
        };
    }
}
