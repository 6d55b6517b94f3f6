package io.watchdeck.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The screens in the order of the navigation rail, which is also that of Ctrl+1, Ctrl+2 … and of Ctrl+0 for the tenth
public enum Screen {
    OVERVIEW(MaterialDesignV.VIEW_DASHBOARD_OUTLINE, "overview/overview.css"),
    STACKS(MaterialDesignL.LAYERS_OUTLINE, "stack/stack.css"),
    ALARMS(MaterialDesignB.BELL_OUTLINE, "alarms/alarms.css"),
    QUEUES(MaterialDesignT.TRAY_FULL, "queues/queues.css"),
    SPOT(MaterialDesignL.LIGHTNING_BOLT_OUTLINE, "spot/spot.css"),
    EXPLORER(MaterialDesignC.CHART_MULTILINE, "explorer/explorer.css"),
    COST(MaterialDesignC.CURRENCY_USD, "cost/cost.css"),
    TIMELINE(MaterialDesignC.CHART_TIMELINE_VARIANT, "timeline/timeline.css"),
    ACTIVITY(MaterialDesignH.HISTORY, "activity/activity.css"),
    SETTINGS(MaterialDesignC.COG_OUTLINE, "settings/settings.css");

    private final Ikon ikon;
    private final String sheet;

    Screen(Ikon ikon, String sheet) {
        this.ikon = ikon;
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

    Ikon ikon() {
        return ikon;
    }

    /// The word used on the command line and in node ids.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "ui.screen." + word();
    }
}
