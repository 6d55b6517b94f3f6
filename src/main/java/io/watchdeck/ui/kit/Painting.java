package io.watchdeck.ui.kit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;

/// A canvas that takes its colours from the style sheets, so that a change of theme repaints it. `kit.css` gives each
/// [Ink] its looked-up colour; subclasses paint with inks and never name a colour. In a window or a picture that is drawn
/// larger the canvas has more pixels, so that lines stay sharp.
public abstract class Painting extends Region {

    /// The roles of colour that a canvas may use; `-wd-ink-…` in the style sheets.
    public enum Ink {
        TEXT, MUTED, SURFACE, GRID, LINE, AREA, TRACK, EXT, HATCH, NIGHT, CRITICAL, WARNING, NOTICE, FINE,
        CRITICAL_AREA,
        WARNING_AREA, NOTICE_AREA, SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6,
        SERIES_7, SERIES_8;

        String css() {
            return "-wd-ink-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<CssMetaData<? extends Styleable, ?>> META = Stream.concat(
            Region.getClassCssMetaData().stream(), Stream.of(Ink.values()).map(InkMeta::new)).toList();

    private final Canvas canvas = new Canvas();
    private final Scale back = new Scale();
    /// How much larger a picture is drawn that is being taken: what a window's own transforms do not tell.
    private double taken = 1;
    private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);

    @SuppressWarnings("this-escape")
    protected Painting(String styleClass) {
        for (CssMetaData<? extends Styleable, ?> meta : META) {
            if (meta instanceof InkMeta ink) {
                inks.put(ink.ink, new SimpleStyleableObjectProperty<>(ink, this, ink.getProperty(), Color.TRANSPARENT) {
                    @Override
                    protected void invalidated() {
                        requestLayout();
                    }
                });
            }
        }
        canvas.setMouseTransparent(true);
        // How many pixels it has says nothing of the room that is wanted.
        canvas.setManaged(false);
        canvas.getTransforms().add(back);
        getChildren().add(canvas);
        getStyleClass().addAll("wd-painting", styleClass);
    }

    /// Paints everything anew on the cleared canvas.
    protected abstract void paint(GraphicsContext to, double width, double height);

    protected final Paint ink(Ink ink) {
        return inks.get(ink).get();
    }

    /// Asks for a new picture at the next pulse.
    protected final void repaint() {
        requestLayout();
    }

    /// All canvases of a part of a window.
    static Stream<Painting> in(Node node) {
        return switch (node) {
            case Painting painting -> Stream.of(painting);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(Painting::in);
            default -> Stream.empty();
        };
    }

    /// Paints at once, with as many pixels as a picture needs that is drawn larger by this much.
    final void takenAt(double scale) {
        taken = scale;
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth());
        double height = Math.max(0, getHeight());
        double zoom = Math.max(1, getLocalToSceneTransform().getMxx() * taken);
        if (canvas.getWidth() != width * zoom || canvas.getHeight() != height * zoom) {
            canvas.setWidth(width * zoom);
            canvas.setHeight(height * zoom);
        }
        back.setX(1 / zoom);
        back.setY(1 / zoom);
        GraphicsContext context = canvas.getGraphicsContext2D();
        // To the last dots, of which a size between two whole numbers covers but a part.
        context.clearRect(0, 0, Math.ceil(width * zoom) + 1, Math.ceil(height * zoom) + 1);
        if (width > 0 && height > 0) {
            context.save();
            context.scale(zoom, zoom);
            paint(context, width, height);
            context.restore();
        }
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return META;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }

    private static final class InkMeta extends CssMetaData<Painting, Paint> {

        private final Ink ink;

        private InkMeta(Ink ink) {
            super(ink.css(), paintConverter(), Color.TRANSPARENT);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Painting painting) {
            return !painting.inks.get(ink).isBound();
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(Painting painting) {
            return painting.inks.get(ink);
        }

        private static StyleConverter<?, Paint> paintConverter() {
            return PaintConverter.getInstance();
        }
    }
}
