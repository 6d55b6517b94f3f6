package io.watchdeck.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The sections of the screen, in their order.
enum Section {
    APPEARANCE(MaterialDesignP.PALETTE_OUTLINE, "theme", "density", "textSize"),
    SPEECH(MaterialDesignT.TRANSLATE, "language", "zone"),
    YOU(MaterialDesignA.ACCOUNT_OUTLINE, "name"),
    NOTICES(MaterialDesignB.BELL_OUTLINE, "notifications", "sound", "tray", "nag", "quiet"),
    COST(MaterialDesignC.CASH_MULTIPLE, "cap", "allowance", "costs"),
    HISTORY(MaterialDesignC.CHART_TIMELINE_VARIANT),
    STACKS(MaterialDesignL.LAYERS_OUTLINE),
    FILES(MaterialDesignF.FOLDER_OUTLINE);

    private final Ikon icon;
    private final List<String> keys;

    Section(Ikon icon, String... keys) {
        this.icon = icon;
        this.keys = List.of(keys);
    }

    Ikon icon() {
        return icon;
    }

    /// What is set there, by the keys of the settings file.
    List<String> keys() {
        return keys;
    }

    /// Used in node ids, places and keys of words.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Section> named(String word) {
        return Arrays.stream(values()).filter(section -> section.word().equalsIgnoreCase(word)).findFirst();
    }
}
