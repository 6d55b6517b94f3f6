package io.watchdeck.ui.kit;

import io.watchdeck.model.Freshness;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;

/// Which icon means what. An icon never stands alone: a word is beside it, or it has an accessible text.
public final class Icons {

    private Icons() {}

    /// Size and colour come from the style sheets, by the classes.
    public static FontIcon icon(Glyph glyph, String... styleClasses) {
        return new FontIcon(glyph, styleClasses);
    }

    /// @param owned somebody has it: the outlined form
    static Glyph of(Severity severity, boolean owned) {
        return switch (severity) {
            case CRITICAL -> owned ? Glyph.ALERT_OCTAGON_OUTLINE : Glyph.ALERT_OCTAGON;
            case WARNING -> owned ? Glyph.ALERT_OUTLINE : Glyph.ALERT;
            case NOTICE -> owned ? Glyph.INFORMATION_OUTLINE : Glyph.INFORMATION;
            case FINE -> owned ? Glyph.CHECK_CIRCLE_OUTLINE : Glyph.CHECK_CIRCLE;
            case UNKNOWN -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Glyph of(Freshness freshness) {
        return switch (freshness) {
            case ON_TIME -> Glyph.CIRCLE;
            case LATE -> Glyph.CIRCLE_HALF_FULL;
            case STALE, ASKING -> Glyph.CIRCLE_OUTLINE;
            case MISSING -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Glyph of(Absence.Kind kind) {
        return switch (kind) {
            case ASKING -> Glyph.TIMER_SAND;
            case DENIED -> Glyph.LOCK_OUTLINE;
            case EXPIRED -> Glyph.KEY_ALERT_OUTLINE;
            case THROTTLED -> Glyph.CLOCK_ALERT_OUTLINE;
            case UNREACHABLE -> Glyph.LAN_DISCONNECT;
            case NOT_FOUND -> Glyph.FILE_ALERT_OUTLINE;
            case ABSENT -> Glyph.CLOCK_OUTLINE;
            case WRONG_ACCOUNT -> Glyph.ACCOUNT_ALERT_OUTLINE;
            case NOT_KEPT -> Glyph.MINUS_CIRCLE_OUTLINE;
            case CAPPED -> Glyph.CASH_LOCK;
            case UNEXPECTED -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Glyph of(Operation.Kind kind) {
        return switch (kind) {
            case SCALE -> Glyph.ARROW_EXPAND_VERTICAL;
            case FORCE_DEPLOYMENT -> Glyph.ROCKET_LAUNCH_OUTLINE;
            case ROLL_BACK -> Glyph.RESTORE;
            case STOP_DEPLOYMENT, STOP_TASK, CANCEL_REDRIVE -> Glyph.STOP_CIRCLE_OUTLINE;
            case SPOT_WEIGHT -> Glyph.LIGHTNING_BOLT_OUTLINE;
            case RESUBMIT -> Glyph.REPLAY;
            case REDRIVE -> Glyph.REDO_VARIANT;
            case PURGE -> Glyph.DELETE_FOREVER_OUTLINE;
        };
    }

    public static Glyph of(Result result) {
        return switch (result) {
            case WORKED -> Glyph.CHECK_CIRCLE;
            case FAILED -> Glyph.ALERT_OCTAGON;
            case NOT_DONE, CANCELLED -> Glyph.CANCEL;
            case PARTLY -> Glyph.ALERT;
            case NOT_KNOWN -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }
}
