package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Draws [CountBars]. The stretch below the pointer, or chosen with the arrow keys, tells its counts.
public final class CountBarsPane extends PointedBars<CountBars> {

    private static final double HATCH = 7;
    private static final double LABEL = 20;
    private static final double LABEL_PAD = 5;

    private final Words words;

    public CountBarsPane(Words words) {
        super("count-bars");
        this.words = words;
    }

    @Override
    int count(CountBars all) {
        return all.slots().size();
    }

    @Override
    OptionalInt barAt(CountBars all, double x) {
        return CountBarsLayout.of(all, getWidth(), getHeight()).slotAt(x);
    }

    @Override
    Told told(CountBars all, int bar) {
        CountBars.Slot slot = all.slots().get(bar);
        return new Told(slot.title(), slot.said(), all.parts().stream().map(CountBarsPane::ink).toList());
    }

    @Override
    String sentence(CountBars all) {
        return all.sentence();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        shown().filter(all -> !all.slots().isEmpty()).ifPresent(bars -> paint(bars, to, width, height));
    }

    private void paint(CountBars bars, GraphicsContext to, double width, double height) {
        CountBarsLayout at = CountBarsLayout.of(bars, width, height);
        var pen = new Pen(to, this::ink);
        bars.gaps().forEach(gap -> {
            double left = at.x(gap.range().from());
            pen.hatch(left, Math.max(left + 1, at.x(gap.range().to())), CountBarsLayout.TOP, at.bottom(), HATCH);
        });
        axis(pen, at);
        for (int slot = 0; slot < bars.slots().size(); slot++) {
            bar(pen, at, slot);
        }
        bars.gaps().forEach(gap -> label(pen, at, gap));
        pointed().ifPresent(slot -> box(pen, told(bars, slot),
                new BarPlace(at.slotStart(slot), at.slotStart(slot) + at.slotWidth(slot), at.barStart(slot),
                        at.barWidth(slot)),
                CountBarsLayout.TOP, at.bottom(), at.right(), at.height()));
    }

    private void axis(Pen pen, CountBarsLayout at) {
        for (double line : at.grid()) {
            double y = Pen.crisp(at.y(line));
            pen.line(Ink.GRID, CountBarsLayout.LEFT, y, at.right(), y);
            pen.text(words.number(line), CountBarsLayout.LEFT - 8, y, TextAlignment.RIGHT, Ink.MUTED);
        }
        for (CountBarsLayout.PlacedTick tick : at.ticks(Pen::width)) {
            pen.text(tick.text(), tick.centre(), at.bottom() + 12, TextAlignment.CENTER, Ink.MUTED);
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
}
