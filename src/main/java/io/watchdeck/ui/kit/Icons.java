package io.watchdeck.ui.kit;

import io.watchdeck.model.Freshness;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Which icon means what. An icon never stands alone: a word is beside it, or it has an accessible text.
public final class Icons {

    private Icons() {}

    /// Size and colour come from the style sheets, by the classes.
    public static FontIcon icon(Ikon ikon, String... styleClasses) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("wd-icon");
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /// @param owned somebody has it: the outlined form
    static Ikon of(Severity severity, boolean owned) {
        return switch (severity) {
            case CRITICAL -> owned ? MaterialDesignA.ALERT_OCTAGON_OUTLINE : MaterialDesignA.ALERT_OCTAGON;
            case WARNING -> owned ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignA.ALERT;
            case NOTICE -> owned ? MaterialDesignI.INFORMATION_OUTLINE : MaterialDesignI.INFORMATION;
            case FINE -> owned ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignC.CHECK_CIRCLE;
            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Ikon of(Freshness freshness) {
        return switch (freshness) {
            case ON_TIME -> MaterialDesignC.CIRCLE;
            case LATE -> MaterialDesignC.CIRCLE_HALF_FULL;
            case STALE, ASKING -> MaterialDesignC.CIRCLE_OUTLINE;
            case MISSING -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Ikon of(Absence.Kind kind) {
        return switch (kind) {
            case ASKING -> MaterialDesignT.TIMER_SAND;
            case DENIED -> MaterialDesignL.LOCK_OUTLINE;
            case EXPIRED -> MaterialDesignK.KEY_ALERT_OUTLINE;
            case THROTTLED -> MaterialDesignC.CLOCK_ALERT_OUTLINE;
            case UNREACHABLE -> MaterialDesignL.LAN_DISCONNECT;
            case NOT_FOUND -> MaterialDesignF.FILE_ALERT_OUTLINE;
            case ABSENT -> MaterialDesignC.CLOCK_OUTLINE;
            case WRONG_ACCOUNT -> MaterialDesignA.ACCOUNT_ALERT_OUTLINE;
            case NOT_KEPT -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case CAPPED -> MaterialDesignC.CASH_LOCK;
            case UNEXPECTED -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    public static Ikon of(Operation.Kind kind) {
        return switch (kind) {
            case SCALE -> MaterialDesignA.ARROW_EXPAND_VERTICAL;
            case FORCE_DEPLOYMENT -> MaterialDesignR.ROCKET_LAUNCH_OUTLINE;
            case ROLL_BACK -> MaterialDesignR.RESTORE;
            case STOP_DEPLOYMENT, STOP_TASK, CANCEL_REDRIVE -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
            case SPOT_WEIGHT -> MaterialDesignL.LIGHTNING_BOLT_OUTLINE;
            case RESUBMIT -> MaterialDesignR.REPLAY;
            case REDRIVE -> MaterialDesignR.REDO_VARIANT;
            case PURGE -> MaterialDesignD.DELETE_FOREVER_OUTLINE;
        };
    }

    public static Ikon of(Result result) {
        return switch (result) {
            case WORKED -> MaterialDesignC.CHECK_CIRCLE;
            case FAILED -> MaterialDesignA.ALERT_OCTAGON;
            case NOT_DONE, CANCELLED -> MaterialDesignC.CANCEL;
            case PARTLY -> MaterialDesignA.ALERT;
            case NOT_KNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }
}
