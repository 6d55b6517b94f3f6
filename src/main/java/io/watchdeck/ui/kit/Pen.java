package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Writes small texts and boxes on a canvas, in the inks of its painting.
record Pen(GraphicsContext to, Function<Ink, Paint> inks) {

    static final double SIZE = 11;

    Pen {
        to.setFont(Font.font(Fonts.SANS, SIZE));
        to.setTextBaseline(VPos.CENTER);
    }

    void text(String said, double x, double y, TextAlignment align, Ink ink) {
        to.setTextAlign(align);
        to.setFill(inks.apply(ink));
        to.fillText(said, x, y);
    }

    void strong(String said, double x, double y, TextAlignment align, Ink ink) {
        to.setFont(Font.font(Fonts.SEMI_BOLD, SIZE));
        text(said, x, y, align, ink);
        to.setFont(Font.font(Fonts.SANS, SIZE));
    }

    void box(double left, double top, double wide, double tall) {
        fill(Ink.TRACK);
        to.fillRoundRect(left, top, wide, tall, 6, 6);
        fill(Ink.SURFACE);
        to.fillRoundRect(left + 1, top + 1, wide - 2, tall - 2, 5, 5);
    }

    void fill(Ink ink) {
        to.setFill(inks.apply(ink));
    }

    void line(Ink ink, double fromX, double fromY, double toX, double toY) {
        to.setStroke(inks.apply(ink));
        to.setLineWidth(1);
        to.strokeLine(fromX, fromY, toX, toY);
    }

    /// Lines across a part of the picture.
    ///
    /// @param apart how far from each other
    void hatch(double left, double right, double top, double bottom, double apart) {
        double tall = bottom - top;
        to.save();
        to.beginPath();
        to.rect(left, top, right - left, tall);
        to.clip();
        to.setStroke(inks.apply(Ink.HATCH));
        to.setLineWidth(1);
        for (double x = Math.floor((left - tall) / apart) * apart; x < right; x += apart) {
            to.strokeLine(x, bottom, x + tall, top);
        }
        to.restore();
    }

    static double width(String said) {
        return TextWidth.of(said, Fonts.SANS, SIZE);
    }

    /// As much of the text as there is room for, with an ellipsis.
    static String fitted(String said, double room) {
        if (width(said) <= room) {
            return said;
        }
        int end = said.length();
        while (end > 0 && width(said.substring(0, end) + "…") > room) {
            end--;
        }
        return said.substring(0, end) + "…";
    }

    static double strongWidth(String said) {
        return TextWidth.of(said, Fonts.SEMI_BOLD, SIZE);
    }

    /// The middle of a pixel, where a line of one pixel is sharp.
    static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
