package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;

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

    /// Keeps what follows within a rectangle of whole dots: for any other edge JavaFX draws by two more pictures that are
    /// as large as the canvas, and holds them as long as it.
    static void clip(GraphicsContext to, double left, double top, double wide, double tall) {
        Affine before = to.getTransform();
        double x = Math.rint(left * before.getMxx() + before.getTx());
        double y = Math.rint(top * before.getMyy() + before.getTy());
        to.setTransform(1, 0, 0, 1, 0, 0);
        to.beginPath();
        to.rect(x, y, Math.rint((left + wide) * before.getMxx() + before.getTx()) - x,
                Math.rint((top + tall) * before.getMyy() + before.getTy()) - y);
        to.clip();
        to.setTransform(before);
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
        clip(to, left, top, right - left, tall);
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
