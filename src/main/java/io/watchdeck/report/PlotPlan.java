package io.watchdeck.report;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.Chart.Hole;
import io.watchdeck.report.Chart.Kind;
import io.watchdeck.report.Chart.Line;
import io.watchdeck.report.Chart.Plot;
import io.watchdeck.report.Chart.Rule;
import io.watchdeck.report.HandOver.Limit;
import io.watchdeck.report.HandOver.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The plot of one metric: of a long time no more points than a picture has columns, each spike as high as it was.
record PlotPlan(TimeRange range, Telling tell) {

    private static final int COLUMNS = 320;
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    /// @param aim what there should be
    Plot plot(Measured one, Optional<Measured> aim) {
        var lines = new ArrayList<Line>();
        boolean steps = one.id().metric().equals("service.running");
        aim.ifPresent(wanted -> lines.add(new Line(Kind.AIM, runs(wanted))));
        lines.add(new Line(steps ? Kind.STEPS : one.id().metric().equals("lb.5xx") ? Kind.ERRORS : Kind.AREA,
                runs(one)));
        var rules = new ArrayList<Rule>();
        one.limits().forEach(limit -> rules.add(new Rule(limit.value(), tell.say(limit.above() ? "report.plot.above"
                : "report.plot.below", amount(one, limit.value())), true)));
        double highest = Math.max(Decimation.highest(one.series()), aim.map(Measured::series)
                .map(Decimation::highest).orElse(0.0));
        double limits = one.limits().stream().mapToDouble(Limit::value).max().orElse(0);
        double top = nice(Math.max(highest, limits) * 1.05);
        one.most().filter(most -> most <= top * 1.3).ifPresent(most -> rules.add(new Rule(most,
                tell.say("report.plot.most", amount(one, most)), false)));
        return new Plot(name(one), note(one, aim), lines, rules,
                one.gaps().stream().map(gap -> new Hole(gap.range(), why(gap), tell.say("report.lane.unknown")))
                        .toList(),
                one.most().filter(most -> most <= top * 1.3).map(most -> nice(Math.max(top, most * 1.02)))
                        .orElse(top),
                says(one));
    }

    private String name(Measured one) {
        return tell.say(one.id().metric().equals("service.running") ? "report.plot.tasks"
                : "metric." + one.metric().id());
    }

    private String note(Measured one, Optional<Measured> aim) {
        String unit = one.period().map(period -> tell.say("report.plot.in", tell.span(period)))
                .orElseGet(() -> aim.isPresent() ? tell.say("report.plot.desired")
                        : one.metric().unit() == Unit.PER_MINUTE ? tell.say("report.plot.perMinute")
                        : one.most().map(most -> tell.say("report.plot.of", amount(one, most))).orElse(""));
        return unit.isEmpty() ? one.id().component() : one.id().component() + "\n" + unit;
    }

    private String amount(Measured one, double value) {
        return one.period().map(period -> tell.say("report.in", tell.words().number(value), period))
                .orElseGet(() -> tell.amount(one.metric(), value));
    }

    /// The lowest and the highest, and for how much of what was read it was over its limit.
    private String says(Measured one) {
        Series all = one.series();
        if (all.isEmpty()) {
            return tell.say("report.plot.none", name(one), one.id().component());
        }
        int low = 0;
        int high = 0;
        for (int i = 1; i < all.size(); i++) {
            low = all.value(i) < all.value(low) ? i : low;
            high = all.value(i) > all.value(high) ? i : high;
        }
        String between = all.value(low) == all.value(high)
                ? tell.say("report.plot.same", name(one), one.id().component(), amount(one, all.value(low)))
                : tell.say("report.plot.says", name(one), one.id().component(),
                        amount(one, all.value(low)), tell.at(all.at(low)), amount(one, all.value(high)),
                        tell.at(all.at(high)));
        String over = one.limits().stream().findFirst().map(limit -> " " + tell.say(limit.above()
                ? "report.plot.over" : "report.plot.under", amount(one, limit.value()), beyond(all, limit),
                all.size())).orElse("");
        return between + over;
    }

    private static int beyond(Series all, Limit limit) {
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            count += (limit.above() ? all.value(i) > limit.value() : all.value(i) < limit.value()) ? 1 : 0;
        }
        return count;
    }

    private String why(Gap gap) {
        return tell.say("report.hole." + switch (gap.cause()) {
            case NOT_KNOWN -> "notKnown";
            case NOT_READ -> "notRead";
            case NO_DATA -> "noData";
            case MISSED -> "missed";
        }, tell.between(gap.range().from(), gap.range().to()));
    }

    /// A gap ends a run: nothing may bridge it.
    private List<Series> runs(Measured one) {
        var runs = new ArrayList<Series>();
        Series all = one.series();
        int begin = 0;
        int gap = 0;
        for (int i = 1; i <= all.size(); i++) {
            boolean ends = i == all.size();
            if (!ends) {
                Instant before = all.at(i - 1);
                while (gap < one.gaps().size() && !one.gaps().get(gap).range().to().isAfter(before)) {
                    gap++;
                }
                boolean isHole = gap < one.gaps().size() && !one.gaps().get(gap).range().to().isAfter(all.at(i));
                long apart = Duration.between(before, all.at(i)).toSeconds();
                ends = isHole || one.period().filter(period -> apart > period.toSeconds()).isPresent();
            }
            if (ends) {
                runs.addAll(decimated(all.between(all.at(begin), all.at(i - 1).plusSeconds(1))));
                begin = i;
            }
        }
        return runs;
    }

    private List<Series> decimated(Series run) {
        return Decimation.of(run, FOR_EVER, range, COLUMNS).stream()
                .map(part -> Series.of(part.seconds(), part.values(), part.size())).toList();
    }

    /// The next of 1, 2, 2.5 and 5 times a power of ten.
    private static double nice(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : List.of(1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
