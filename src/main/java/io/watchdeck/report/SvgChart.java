package io.watchdeck.report;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.Chart.Kind;
import io.watchdeck.report.Chart.Lane;
import io.watchdeck.report.Chart.Line;
import io.watchdeck.report.Chart.Mark;
import io.watchdeck.report.Chart.Plot;
import io.watchdeck.report.Chart.Rule;
import io.watchdeck.report.Chart.Sort;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws a chart as SVG, in the colours of the page. Tooltips are the pictures' own titles; what a plot shows stands below in
/// words.
final class SvgChart {

    private static final int WIDTH = 960;
    private static final int LEFT = 168;
    private static final int RIGHT = 946;
    private static final int PLOT = 78;
    private static final int BETWEEN = 14;
    private static final int ROW = 20;
    private static final int ROWS = 10;
    private static final double LETTER = 6.4;

    private final Writer out;
    private final String id;
    private Chart chart = new Chart("", new TimeRange(Instant.EPOCH, Instant.EPOCH), List.of(),
            List.of(), List.of());

    /// @param id of its own within the page
    SvgChart(Writer out, String id) {
        this.out = out;
        this.id = id;
    }

    /// A mark with the row of its lane and where its label begins; a label for which there is no room is left out.
    private record Placed(Mark mark, int row, double from, double to, String label, double at, boolean before) {}

