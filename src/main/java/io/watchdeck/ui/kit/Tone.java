package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;

/// How loud a text, icon or bar is. One tone at a time is a style class `tone-…` of the node.
public enum Tone {
    PLAIN, MUTED, FINE, NOTICE, WARNING, CRITICAL;

    public static Tone of(Severity severity) {
        return switch (severity) {
            case FINE -> FINE;
            case NOTICE -> NOTICE;
            case UNKNOWN -> MUTED;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }

    public void on(Node node) {
        String wanted = styleClass();
        if (!node.getStyleClass().contains(wanted)) {
            node.getStyleClass().removeAll(Stream.of(values()).map(Tone::styleClass).toList());
            node.getStyleClass().add(wanted);
        }
    }

    private String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
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
