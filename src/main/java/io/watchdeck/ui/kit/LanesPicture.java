package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Everything of a lane chart but its cursor, which moves more often. Painted anew only when data, size or theme change.
final class LanesPicture extends Painting {

    private static final double LABEL = 14;
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    /// Of longer times the nights would be a pattern of their own.
    private static final Duration NIGHTS_SEEN = Duration.ofDays(40);
    private static final Duration DAY = Duration.ofHours(23);
    private static final double TICK = 3;
    private static final double PIN = 4;

    private final Words words;
    private LaneLayout layout = LaneLayout.of(
            LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))), 1, 1);

    LanesPicture(Words words) {
        super("lanes-picture");
        this.words = words;
    }

    void show(LaneLayout newest) {
        layout = newest;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        var pen = new Pen(to, this::ink);
        List<TimeAxis.Tick> ticks = new TimeAxis(words).ticks(layout.data().range(), layout.columns());
        nights(pen);
        for (TimeAxis.Tick tick : ticks) {
            double x = Pen.crisp(layout.time().of(tick.at()));
            pen.line(tick.turn() ? Ink.TRACK : Ink.GRID, x, LaneLayout.STRIP, x, layout.foot());
        }
        strip(pen);
        for (LaneLayout.Placed lane : layout.lanes()) {
            pen.line(Ink.TRACK, 0, Pen.crisp(lane.top()), width, Pen.crisp(lane.top()));
            label(pen, lane);
            lane.frame().ifPresent(frame -> plot(pen, frame));
            if (lane.lane() instanceof LaneData.Happened happened) {
                new HappenedPainter(pen, words, layout).paint(lane, happened);
            }
        }
        pen.line(Ink.TRACK, 0, Pen.crisp(layout.foot()), width, Pen.crisp(layout.foot()));
        pins(pen);
        times(pen, ticks);
    }

    /// A ribbon below the strip, and a line through the lanes.
    private void pins(Pen pen) {
        for (LaneData.Pin pin : layout.data().pins()) {
            double x = Pen.crisp(layout.time().of(pin.at()));
            if (x >= layout.left() - 1 && x <= layout.right() + 1) {
                pen.to().setLineDashes(2, 3);
                pen.line(Ink.NOTICE, x, LaneLayout.STRIP, x, layout.foot());
                pen.to().setLineDashes();
                double top = LaneLayout.STRIP - 9;
                pen.fill(Ink.NOTICE);
                pen.to().fillPolygon(new double[] {x - PIN, x + PIN, x + PIN, x, x - PIN},
                        new double[] {top, top, top + 11, top + 8, top + 11}, 5);
            }
        }
    }

    /// From midnight to seven, where people are.
    private void nights(Pen pen) {
        TimeRange range = layout.data().range();
        if (range.length().compareTo(NIGHTS_SEEN) > 0) {
            return;
        }
        pen.fill(Ink.NIGHT);
        LocalDate last = LocalDate.ofInstant(range.to(), words.zone());
        for (LocalDate day = LocalDate.ofInstant(range.from(), words.zone()); !day.isAfter(last); day =
                day.plusDays(1)) {
            var night = new TimeRange(day.atStartOfDay(words.zone()).toInstant(),
                    day.atTime(MORNING).atZone(words.zone()).toInstant());
            if (layout.isIn(night)) {
                double left = layout.left(night);
                pen.to().fillRect(left, LaneLayout.STRIP, layout.right(night) - left,
                        layout.foot() - LaneLayout.STRIP);
            }
        }
    }

    private void strip(Pen pen) {
        double top = 8;
        double tall = LaneLayout.STRIP - 16;
        pen.strong(Pen.fitted(layout.data().title(), layout.left() - LABEL - 6), LABEL, LaneLayout.STRIP / 2,
                TextAlignment.LEFT, Ink.TEXT);
        pen.fill(Ink.TRACK);
        pen.to().fillRoundRect(layout.left(), top, layout.columns(), tall, 6, 6);
        pen.fill(Ink.SURFACE);
        pen.to().fillRoundRect(layout.left() + 1, top + 1, layout.columns() - 2.0, tall - 2, 5, 5);
        pen.fill(Ink.NOTICE_AREA);
        pen.to().fillRoundRect(layout.left() + 1, top + 1, layout.columns() - 2.0, tall - 2, 5, 5);
        for (LaneData.Tick tick : layout.data().ticks()) {
            double x = layout.time().of(tick.at());
            if (x >= layout.left() && x <= layout.right()) {
                pen.fill(tick.tone() == Tone.PLAIN ? Ink.TEXT : tick.tone().ink());
                pen.to().fillRect(Math.clamp(x - TICK / 2, layout.left() + 1, layout.right() - TICK - 1), top + 4, TICK,
                        tall - 8);
            }
        }
    }

    private void label(Pen pen, LaneLayout.Placed lane) {
        double room = layout.left() - LABEL - 6;
        boolean two = !lane.lane().below().isEmpty() && lane.bottom() - lane.top() >= 30;
        String name = Pen.fitted(lane.lane().name(), room);
        pen.text(name, LABEL, lane.middle() - (two ? 7 : 0), TextAlignment.LEFT, Ink.TEXT);
        if (two) {
            pen.text(Pen.fitted(lane.lane().below(), room), LABEL, lane.middle() + 8, TextAlignment.LEFT, Ink.MUTED);
        }
    }

    private void plot(Pen pen, ChartFrame frame) {
        frame.gaps().stream().filter(gap -> layout.isIn(gap.range())).forEach(gap -> GapPainter.hatch(pen,
                layout.left(gap.range()), layout.right(gap.range()), frame.top() - 4, frame.bottom()));
        pen.to().save();
        Pen.clip(pen.to(), layout.left(), frame.top() - 4, layout.columns() + 1.0, frame.tall() + 5);
        var painter = new LinePainter(pen, layout.data().range(), layout.columns());
        boolean filled = frame.plot().lines().size() == 1;
        frame.plot().lines().forEach(line -> painter.paint(frame, line, filled));
        pen.to().restore();
        frame.plot().limit().ifPresent(level -> limit(pen, frame, level));
        texts(pen, LaneTexts.of(frame, layout, words));
    }

    private void limit(Pen pen, ChartFrame frame, ChartData.Level level) {
        double y = Pen.crisp(frame.value().of(level.at()));
        pen.to().setLineDashes(4, 3);
        pen.line(Ink.CRITICAL, layout.left(), y, layout.right(), y);
        pen.to().setLineDashes();
    }

    private static void texts(Pen pen, LaneTexts texts) {
        texts.limit().ifPresent(said -> {
            Rectangle2D box = said.box();
            pen.to().setGlobalAlpha(0.75);
            pen.fill(Ink.SURFACE);
            pen.to().fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            pen.to().setGlobalAlpha(1);
            pen.text(said.text(), box.getMinX() + 4, (box.getMinY() + box.getMaxY()) / 2, TextAlignment.LEFT,
                    Ink.CRITICAL);
        });
        texts.reason().ifPresent(said -> {
            Rectangle2D box = said.box();
            pen.box(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            pen.text(said.text(), (box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2,
                    TextAlignment.CENTER, Ink.MUTED);
        });
    }

    /// Days are named in their middle, times of the clock where they are.
    private void times(Pen pen, List<TimeAxis.Tick> ticks) {
        double y = layout.height() - LaneLayout.AXIS / 2;
        for (int index = 0; index < ticks.size(); index++) {
            TimeAxis.Tick tick = ticks.get(index);
            double x = layout.time().of(tick.at());
            boolean days = ticks.size() > 1
                    && Duration.between(ticks.get(0).at(), ticks.get(1).at()).compareTo(DAY) >= 0;
            double next = index + 1 < ticks.size() ? layout.time().of(ticks.get(index + 1).at()) : layout.right();
            boolean inMiddle = days && next - x >= Pen.width(tick.label()) + 6;
            double middle = inMiddle ? (x + next) / 2 : x;
            double half = Pen.width(tick.label()) / 2;
            if (middle - half >= layout.left() - 8 && middle + half <= layout.width() && (inMiddle || !days)) {
                if (tick.turn()) {
                    pen.strong(tick.label(), middle, y, TextAlignment.CENTER, Ink.TEXT);
                } else {
                    pen.text(tick.label(), middle, y, TextAlignment.CENTER, Ink.MUTED);
                }
            }
        }
    }
}
