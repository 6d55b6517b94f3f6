package io.watchdeck.ui.spot;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Unit;
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
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What else happened around an interruption: errors and latency of the stack's load balancers in the five minutes after
/// the notice, beside the five before it. It may have other reasons: only what is more than before is called unusual. Errors
/// are unusual where there are more of them, latency where its worst minute took half as long again.
final class Coincidence {

    static final Duration BESIDE = Duration.ofMinutes(5);
    private static final String ERRORS = "lb.5xx";
    private static final String LATENCY = "lb.p95";
    private static final double SLOWER = 1.5;

    private final SpotText text;
    private final StackSnapshot stack;
    private final Instant at;

    /// @param at of the notice
    Coincidence(SpotText text, StackSnapshot stack, Instant at) {
        this.text = text;
        this.stack = stack;
        this.at = Tier.MINUTE.begin(at);
    }

    /// Empty where there is nothing to ask: no load balancer, or minutes are kept no more.
    Optional<HistoryQuery> query(Instant now) {
        List<SeriesId> series = stack.loadBalancers().stream().flatMap(one -> List.of(ERRORS, LATENCY).stream()
                .map(metric -> id(one, metric))).toList();
        boolean kept = at.isAfter(now.minus(Tier.MINUTE.kept()));
        return series.isEmpty() || !kept ? Optional.empty()
                : Optional.of(new HistoryQuery(series, new TimeRange(at.minus(BESIDE), at.plus(BESIDE)), Tier.MINUTE));
    }

    private SeriesId id(StackSnapshot.LoadBalancer balancer, String metric) {
        return new SeriesId(stack.file().id(), metric, balancer.spec().name());
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
            checks.add(errors(values(past.get(), id(one, ERRORS)), one, now));
            checks.add(latency(values(past.get(), id(one, LATENCY)), one, now));
        }
        return checks.stream().allMatch(check -> check.tone() == Tone.FINE)
                ? List.of(new Check(Tone.FINE, text.say("ui.spot.beside.usual"), ""), checks.getFirst(), checks.get(1))
                        .stream().limit(1 + (stack.loadBalancers().size() == 1 ? 2 : 0)).toList()
                : checks;
    }

    private static Series values(Past past, SeriesId id) {
        var kept = past.metrics().kept().get(id);
        return kept == null ? Series.empty() : kept.series();
    }

    private Check errors(Series values, StackSnapshot.LoadBalancer balancer, Instant now) {
        Series before = values.between(at.minus(BESIDE), at);
        Series after = values.between(at, at.plus(BESIDE));
        if (before.isEmpty() || after.isEmpty()) {
            return unknown("ui.spot.beside.errors", balancer, now);
        }
        double was = sum(before);
        double is = sum(after);
        return new Check(is > was ? Tone.WARNING : Tone.FINE,
                text.say("ui.spot.beside.errors.said", balancer.spec().name(),
                        is, was) + partly(after, now),
                "");
    }

    private Check latency(Series values, StackSnapshot.LoadBalancer balancer, Instant now) {
        Series before = values.between(at.minus(BESIDE), at);
        Series after = values.between(at, at.plus(BESIDE));
        if (before.isEmpty() || after.isEmpty()) {
            return unknown("ui.spot.beside.latency", balancer, now);
        }
        double was = worst(before);
        double is = worst(after);
        Unit unit = MetricCatalogue.standard().get(LATENCY).unit();
        var figures = new FigureText(text.words());
        return new Check(is > was * SLOWER ? Tone.WARNING : Tone.FINE, text.say("ui.spot.beside.latency.said",
                balancer.spec().name(), figures.of(is, unit), figures.of(was, unit)) + partly(after, now), "");
    }

    private Check unknown(String what, StackSnapshot.LoadBalancer balancer, Instant now) {
        boolean soon = now.isBefore(at.plus(BESIDE).plus(BESIDE));
        return new Check(Tone.MUTED, text.say(soon ? "ui.spot.beside.soon" : "ui.spot.beside.unknown", text.say(what),
                balancer.spec().name()), "");
    }

    private String partly(Series after, Instant now) {
        long minutes = BESIDE.toMinutes();
        return after.size() >= minutes ? "" : " " + text.say(now.isBefore(at.plus(BESIDE)) ? "ui.spot.beside.soFar"
                : "ui.spot.beside.partly", after.size(), minutes);
    }

    private static DoubleStream stream(Series values) {
        return IntStream.range(0, values.size()).mapToDouble(values::value);
    }

    private static double sum(Series values) {
        return stream(values).sum();
    }

    private static double worst(Series values) {
        return stream(values).max().orElse(0);
    }
}