    void write(Chart drawn) throws IOException {
        chart = drawn;
        List<List<Placed>> lanes = drawn.lanes().stream().map(this::placed).toList();
        int plots = drawn.plots().size() * (PLOT + BETWEEN);
        int height = 10 + plots + lanes.stream().mapToInt(SvgChart::height).sum() + 26;
        out.write("<figure>\n<figcaption>" + HtmlWriter.escaped(drawn.title()) + "</figcaption>\n");
        out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" aria-labelledby=\"" + id + "-t\">\n<title id=\"" + id + "-t\">"
                + HtmlWriter.escaped(drawn.title()) + "</title>\n");
        out.write("<defs><pattern id=\"" + id + "-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                + "patternTransform=\"rotate(45)\"><rect class=\"hatch\" width=\"2\" height=\"6\"/></pattern></defs>\n");
        int axis = height - 24;
        for (Chart.Tick tick : drawn.ticks()) {
            double x = x(tick.at());
            line("grid", x, 6, x, axis);
            text("axis", Math.min(Math.max(x, LEFT + 8), RIGHT - 16), axis + 16, "middle", tick.text());
        }
        int y = 10;
        for (Plot plot : drawn.plots()) {
            plot(plot, y);
            y += PLOT + BETWEEN;
        }
        for (int i = 0; i < lanes.size(); i++) {
            lane(drawn.lanes().get(i), lanes.get(i), y);
            y += height(lanes.get(i));
        }
        crossing(10, y);
        out.write("</svg>\n<ul class=\"says\">\n");
        for (Plot plot : drawn.plots()) {
            out.write("<li>" + HtmlWriter.escaped(plot.says()) + "</li>\n");
        }
        out.write("</ul>\n</figure>\n");
    }

    private double x(Instant at) {
        double whole = Math.max(1, chart.range().length().toMillis());
        double share = Duration.between(chart.range().from(), at).toMillis() / whole;
        return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
    }

    private void plot(Plot plot, int top) throws IOException {
        out.write("<g>\n");
        text("name", 8, top + 16, "start", plot.name());
        String[] notes = plot.note().split("\n");
        for (int i = 0; i < notes.length; i++) {
            text("note", 8, top + 32 + 14 * i, "start", shortened(notes[i]));
        }
        out.write("<rect class=\"frame\" x=\"" + LEFT + "\" y=\"" + top + "\" width=\"" + (RIGHT - LEFT)
                + "\" height=\"" + PLOT + "\"/>\n");
        for (Chart.Hole hole : plot.holes()) {
            hatched(hole.range(), top, PLOT, hole.why(), hole.label());
        }
        for (Line line : plot.lines()) {
            for (Series run : line.runs()) {
                run(line.kind(), run, plot.top(), top);
            }
        }
        for (Rule rule : plot.rules()) {
            rule(rule, plot, top);
        }
        text("axis", LEFT - 6, top + 10, "end", number(plot.top()));
        text("axis", LEFT - 6, top + PLOT, "end", "0");
        out.write("</g>\n");
    }

    /// Its words stand above it, and below where there is no room or another one.
    private void rule(Rule rule, Plot plot, int top) throws IOException {
        double y = y(rule.value(), plot.top(), top);
        String css = rule.alarm() ? "limit" : "most";
        line(css, LEFT, y, RIGHT, y);
        boolean isCrowded = plot.rules().stream().mapToDouble(other -> y - y(other.value(), plot.top(), top))
                .anyMatch(above -> above > 0 && above < 16);
        boolean below = (y - top < 14 || isCrowded) && top + PLOT - y > 14;
        text(css, rule.alarm() ? LEFT + 6 : RIGHT - 6, below ? y + 12 : y - 4, rule.alarm() ? "start" : "end",
                rule.text());
    }

    /// As an axis has it: `2000`, `1.5`.
    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String shortened(String note) {
        return note.length() <= 24 ? note : note.substring(0, 23) + "…";
    }

    private static double y(double value, double most, int top) {
        return top + PLOT - Math.min(1, Math.max(0, value / most)) * PLOT;
    }

    private void run(Kind kind, Series run, double most, int top) throws IOException {
        var path = new StringBuilder();
        double before = 0;
        for (int i = 0; i < run.size(); i++) {
            double x = x(run.at(i));
            double y = y(run.value(i), most, top);
            if (i == 0) {
                path.append("M").append(brief(x)).append(" ").append(brief(y));
            } else if (kind == Kind.STEPS || kind == Kind.AIM) {
                path.append("H").append(brief(x)).append(y == before ? "" : "V" + brief(y));
            } else {
                path.append("L").append(brief(x)).append(" ").append(brief(y));
            }
            before = y;
        }
        String form = kind.name().toLowerCase(Locale.ROOT);
        if (run.size() == 1) {
            path.append("h1.5");
        }
        if (kind == Kind.AREA || kind == Kind.ERRORS) {
            out.write("<path class=\"" + form + " fill\" d=\"" + path + "V" + (top + PLOT) + "H"
                    + brief(x(run.at(0))) + "Z\"/>\n");
        }
        out.write("<path class=\"" + form + "\" d=\"" + path + "\"/>\n");
    }

    private void hatched(TimeRange range, int top, int height, String why, String brief) throws IOException {
        double x = x(range.from());
        double width = x(range.to()) - x;
        if (width > 0) {
            out.write("<rect fill=\"url(#" + id + "-h)\" x=\"" + brief(x) + "\" y=\"" + top + "\" width=\""
                    + brief(width) + "\" height=\"" + height + "\"><title>" + HtmlWriter.escaped(why)
                    + "</title></rect>\n");
            String label = width > why.length() * LETTER + 8 ? why : brief;
            if (width > label.length() * LETTER + 8) {
                text("why", x + width / 2, top + Math.min(height / 2.0 + 4, 14), "middle", label);
            }
        }
    }

    /// Where a deployment began or a person did something: through all plots.
    private void crossing(int top, int bottom) throws IOException {
        for (Lane lane : chart.lanes()) {
            for (Mark mark : lane.marks()) {
                if (mark.sort() == Sort.DEPLOYMENT || mark.sort() == Sort.FAILED || mark.sort() == Sort.OPERATION) {
                    line("cross " + css(mark.sort()), x(mark.from()), top, x(mark.from()), bottom);
                }
            }
        }
    }

    private static int height(List<Placed> placed) {
        return BETWEEN + ROW * (1 + placed.stream().mapToInt(Placed::row).max().orElse(0));
    }

    /// Each in the first row that has room for it and its label; where none has, without its label in the last. What follows
    /// on a mark, because somebody took it up, stays beside it.
    private List<Placed> placed(Lane lane) {
        var all = new ArrayList<Placed>();
        var ends = new ArrayList<Double>();
        for (int i = 0; i < lane.marks().size(); i++) {
            Mark mark = lane.marks().get(i);
            boolean isHeld = i + 1 < lane.marks().size() && lane.marks().get(i + 1).sort() == Sort.HELD;
            Mark last = isHeld ? lane.marks().get(i + 1) : mark;
            double from = x(mark.from());
            double to = Math.max(from + 5, last.to().map(this::x).orElse(from + 5));
            double label = last.label().isEmpty() ? 0 : last.label().length() * LETTER + 10;
            boolean before = to + label > RIGHT && from - label > LEFT;
            int row = row(ends, from - (before ? label : 6));
            boolean isFull = row == ROWS;
            int line = Math.min(row, ROWS - 1);
            while (ends.size() <= line) {
                ends.add(0.0);
            }
            ends.set(line, Math.max(ends.get(line), (before || isFull ? to : to + label) + 4));
            String said = isFull ? "" : last.label();
            if (isHeld) {
                double taken = x(last.from());
                all.add(new Placed(mark, line, from, Math.max(from + 3, taken), "", 0, before));
                all.add(new Placed(last, line, taken, to, said, before ? from - 7 : to + 7, before));
                i++;
            } else {
                all.add(new Placed(mark, line, from, to, said, before ? from - 7 : to + 7, before));
            }
        }
        return all;
    }

    private static int row(List<Double> ends, double from) {
        for (int row = 0; row < ROWS; row++) {
            if (row >= ends.size() || ends.get(row) <= from) {
                return row;
            }
        }
        return ROWS;
    }

    private void lane(Lane lane, List<Placed> placed, int top) throws IOException {
        int height = height(placed);
        line("grid", 8, top - BETWEEN / 2.0 + 1, RIGHT, top - BETWEEN / 2.0 + 1);
        text("name", 8, top + 14, "start", lane.name());
        for (Placed one : placed) {
            mark(one, top + ROW * one.row(), height);
        }
    }

    private void mark(Placed one, int top, int height) throws IOException {
        Mark mark = one.mark();
        if (mark.sort() == Sort.UNWATCHED) {
            hatched(new TimeRange(mark.from(), mark.to().orElse(mark.from())), top, height - BETWEEN, mark.says(),
                    mark.label());
            return;
        }
        out.write("<g class=\"mark " + css(mark.sort()) + "\"><title>" + HtmlWriter.escaped(mark.says())
                + "</title>");
        double x = one.from();
        double middle = top + ROW / 2.0;
        switch (mark.sort()) {
            case DEPLOYMENT, FAILED -> {
                bar(x, one.to(), middle - 2, 4);
                out.write("<path d=\"M" + brief(x - 5) + " " + brief(middle + 5) + "l5 -11l5 11z\"/>");
            }
            case INTERRUPTION -> out.write("<path d=\"M" + brief(x + 2) + " " + brief(middle - 8)
                    + "l-7 9h4l-2 7l7 -9h-4z\"/>");
            case CRITICAL, WARNING, HELD -> bar(x, one.to(), top + 4, ROW - 8);
            case OPERATION -> {
                bar(x, one.to(), middle - 2, 4);
                out.write("<circle cx=\"" + brief(x) + "\" cy=\"" + brief(middle) + "\" r=\"5\"/>");
            }
            case PIN -> out.write("<path d=\"M" + brief(x - 4) + " " + brief(top + 3) + "h8v13l-4 -4l-4 4z\"/>");
            case UNWATCHED -> throw new IllegalArgumentException("hatched above");
        }
        out.write("</g>\n");
        if (!one.label().isEmpty()) {
            text("label", one.at(), middle + 4, one.before() ? "end" : "start", one.label());
        }
    }

    private void bar(double from, double to, double top, double height) throws IOException {
        out.write("<rect x=\"" + brief(from) + "\" y=\"" + brief(top) + "\" width=\"" + brief(Math.max(3, to - from))
                + "\" height=\"" + brief(height) + "\" rx=\"1.5\"/>");
    }

    private void line(String css, double x1, double y1, double x2, double y2) throws IOException {
        out.write("<line class=\"" + css + "\" x1=\"" + brief(x1) + "\" y1=\"" + brief(y1) + "\" x2=\"" + brief(x2)
                + "\" y2=\"" + brief(y2) + "\"/>\n");
    }

    private void text(String css, double x, double y, String anchor, String said) throws IOException {
        out.write("<text class=\"" + css + "\" x=\"" + brief(x) + "\" y=\"" + brief(y) + "\" text-anchor=\"" + anchor
                + "\">" + HtmlWriter.escaped(Harmless.line(said)) + "</text>\n");
    }

    private static String css(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static String brief(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
