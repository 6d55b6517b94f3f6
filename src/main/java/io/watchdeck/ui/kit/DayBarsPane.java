package io.watchdeck.ui.kit;

import io.watchdeck.model.Money;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws [DayBars]. The day below the pointer, or chosen with the arrow keys, tells its amounts.
public final class DayBarsPane extends Painting {

    private static final double HATCH = 6;
    private static final double LINE = 16;
    private static final double PAD = 10;
    private static final double SWATCH = 8;
    private static final double MARK = 7;

    private final Words words;
    private @Nullable DayBars bars;
    private OptionalInt pointed = OptionalInt.empty();

    public DayBarsPane(Words words) {
        super("day-bars");
        this.words = words;
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(placed().map(at -> at.dayAt(event.getX())).orElse(OptionalInt.empty())));
        setOnMouseExited(_ -> point(OptionalInt.empty()));
        setOnMouseClicked(_ -> requestFocus());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(OptionalInt.empty());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public void show(DayBars newest) {
        if (!newest.equals(bars)) {
            bars = newest;
            pointed = pointed.isPresent() && pointed.getAsInt() < newest.days().size() ? pointed : OptionalInt.empty();
            tell();
            repaint();
        }
    }

    /// The day that tells its amounts, as its place from the first.
    public void point(OptionalInt day) {
        if (!day.equals(pointed)) {
            pointed = day;
            tell();
            repaint();
        }
    }

    private void tell() {
        if (bars != null) {
            setAccessibleText(pointed.isPresent() ? said(bars.days().get(pointed.getAsInt())) : bars.sentence());
        }
    }

    private static String said(DayBars.Day day) {
        return day.said().isEmpty() ? day.title() : day.title() + ": " + String.join(", ", day.said());
    }

