package io.watchdeck.ui.shell;

import io.watchdeck.operations.Operation.Kind;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;

/// What can be done with something that the palette finds.
enum Verb {
    SCALE(Kind.SCALE, "ui.key.s"), DEPLOY(Kind.FORCE_DEPLOYMENT, "ui.key.d"), ROLL_BACK(Kind.ROLL_BACK, "ui.key.r"),
    STOP_DEPLOYMENT(Kind.STOP_DEPLOYMENT, ""), SPOT_WEIGHT(Kind.SPOT_WEIGHT, ""), STOP_TASK(Kind.STOP_TASK, ""),
    REDRIVE(Kind.REDRIVE, ""), PURGE(Kind.PURGE, ""), RESUBMIT(Kind.RESUBMIT, ""),
    UNLOCK("unlock", "ui.lock.unlock", Glyph.LOCK_OPEN_OUTLINE, "ui.help.lock.key"),
    LOCK("lock", "ui.lock.lock", Glyph.LOCK_OUTLINE, "ui.help.lock.key"),
    QUEUES("queues", "ui.palette.queues", Screen.QUEUES.glyph(), ""),
    COST("cost", "ui.palette.cost", Screen.COST.glyph(), "");

    private final String word;
    private final String key;
    private final Glyph glyph;
    private final String shortcut;

    Verb(Kind kind, String shortcut) {
        this(kind.word(), "ui.operation." + kind.word() + ".title", Icons.of(kind), shortcut);
    }

    Verb(String word, String key, Glyph glyph, String shortcut) {
        this.word = word;
        this.key = key;
        this.glyph = glyph;
        this.shortcut = shortcut;
    }

    /// Of the text that says it of a name.
    String key() {
        return key;
    }

    /// Of the other words for it, AWS's among them.
    String aliases() {
        return "ui.palette.alias." + word;
    }

    Glyph glyph() {
        return glyph;
    }

    /// Of the text that names its key; empty where it has none.
    String shortcut() {
        return shortcut;
    }
}
