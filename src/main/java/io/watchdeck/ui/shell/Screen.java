package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import java.util.Locale;

/// The screens in the order of the navigation rail, which is also that of Ctrl+1, Ctrl+2 … and of Ctrl+0 for the tenth
public enum Screen {
    OVERVIEW(Glyph.VIEW_DASHBOARD_OUTLINE, "overview/overview.css"),
    STACKS(Glyph.LAYERS_OUTLINE, "stack/stack.css"),
    ALARMS(Glyph.BELL_OUTLINE, "alarms/alarms.css"),
    QUEUES(Glyph.TRAY_FULL, "queues/queues.css"),
    SPOT(Glyph.LIGHTNING_BOLT_OUTLINE, "spot/spot.css"),
    EXPLORER(Glyph.CHART_MULTILINE, "explorer/explorer.css"),
    COST(Glyph.CURRENCY_USD, "cost/cost.css"),
    TIMELINE(Glyph.CHART_TIMELINE_VARIANT, "timeline/timeline.css"),
    ACTIVITY(Glyph.HISTORY, "activity/activity.css"),
    SETTINGS(Glyph.COG_OUTLINE, "settings/settings.css");

    private final Glyph glyph;
    private final String sheet;

    Screen(Glyph glyph, String sheet) {
        this.glyph = glyph;
        this.sheet = sheet;
    }

    /// Its style sheet, below the package `ui`.
    String sheet() {
        return sheet;
    }

    /// Whether it can be shown as it was at a moment that is over.
    boolean canReplay() {
        return this == OVERVIEW || this == STACKS;
    }

    Glyph glyph() {
        return glyph;
    }

    /// The word used on the command line and in node ids.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "ui.screen." + word();
    }
}