    private void key(KeyEvent event) {
        int last = bars == null ? -1 : bars.days().size() - 1;
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

    private Optional<DayBarsLayout> placed() {
        return Optional.ofNullable(bars).map(shown -> DayBarsLayout.of(shown, getWidth(), getHeight()));
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        if (bars == null || bars.days().isEmpty()) {
            return;
        }
        DayBarsLayout at = DayBarsLayout.of(bars, width, height);
        var pen = new Pen(to, this::ink);
        axis(pen, at);
        for (int day = 0; day < bars.days().size(); day++) {
            switch (bars.days().get(day).state()) {
                case COUNTED -> {
                    bar(pen, at, day);
                    notice(pen, at, day);
                }
                case AHEAD -> outline(pen, at, day);
                case UNTOLD -> hatch(pen, at.barStart(day), DayBarsLayout.TOP, at.barWidth(), at.bottom());
            }
        }
        guide(pen, at);
        note(pen, at);
        pointed.ifPresent(day -> box(pen, at, day));
    }

    private void axis(Pen pen, DayBarsLayout at) {
        for (double line : at.grid()) {
            double y = Pen.crisp(at.y(line));
            pen.line(Ink.GRID, DayBarsLayout.LEFT, y, at.right(), y);
            pen.text(money(at.bars(), line, at.step() < 1 ? 2 : 0), DayBarsLayout.LEFT - 8, y, TextAlignment.RIGHT,
                    Ink.MUTED);
        }
        for (int day : at.named()) {
            String name = words.day(at.bars().days().get(day).date());
            double half = Pen.width(name) / 2;
            pen.text(name, Math.min(at.slotStart(day) + at.slot() / 2, at.width() - half), at.bottom() + 12,
                    TextAlignment.CENTER, Ink.MUTED);
        }
    }

    private String money(DayBars shown, double amount, int digits) {
        return words.money(new Money(BigDecimal.valueOf(amount), shown.currency()), digits);
    }

    private void bar(Pen pen, DayBarsLayout at, int day) {
        for (DayBarsLayout.Segment part : at.segments(day)) {
            pen.fill(ink(at.bars().parts().get(part.part())));
            pen.to().fillRect(at.barStart(day), part.top(), at.barWidth(), part.tall());
            pen.fill(Ink.SURFACE);
            pen.to().fillRect(at.barStart(day), part.top(), at.barWidth(), 1);
        }
    }

    /// A small circle above a day of which something is unusual.
    private void notice(Pen pen, DayBarsLayout at, int day) {
        DayBars.Day one = at.bars().days().get(day);
        if (one.noticed()) {
            double size = Math.clamp(at.barWidth(), 4, MARK);
            pen.fill(Ink.NOTICE);
            pen.to().fillOval(at.barStart(day) + (at.barWidth() - size) / 2, at.y(one.top()) - size - 3, size, size);
        }
    }

    private static Ink ink(DayBars.Part part) {
        return Ink.valueOf("SERIES_" + part.colour());
    }

    /// A day ahead is as high as it is taken to cost, and where that is not known as high as the picture.
    private void outline(Pen pen, DayBarsLayout at, int day) {
        DayBars.Day ahead = at.bars().days().get(day);
        double top = ahead.outline().isPresent() ? at.y(ahead.outline().getAsDouble()) : DayBarsLayout.TOP;
        hatch(pen, at.barStart(day), top, at.barWidth(), at.bottom());
        if (ahead.outline().isPresent()) {
            pen.to().setStroke(ink(Ink.EXT));
            pen.to().setLineWidth(1);
            pen.to().strokeRect(at.barStart(day) + 0.5, Pen.crisp(top), at.barWidth() - 1,
                    Math.max(0, at.bottom() - Pen.crisp(top)));
        }
    }

    private void hatch(Pen pen, double left, double top, double wide, double bottom) {
        GraphicsContext to = pen.to();
        double tall = bottom - top;
        to.save();
        to.beginPath();
        to.rect(left, top, wide, tall);
        to.clip();
        to.setStroke(ink(Ink.HATCH));
        to.setLineWidth(1);
        for (double x = Math.floor((left - tall) / HATCH) * HATCH; x < left + wide; x += HATCH) {
            to.strokeLine(x, bottom, x + tall, top);
        }
        to.restore();
    }

    private void guide(Pen pen, DayBarsLayout at) {
        at.bars().guide().ifPresent(guide -> {
            double y = Pen.crisp(at.y(guide.amount()));
            pen.to().setLineDashes(4, 3);
            pen.line(Ink.TEXT, DayBarsLayout.LEFT, y, at.right(), y);
            pen.to().setLineDashes();
        });
    }

    /// Right of the line where the days ahead begin, or left of it where there is more room.
    private void note(Pen pen, DayBarsLayout at) {
        at.ahead().ifPresent(x -> pen.line(Ink.MUTED, Pen.crisp(x), 4, Pen.crisp(x), at.bottom()));
        double x = at.ahead().orElse(at.right());
        boolean right = at.right() - x >= x - DayBarsLayout.LEFT;
        double widest = at.bars().note().stream().mapToDouble(Pen::width).max().orElse(0);
        boolean fits = at.right() - x >= widest + 6;
        double from = right || fits ? x + 6 : x - 6;
        double room = right || fits ? at.right() - from : from - DayBarsLayout.LEFT;
        for (int line = 0; line < at.bars().note().size(); line++) {
            pen.text(Pen.fitted(at.bars().note().get(line), room), from, 10 + line * 14,
                    right || fits ? TextAlignment.LEFT : TextAlignment.RIGHT, line == 0 ? Ink.TEXT : Ink.MUTED);
        }
    }

    private void box(Pen pen, DayBarsLayout at, int index) {
        DayBars.Day day = at.bars().days().get(index);
        List<String> lines = day.said();
        double wide = Math.max(Pen.strongWidth(day.title()),
                lines.stream().mapToDouble(Pen::width).max().orElse(0) + SWATCH + 6) + 2 * PAD;
        double tall = (lines.size() + 1) * LINE + PAD;
        double left = at.slotStart(index) + at.slot() + 4;
        left = left + wide > at.right() ? Math.max(0, at.slotStart(index) - wide - 4) : left;
        double top = Math.max(0, Math.min(DayBarsLayout.TOP, at.height() - tall));
        pen.to().setStroke(ink(Ink.TEXT));
        pen.to().strokeRect(at.barStart(index) - 1.5, DayBarsLayout.TOP - 2, at.barWidth() + 3,
                at.bottom() - DayBarsLayout.TOP + 2);
        pen.box(left, top, wide, tall);
        pen.strong(day.title(), left + PAD, top + PAD / 2 + LINE / 2, TextAlignment.LEFT, Ink.TEXT);
        for (int line = 0; line < lines.size(); line++) {
            double y = top + PAD / 2 + (line + 1.5) * LINE;
            boolean part = line < day.amounts().size();
            if (part) {
                pen.fill(ink(at.bars().parts().get(line)));
                pen.to().fillRect(left + PAD, y - SWATCH / 2, SWATCH, SWATCH);
            }
            pen.text(lines.get(line), left + PAD + (part ? SWATCH + 6 : 0), y, TextAlignment.LEFT, Ink.TEXT);
        }
    }
}
