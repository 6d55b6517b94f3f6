package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws [CountBars]. The stretch below the pointer, or chosen with the arrow keys, tells its counts.
public final class CountBarsPane extends Painting {

    private static final double HATCH = 7;
    private static final double LINE = 16;
    private static final double PAD = 10;
    private static final double SWATCH = 8;
    private static final double LABEL = 20;
    private static final double LABEL_PAD = 5;

    private final Words words;
    private @Nullable CountBars bars;
    private OptionalInt pointed = OptionalInt.empty();

    public CountBarsPane(Words words) {
        super("count-bars");
        this.words = words;
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(placed().map(at -> at.slotAt(event.getX())).orElse(OptionalInt.empty())));
        setOnMouseExited(_ -> point(OptionalInt.empty()));
        setOnMouseClicked(_ -> requestFocus());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(OptionalInt.empty());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public void show(CountBars newest) {
        if (!newest.equals(bars)) {
            bars = newest;
            pointed = pointed.isPresent() && pointed.getAsInt() < newest.slots().size() ? pointed : OptionalInt.empty();
            tell();
            repaint();
        }
    }

    /// The stretch that tells its counts, as its place from the first.
    public void point(OptionalInt slot) {
        if (!slot.equals(pointed)) {
            pointed = slot;
            tell();
            repaint();
        }
    }

    private void tell() {
        if (bars != null) {
            setAccessibleText(pointed.isPresent() ? said(bars.slots().get(pointed.getAsInt())) : bars.sentence());
        }
    }

    private static String said(CountBars.Slot slot) {
        return slot.said().isEmpty() ? slot.title() : slot.title() + ": " + String.join(", ", slot.said());
    }

    private void key(KeyEvent event) {
        int last = bars == null ? -1 : bars.slots().size() - 1;
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

    private Optional<CountBarsLayout> placed() {
        return Optional.ofNullable(bars).map(shown -> CountBarsLayout.of(shown, getWidth(), getHeight()));
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        if (bars == null || bars.slots().isEmpty()) {
            return;
        }
        CountBarsLayout at = CountBarsLayout.of(bars, width, height);
        var pen = new Pen(to, this::ink);
        bars.gaps().forEach(gap -> hatch(pen, at, gap));
        axis(pen, at);
        for (int slot = 0; slot < bars.slots().size(); slot++) {
            bar(pen, at, slot);
        }
        bars.gaps().forEach(gap -> label(pen, at, gap));
        pointed.ifPresent(slot -> box(pen, at, slot));
    }

    private void axis(Pen pen, CountBarsLayout at) {
        for (double line : at.grid()) {
            double y = Pen.crisp(at.y(line));
            pen.line(Ink.GRID, CountBarsLayout.LEFT, y, at.right(), y);
            pen.text(words.number(line), CountBarsLayout.LEFT - 8, y, TextAlignment.RIGHT, Ink.MUTED);
        }
        for (CountBars.Tick tick : at.bars().ticks()) {
            double half = Pen.width(tick.text()) / 2;
            double x = at.x(tick.at());
            pen.text(tick.text(), Math.clamp(x, half, Math.max(half, at.width() - half)), at.bottom() + 12,
                    TextAlignment.CENTER, Ink.MUTED);
        }
    }

    private void bar(Pen pen, CountBarsLayout at, int index) {
        CountBars.Slot slot = at.bars().slots().get(index);
        int sum = 0;
        for (int part = 0; part < slot.counts().size(); part++) {
            int count = slot.counts().get(part);
            if (count > 0) {
                double from = at.y(sum);
                sum += count;
                pen.fill(ink(at.bars().parts().get(part)));
                pen.to().fillRect(at.barStart(index), at.y(sum), at.barWidth(index), from - at.y(sum));
                pen.fill(Ink.SURFACE);
                pen.to().fillRect(at.barStart(index), at.y(sum), at.barWidth(index), 1);
            }
        }
    }

    private static Ink ink(CountBars.Part part) {
        return Ink.valueOf("SERIES_" + part.colour());
    }

    private void hatch(Pen pen, CountBarsLayout at, CountBars.Gap gap) {
        GraphicsContext to = pen.to();
        double left = at.x(gap.range().from());
        double wide = Math.max(1, at.x(gap.range().to()) - left);
        double tall = at.bottom() - CountBarsLayout.TOP;
        to.save();
        to.beginPath();
        to.rect(left, CountBarsLayout.TOP, wide, tall);
        to.clip();
        to.setStroke(ink(Ink.HATCH));
        to.setLineWidth(1);
        for (double x = Math.floor((left - tall) / HATCH) * HATCH; x < left + wide; x += HATCH) {
            to.strokeLine(x, at.bottom(), x + tall, CountBarsLayout.TOP);
        }
        to.restore();
    }

    private void label(Pen pen, CountBarsLayout at, CountBars.Gap gap) {
        double left = at.x(gap.range().from());
        double room = at.x(gap.range().to()) - left;
        double wide = Pen.width(gap.text()) + 2 * LABEL_PAD;
        if (wide <= room && at.bottom() - CountBarsLayout.TOP > 2 * LABEL) {
            double from = left + (room - wide) / 2;
            double top = CountBarsLayout.TOP + (at.bottom() - CountBarsLayout.TOP) * 0.3;
            pen.box(from, top, wide, LABEL);
            pen.text(gap.text(), from + wide / 2, top + LABEL / 2, TextAlignment.CENTER, Ink.TEXT);
        }
    }

    private void box(Pen pen, CountBarsLayout at, int index) {
        CountBars.Slot slot = at.bars().slots().get(index);
        List<String> lines = slot.said();
        double wide = Math.max(Pen.strongWidth(slot.title()),
                lines.stream().mapToDouble(Pen::width).max().orElse(0) + SWATCH + 6) + 2 * PAD;
        double tall = (lines.size() + 1) * LINE + PAD;
        double left = at.slotStart(index) + at.slotWidth(index) + 4;
        left = left + wide > at.right() ? Math.max(0, at.slotStart(index) - wide - 4) : left;
        double top = Math.max(0, Math.min(CountBarsLayout.TOP, at.height() - tall));
        pen.to().setStroke(ink(Ink.TEXT));
        pen.to().setLineWidth(1);
        pen.to().strokeRect(at.barStart(index) - 1.5, CountBarsLayout.TOP - 0.5, at.barWidth(index) + 3,
                at.bottom() - CountBarsLayout.TOP + 1);
        pen.box(left, top, wide, tall);
        pen.strong(slot.title(), left + PAD, top + PAD / 2 + LINE / 2, TextAlignment.LEFT, Ink.TEXT);
        for (int line = 0; line < lines.size(); line++) {
            double y = top + PAD / 2 + (line + 1.5) * LINE;
            boolean part = line < at.bars().parts().size();
            if (part) {
                pen.fill(ink(at.bars().parts().get(line)));
                pen.to().fillRect(left + PAD, y - SWATCH / 2, SWATCH, SWATCH);
            }
            pen.text(lines.get(line), left + PAD + (part ? SWATCH + 6 : 0), y, TextAlignment.LEFT,
                    part ? Ink.TEXT : Ink.MUTED);
        }
    }
}
