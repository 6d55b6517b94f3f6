package io.watchdeck.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A picture of bars side by side. The bar below the pointer, or chosen with the arrow keys, tells what it stands for in a
/// box beside it, and to screen readers.
///
/// @param <B> all that the picture shows
abstract class PointedBars<B> extends Painting {

    private static final double LINE = 16;
    private static final double PAD = 10;
    private static final double SWATCH = 8;

    private @Nullable B bars;
    private OptionalInt pointed = OptionalInt.empty();

    /// What a bar tells.
    ///
    /// @param colours of the first lines
    record Told(String title, List<String> lines, List<Ink> colours) {
        String sentence() {
            return lines.isEmpty() ? title : title + ": " + String.join(", ", lines);
        }
    }

    /// Where a bar stands.
    ///
    /// @param from  left edge of the room that it has
    /// @param to    right edge of that
    /// @param left  edge of the bar
    /// @param width of the bar
    record BarPlace(double from, double to, double left, double width) {}

    @SuppressWarnings("this-escape")
    PointedBars(String style) {
        super(style);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(shown().map(all -> barAt(all, event.getX())).orElse(OptionalInt.empty())));
        setOnMouseExited(_ -> point(OptionalInt.empty()));
        setOnMouseClicked(_ -> requestFocus());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(OptionalInt.empty());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// How many bars there are.
    abstract int count(B all);

    /// The bar at a place in the picture as it is laid out now.
    abstract OptionalInt barAt(B all, double x);

    abstract Told told(B all, int bar);

    /// The picture in words, while no bar is chosen.
    abstract String sentence(B all);

    public final void show(B newest) {
        if (!newest.equals(bars)) {
            bars = newest;
            pointed = pointed.isPresent() && pointed.getAsInt() < count(newest) ? pointed : OptionalInt.empty();
            tell();
            repaint();
        }
    }

    /// The bar that tells, as its place from the first.
    public final void point(OptionalInt bar) {
        if (!bar.equals(pointed)) {
            pointed = bar;
            tell();
            repaint();
        }
    }

    private void tell() {
        shown().ifPresent(all -> setAccessibleText(
                pointed.isPresent() ? told(all, pointed.getAsInt()).sentence() : sentence(all)));
    }

    private void key(KeyEvent event) {
        int last = shown().map(this::count).orElse(0) - 1;
        if (last < 0) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT) {
            point(OptionalInt.of(Math.max(0, pointed.orElse(last + 1) - 1)));
        } else if (event.getCode() == KeyCode.RIGHT) {
            point(OptionalInt.of(Math.min(last, pointed.orElse(-1) + 1)));
        } else if (event.getCode() == KeyCode.HOME) {
            point(OptionalInt.of(0));
        } else if (event.getCode() == KeyCode.END) {
            point(OptionalInt.of(last));
        } else if (event.getCode() == KeyCode.ESCAPE && pointed.isPresent()) {
            point(OptionalInt.empty());
        } else {
            return;
        }
        event.consume();
    }

    final Optional<B> shown() {
        return Optional.ofNullable(bars);
    }

    final OptionalInt pointed() {
        return pointed;
    }

    /// A frame around a bar, and what it tells in a box right of it, or left where that does not fit.
    ///
    /// @param top    of the frame
    /// @param bottom of the frame
    /// @param right  end of the picture
    /// @param height of the picture
    final void box(Pen pen, Told told, BarPlace place, double top, double bottom, double right, double height) {
        List<String> lines = told.lines();
        double wide = Math.max(Pen.strongWidth(told.title()),
                lines.stream().mapToDouble(Pen::width).max().orElse(0) + SWATCH + 6) + 2 * PAD;
        double tall = (lines.size() + 1) * LINE + PAD;
        double left = place.to() + 4;
        left = left + wide > right ? Math.max(0, place.from() - wide - 4) : left;
        double above = Math.max(0, Math.min(top, height - tall));
        pen.to().setStroke(ink(Ink.TEXT));
        pen.to().setLineWidth(1);
        pen.to().strokeRect(place.left() - 1.5, top - 0.5, place.width() + 3, bottom - top + 1);
        pen.box(left, above, wide, tall);
        pen.strong(told.title(), left + PAD, above + PAD / 2 + LINE / 2, TextAlignment.LEFT, Ink.TEXT);
        for (int line = 0; line < lines.size(); line++) {
            double y = above + PAD / 2 + (line + 1.5) * LINE;
            boolean part = line < told.colours().size();
            if (part) {
                pen.fill(told.colours().get(line));
                pen.to().fillRect(left + PAD, y - SWATCH / 2, SWATCH, SWATCH);
            }
            pen.text(lines.get(line), left + PAD + (part ? SWATCH + 6 : 0), y, TextAlignment.LEFT,
                    part || told.colours().isEmpty() ? Ink.TEXT : Ink.MUTED);
        }
    }
}
