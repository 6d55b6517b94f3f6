package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import io.watchdeck.words.Words;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints a lane of what happened: icons, bars, and the time of which nothing is known. What lies too close together is
/// counted, and a text is left out where it would stand on another.
record HappenedPainter(Pen pen, Words words, LaneLayout layout) {

    private static final double ICON = 15;
    private static final double NARROW = 10;
    private static final double SPACE = 6;
    private static final double BAR = 11;
    private static final double ROW = 16;

    void paint(LaneLayout.Placed place, LaneData.Happened lane) {
        List<FlagCluster> clusters = FlagCluster.of(layout, lane.flags());
        gaps(place, lane.gaps(), clusters);
        bars(place);
        flags(place, clusters);
    }

    private void gaps(LaneLayout.Placed place, List<ChartData.Gap> gaps, List<FlagCluster> clusters) {
        double free = layout.left();
        for (ChartData.Gap gap : gaps) {
            if (!layout.isIn(gap.range())) {
                continue;
            }
            double left = layout.left(gap.range());
            double right = layout.right(gap.range());
            GapPainter.hatch(pen, left, right, place.top() + 5, place.bottom() - 5);
            double wide = Pen.width(gap.reason());
            if (right - left > wide + 2 * SPACE) {
                double middle = (left + right) / 2;
                pen.box(middle - wide / 2 - SPACE, place.middle() - 9, wide + 2 * SPACE, 18);
                pen.text(gap.reason(), middle, place.middle(), TextAlignment.CENTER, Ink.MUTED);
                free = right;
            } else if (right - left > 10 && isFree(right, right + SPACE + wide, clusters, gaps, gap)) {
                pen.text(gap.reason(), right + SPACE, place.middle(), TextAlignment.LEFT, Ink.MUTED);
                free = right + SPACE + wide;
            } else if (right - left > 10 && left - SPACE - wide > free
                    && isFree(left - SPACE - wide, left, clusters, gaps, gap)) {
                pen.text(gap.reason(), left - SPACE, place.middle(), TextAlignment.RIGHT, Ink.MUTED);
                free = right;
            }
        }
    }

    private boolean isFree(double from, double to, List<FlagCluster> clusters, List<ChartData.Gap> gaps,
            ChartData.Gap but) {
        return to <= layout.right()
                && clusters.stream().noneMatch(one -> one.x() + NARROW > from && one.x() - NARROW < to)
                && gaps.stream().filter(one -> one != but && layout.isIn(one.range()))
                        .noneMatch(one -> layout.right(one.range()) > from && layout.left(one.range()) < to);
    }

    private void bars(LaneLayout.Placed place) {
        double top = place.middle() - place.bars().rows().size() * ROW / 2 + (ROW - BAR) / 2;
        for (BarRows.Row row : place.bars().rows()) {
            for (BarRows.Placed one : row.bars()) {
                bar(one, top);
            }
            if (!row.named()) {
                double below = top;
                place.bars().others().ifPresent(more -> name(more, below));
            }
            top += ROW;
        }
    }

    private void bar(BarRows.Placed placed, double top) {
        LaneData.Bar bar = placed.bar();
        double start = placed.start();
        double end = placed.end();
        double had = bar.had().map(at -> Math.clamp(layout.time().of(at), start, end)).orElse(end);
        pen.fill(bar.tone().ink());
        pen.to().fillRect(start, top, Math.max(bar.had().isPresent() ? 2 : 4, had - start), BAR);
        if (had < end) {
            pen.to().setStroke(pen.inks().apply(bar.tone().ink()));
            pen.to().setLineWidth(1);
            pen.to().strokeRect(Pen.crisp(start), Pen.crisp(top), Math.floor(end - start) - 1, BAR - 1);
        }
        placed.name().ifPresent(name -> name(name, top));
    }

    private void name(BarRows.Name name, double top) {
        if (name.inside()) {
            pen.fill(Ink.SURFACE);
            pen.to().fillRect(name.from() - SPACE / 2, top + 1, name.to() - name.from() + SPACE, BAR - 2);
        }
        pen.text(name.text(), name.from(), top + BAR / 2, TextAlignment.LEFT, Ink.TEXT);
    }

    private void flags(LaneLayout.Placed place, List<FlagCluster> clusters) {
        double free = layout.left() - ICON;
        for (int index = 0; index < clusters.size(); index++) {
            FlagCluster cluster = clusters.get(index);
            LaneData.Flag worst = cluster.flags().stream().max(Comparator.comparing(LaneData.Flag::tone)).orElseThrow();
            double x = Math.clamp(cluster.x(), layout.left() + ICON / 2, layout.right() - ICON / 2);
            icon(worst, x, place.middle());
            String said = cluster.flags().size() == 1 ? worst.text()
                    : words.say("ui.lanes.times", cluster.flags().size());
            double next = index + 1 < clusters.size() ? clusters.get(index + 1).x() - ICON / 2 : layout.right();
            double wide = Pen.width(said);
            double after = x + ICON / 2 + 4;
            if (after + wide + 2 <= next) {
                pen.text(said, after, place.middle(), TextAlignment.LEFT, Ink.TEXT);
                free = after + wide;
            } else if (x - ICON / 2 - 4 - wide >= free + 2) {
                pen.text(said, x - ICON / 2 - 4, place.middle(), TextAlignment.RIGHT, Ink.TEXT);
                free = x + ICON / 2;
            } else {
                free = x + ICON / 2;
            }
        }
    }

    private void icon(LaneData.Flag flag, double x, double y) {
        Font before = pen.to().getFont();
        pen.to().setFont(Font.font(FontIcon.FONT.getFamily(), ICON));
        pen.text(of(flag.sign()).text(), x, y, TextAlignment.CENTER,
                flag.tone() == Tone.PLAIN ? Ink.TEXT : flag.tone().ink());
        pen.to().setFont(before);
    }

    private static Glyph of(LaneData.Sign sign) {
        return switch (sign) {
            case DEPLOYMENT -> Glyph.ROCKET_LAUNCH_OUTLINE;
            case INTERRUPTION -> Glyph.LIGHTNING_BOLT;
            case PLACEMENT -> Glyph.TIMER_SAND_EMPTY;
            case OPERATION -> Glyph.ACCOUNT_WRENCH_OUTLINE;
            case NOTE -> Glyph.NOTE_TEXT_OUTLINE;
        };
    }
}
