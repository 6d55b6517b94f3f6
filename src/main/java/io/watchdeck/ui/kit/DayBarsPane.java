package io.watchdeck.ui.kit;

import io.watchdeck.model.Money;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Draws [DayBars]. The day below the pointer, or chosen with the arrow keys, tells its amounts.
public final class DayBarsPane extends PointedBars<DayBars> {

    private static final double HATCH = 6;
    private static final double MARK = 7;

    private final Words words;

    public DayBarsPane(Words words) {
        super("day-bars");
        this.words = words;
    }

    @Override
    int count(DayBars all) {
        return all.days().size();
    }

    @Override
    OptionalInt barAt(DayBars all, double x) {
        return DayBarsLayout.of(all, getWidth(), getHeight()).dayAt(x);
    }

    @Override
    Told told(DayBars all, int bar) {
        DayBars.Day day = all.days().get(bar);
        return new Told(day.title(), day.said(),
                all.parts().stream().limit(day.amounts().size()).map(DayBarsPane::ink).toList());
    }

    @Override
    String sentence(DayBars all) {
        return all.sentence();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        shown().filter(all -> !all.days().isEmpty()).ifPresent(bars -> paint(bars, to, width, height));
    }

    private void paint(DayBars bars, GraphicsContext to, double width, double height) {
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
                case UNTOLD -> pen.hatch(at.barStart(day), at.barStart(day) + at.barWidth(), DayBarsLayout.TOP,
                        at.bottom(), HATCH);
            }
        }
        guide(pen, at);
        note(pen, at);
        pointed().ifPresent(day -> box(pen, told(bars, day),
                new BarPlace(at.slotStart(day), at.slotStart(day) + at.slot(), at.barStart(day), at.barWidth()),
                DayBarsLayout.TOP, at.bottom(), at.right(), at.height()));
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
        pen.hatch(at.barStart(day), at.barStart(day) + at.barWidth(), top, at.bottom(), HATCH);
        if (ahead.outline().isPresent()) {
            pen.to().setStroke(ink(Ink.EXT));
            pen.to().setLineWidth(1);
            pen.to().strokeRect(at.barStart(day) + 0.5, Pen.crisp(top), at.barWidth() - 1,
                    Math.max(0, at.bottom() - Pen.crisp(top)));
        }
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
}
