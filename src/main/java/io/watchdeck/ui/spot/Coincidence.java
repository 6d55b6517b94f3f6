package io.watchdeck.ui.spot;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What else happened around an interruption: errors and latency of the stack's load balancers in the five minutes after
/// the notice, beside the five before it. It may have other reasons: only what is more than before is called unusual. Errors
/// are unusual where there are more of them, latency where its worst minute took half as long again.
final class Coincidence {

    static final Duration BESIDE = Duration.ofMinutes(5);

    private final SpotText text;
    private final StackSnapshot stack;
    private final Instant at;

    private enum Measure {
        ERRORS("lb.5xx", 1), LATENCY("lb.p95", 1.5);

        private final String metric;
        private final double unusual;

        /// @param unusual above so many times what was before
        Measure(String metric, double unusual) {
            this.metric = metric;
            this.unusual = unusual;
        }

        /// All of the errors, the worst minute of the latency.
        double of(Series values) {
            DoubleStream all = IntStream.range(0, values.size()).mapToDouble(values::value);
            return this == ERRORS ? all.sum() : all.max().orElse(0);
        }

        String key() {
            return "ui.spot.beside." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param at of the notice
    Coincidence(SpotText text, StackSnapshot stack, Instant at) {
        this.text = text;
        this.stack = stack;
        this.at = Tier.MINUTE.begin(at);
    }

    /// Empty where there is nothing to ask: no load balancer, or minutes are kept no more.
    Optional<HistoryQuery> query(Instant now) {
        List<SeriesId> series = stack.loadBalancers().stream().flatMap(one -> Stream.of(Measure.values())
                .map(measure -> id(one, measure))).toList();
        boolean kept = at.isAfter(now.minus(Tier.MINUTE.kept()));
        return series.isEmpty() || !kept ? Optional.empty()
                : Optional.of(new HistoryQuery(series, new TimeRange(at.minus(BESIDE), at.plus(BESIDE)), Tier.MINUTE));
    }

    private SeriesId id(StackSnapshot.LoadBalancer balancer, Measure measure) {
        return new SeriesId(stack.file().id(), measure.metric, balancer.spec().name());
    }

    /// @param past what is kept of it; empty while it is asked for
    List<Check> of(Optional<Past> past, Instant now) {
        if (stack.loadBalancers().isEmpty()) {
            return List.of(new Check(Tone.MUTED, text.say("ui.spot.beside.noBalancer"), ""));
        }
        if (query(now).isEmpty()) {
            return List.of(new Check(Tone.MUTED, text.say("ui.spot.beside.tooOld", Tier.MINUTE.kept()), ""));
        }
        if (past.isEmpty()) {
            return List.of(new Check(Tone.MUTED, text.words().say("ui.absence.asking"), ""));
        }
        var checks = new ArrayList<Check>();
        for (StackSnapshot.LoadBalancer one : stack.loadBalancers()) {
            for (Measure measure : Measure.values()) {
                checks.add(check(measure, values(past.get(), id(one, measure)), one, now));
            }
        }
        if (checks.stream().allMatch(check -> check.tone() == Tone.FINE)) {
            var usual = new Check(Tone.FINE, text.say("ui.spot.beside.usual"), "");
            return stack.loadBalancers().size() > 1 ? List.of(usual)
                    : Stream.concat(Stream.of(usual), checks.stream()).toList();
        }
        return checks;
    }

    private static Series values(Past past, SeriesId id) {
        var kept = past.metrics().kept().get(id);
        return kept == null ? Series.empty() : kept.series();
    }

    private Check check(Measure measure, Series values, StackSnapshot.LoadBalancer balancer, Instant now) {
        Series before = values.between(at.minus(BESIDE), at);
        Series after = values.between(at, at.plus(BESIDE));
        if (before.isEmpty() || after.isEmpty()) {
            return unknown(measure, balancer, now);
        }
        double was = measure.of(before);
        double is = measure.of(after);
        return new Check(is > was * measure.unusual ? Tone.WARNING : Tone.FINE, text.say(measure.key() + ".said",
                balancer.spec().name(), figure(measure, is), figure(measure, was)) + partly(after, now), "");
    }

    private Object figure(Measure measure, double value) {
        return switch (measure) {
            case ERRORS -> value;
            case LATENCY -> new FigureText(text.words()).of(value,
                    MetricCatalogue.standard().get(measure.metric).unit());
        };
    }

    private Check unknown(Measure measure, StackSnapshot.LoadBalancer balancer, Instant now) {
        boolean soon = now.isBefore(at.plus(BESIDE).plus(BESIDE));
        return new Check(Tone.MUTED,
                text.say(soon ? "ui.spot.beside.soon" : "ui.spot.beside.unknown", text.say(measure.key()),
                        balancer.spec().name()),
                "");
    }

    private String partly(Series after, Instant now) {
        long minutes = BESIDE.toMinutes();
        return after.size() >= minutes ? "" : " " + text.say(now.isBefore(at.plus(BESIDE)) ? "ui.spot.beside.soFar"
                : "ui.spot.beside.partly", after.size(), minutes);
    }
}
