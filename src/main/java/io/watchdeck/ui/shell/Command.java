package io.watchdeck.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What the window itself can do, wherever one is.
enum Command {
    REFRESH(MaterialDesignR.REFRESH), PAUSE(MaterialDesignP.PAUSE), THEME(MaterialDesignT.THEME_LIGHT_DARK),
    LANGUAGE(MaterialDesignT.TRANSLATE), CONNECT(MaterialDesignC.CLOUD_PLUS_OUTLINE),
    FILTER(MaterialDesignF.FILTER_VARIANT), HELP(MaterialDesignK.KEYBOARD_OUTLINE),
    SUPPORT(MaterialDesignL.LIFEBUOY);

    private final Ikon ikon;

    Command(Ikon ikon) {
        this.ikon = ikon;
    }

    Ikon ikon() {
        return ikon;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of the text that names it.
    String key() {
        return switch (this) {
            case LANGUAGE -> "ui.palette.language";
            case CONNECT -> "ui.connect.open";
            case SUPPORT -> "ui.palette.support";
            default -> "ui.help." + word();
        };
    }

    /// Of the text that names its keys; empty where it has none.
    String shortcut() {
        return this == LANGUAGE || this == CONNECT || this == SUPPORT ? "" : key() + ".key";
    }
}
