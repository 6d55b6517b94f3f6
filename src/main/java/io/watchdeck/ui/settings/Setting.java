package io.watchdeck.ui.settings;

/// How one setting stands.
///
/// @param value  as it is written, or the default
/// @param own    a person has chosen it, so that the default can be chosen again
/// @param locked why it cannot be changed here; empty where it can
/// @param wrong  why what was typed last was not taken; empty where it was
record Setting(String value, boolean own, String locked, String wrong) {

    static final Setting NONE = new Setting("", false, "", "");

    Setting withValue(String chosen) {
        return new Setting(chosen, true, locked, "");
    }

    Setting withWrong(String why) {
        return new Setting(value, own, locked, why);
    }
}
