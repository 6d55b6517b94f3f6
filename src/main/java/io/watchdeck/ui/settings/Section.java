package io.watchdeck.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sections of the screen, in their order.
enum Section {
    APPEARANCE("theme", "density", "textSize"),
    SPEECH("language", "zone"),
    YOU("name"),
    SIGNIN,
    NOTICES("notifications", "sound", "tray", "nag", "quiet"),
    COST("cap", "allowance", "costs"),
    HISTORY("keepMinutes", "keepFiveMinutes", "keepHours"),
    STACKS,
    FILES,
    SUPPORT;

    private final List<String> keys;

    Section(String... keys) {
        this.keys = List.of(keys);
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
