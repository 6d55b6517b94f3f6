package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;
import io.watchdeck.operations.Verdict.Result;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// How loud a text, icon or bar is. One tone at a time is a pseudo-class `tone-…` of the node: another style class would
/// make the toolkit look up all styles of the node and of those below it.
public enum Tone {
    PLAIN, MUTED, FINE, NOTICE, WARNING, CRITICAL;

    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");

    private final PseudoClass pseudoClass =
            PseudoClass.getPseudoClass("tone-" + name().toLowerCase(Locale.ROOT));

    public static Tone of(Severity severity) {
        return switch (severity) {
            case FINE -> FINE;
            case NOTICE -> NOTICE;
            case UNKNOWN -> MUTED;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }

    public static Tone of(Result result) {
        return switch (result) {
            case WORKED -> FINE;
            case FAILED -> CRITICAL;
            case NOT_DONE, PARTLY, NOT_KNOWN -> WARNING;
            case CANCELLED -> NOTICE;
        };
    }

    public void on(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass, tone == this);
        }
    }

    /// The heavier weight of a label, or the other.
    public static void strong(Label label, boolean strong) {
        label.pseudoClassStateChanged(STRONG, strong);
    }

    Painting.Ink ink() {
        return switch (this) {
            case PLAIN, FINE -> Painting.Ink.LINE;
            case MUTED -> Painting.Ink.MUTED;
            case NOTICE -> Painting.Ink.NOTICE;
            case WARNING -> Painting.Ink.WARNING;
            case CRITICAL -> Painting.Ink.CRITICAL;
        };
    }

    Painting.Ink area() {
        return switch (this) {
            case PLAIN, MUTED, FINE -> Painting.Ink.AREA;
            case NOTICE -> Painting.Ink.NOTICE_AREA;
            case WARNING -> Painting.Ink.WARNING_AREA;
            case CRITICAL -> Painting.Ink.CRITICAL_AREA;
        };
    }
}
