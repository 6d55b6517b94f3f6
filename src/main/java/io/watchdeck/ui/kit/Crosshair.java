package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.Painting.Ink;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/// The line at an instant of a chart, a dot on every plot, and a bubble with the values.
final class Crosshair {

    private static final double PAD = 10;
    private static final double LINE = 17;

    private final Pen pen;
    private final Words words;
    private final FigureText figures;

    Crosshair(Pen pen, Words words) {
        this.pen = pen;
        this.words = words;
        figures = new FigureText(words);
    }

    private record Said(String name, String value, Ink ink) {}

    /// @param right where the bubble must end
    void paint(Instant at, List<ChartFrame> frames, double right) {
        double x = Pen.crisp(frames.getFirst().time().of(at.getEpochSecond()));
        double top = frames.getFirst().top();
        pen.line(Ink.MUTED, x, top, x, frames.getLast().bottom());
        var said = new ArrayList<Said>();
        for (ChartFrame frame : frames) {
            Optional<Integer> nearest = nearest(frame.plot().values(), at);
            nearest.ifPresent(index -> dot(frame, index));
            said.add(new Said(frame.plot().title(), nearest
                    .map(index -> figures.of(frame.plot().values().value(index), frame.plot().unit()))
                    .orElse(words.say("ui.chart.noData")), frame.ink()));
        }
        bubble(x, top + 6, right, words.say("ui.chart.at", words.clock(at)), said);
    }

    private void dot(ChartFrame frame, int index) {
        double x = frame.time().of(frame.plot().values().at(index).getEpochSecond());
        double y = frame.value().of(frame.plot().values().value(index));
        pen.fill(Ink.SURFACE);
        pen.to().fillOval(x - 4.5, y - 4.5, 9, 9);
        pen.fill(frame.ink());
        pen.to().fillOval(x - 3, y - 3, 6, 6);
    }

    private void bubble(double x, double top, double right, String head, List<Said> lines) {
        double wide = Pen.width(head);
        for (Said line : lines) {
            wide = Math.max(wide, 36 + Pen.width(line.name()) + Pen.strongWidth(line.value()));
        }
        wide += 2 * PAD;
        double left = x + 12 + wide > right ? x - 12 - wide : x + 12;
        pen.box(left, top, wide, 26 + lines.size() * LINE);
        pen.text(head, left + PAD, top + 12, TextAlignment.LEFT, Ink.MUTED);
        double y = top + 30;
        for (Said line : lines) {
            pen.fill(line.ink());
            pen.to().fillRect(left + PAD, y - 4, 8, 8);
            pen.text(line.name(), left + PAD + 14, y, TextAlignment.LEFT, Ink.TEXT);
            pen.strong(line.value(), left + wide - PAD, y, TextAlignment.RIGHT, Ink.TEXT);
            y += LINE;
        }
    }

    private static Optional<Integer> nearest(Series values, Instant at) {
        Duration distance = Plot.rhythm(values).multipliedBy(3).dividedBy(2);
        int best = -1;
        for (int index = 0; index < values.size(); index++) {
            Duration here = Duration.between(values.at(index), at).abs();
            if (here.compareTo(distance) <= 0) {
                best = index;
                distance = here;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }
}
