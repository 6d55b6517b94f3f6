package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.sandbox.clockwork.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A metric alarm. Says its reasons as CloudWatch does.
public final class SimulatedAlarm implements Alarm {

    public enum Comparison {
        GREATER("GreaterThanThreshold", "greater than"), LESS("LessThanThreshold", "less than");

        private final String operator;
        private final String words;

        Comparison(String operator, String words) {
            this.operator = operator;
            this.words = words;
        }
    }

    /// How a period without a point counts.
    public enum Missing { MISSING, BREACHING, NOT_BREACHING }

    /// @param of      how many periods are looked at
    /// @param actions ARNs of what it notifies
    public record Definition(String name, Signal signal, int periodSeconds, int of, Comparison comparison,
            double threshold, Missing missing, List<String> actions) {}

    private record Point(long at, double value) {}

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final MetricKey METRIC_MATH = new MetricKey("", "", Map.of());

    private final Definition definition;
    private final Place place;
    private final AlarmPast past;

    public SimulatedAlarm(Definition definition, Place place, long created) {
        this.definition = definition;
        this.place = place;
        past = new AlarmPast(definition.name(), created);
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String state() {
        return past.state();
    }

    @Override
    public Stream<AlarmTurn> turns() {
        return past.turns();
    }

    /// Puts it into a state until the next evaluation finds another, as `SetAlarmState` does.
    public void force(String newState, String newReason, long now) {
        past.reach(newState, newReason, now);
    }

    @Override
    public void evaluate(long now) {
        String found = judge(now);
        if (!found.equals(past.state())) {
            force(found, explain(found, points(now)), now);
        }
    }

    /// Newest period first, because one that does not breach already decides.
    private String judge(long now) {
        boolean anyData = false;
        boolean breaching = true;
        for (int index = 0; index < definition.of() && (breaching || !anyData); index++) {
            double value = value(now, index);
            anyData |= !Double.isNaN(value);
            breaching &= breaches(value);
        }
        if (!anyData && definition.missing() == Missing.MISSING) {
            return "INSUFFICIENT_DATA";
        }
        return breaching ? "ALARM" : "OK";
    }

    /// @param index 0 for the newest period
    private double value(long now, int index) {
        long from = now - (index + 1L) * definition.periodSeconds();
        return definition.signal().value(from, from + definition.periodSeconds());
    }

    /// Newest first.
    private List<Point> points(long now) {
        return IntStream.range(0, definition.of()).mapToObj(
                index -> new Point(now - (index + 1L) * definition.periodSeconds(), value(now, index))).toList();
    }

    private boolean breaches(double value) {
        if (Double.isNaN(value)) {
            return definition.missing() == Missing.BREACHING;
        }
        return definition.comparison() == Comparison.GREATER ? value > definition.threshold()
                : value < definition.threshold();
    }

    private String explain(String found, List<Point> points) {
        List<Point> known = points.stream().filter(point -> !Double.isNaN(point.value())).toList();
        int of = definition.of();
        if (found.equals("INSUFFICIENT_DATA")) {
            return "Insufficient Data: " + counted(of, "datapoint") + (of == 1 ? " was" : " were") + " unknown.";
        }
        if (known.isEmpty()) {
            return "Threshold Crossed: no datapoints were received for " + counted(of, "period") + " and "
                    + counted(of, "missing datapoint") + (of == 1 ? " was" : " were") + " treated as ["
                    + (definition.missing() == Missing.BREACHING ? "Breaching" : "NonBreaching") + "].";
        }
        boolean alarm = found.equals("ALARM");
        int meant = alarm ? known.size() : (int) known.stream().filter(point -> !breaches(point.value())).count();
        List<Point> shown = alarm ? known : known.stream().filter(point -> !breaches(point.value())).toList();
        String list = shown.stream()
                .map(point -> number(point.value()) + " (" + STAMP.format(Instant.ofEpochSecond(point.at())) + ")")
                .collect(Collectors.joining(", "));
        return "Threshold Crossed: " + meant + " out of the last " + of + " datapoints [" + list + "] "
                + (meant == 1 ? "was" : "were") + (alarm ? " " : " not ") + definition.comparison().words
                + " the threshold (" + number(definition.threshold()) + ") (minimum "
                + counted(alarm ? of : 1, "datapoint") + " for " + (alarm ? "OK -> ALARM" : "ALARM -> OK")
                + " transition).";
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }

    @Override
    public CloudAlarm view() {
        MetricKey key = METRIC_MATH;
        String statistic = "";
        if (definition.signal() instanceof Signal.OfMetric metric) {
            key = metric.key();
            statistic = metric.statistic();
        }
        var view = new CloudAlarm(name(), place.arn("cloudwatch", "alarm:" + name()), false, past.state(),
                past.reason(), past.since(), key.namespace(), key.name(), statistic,
                statistic.isEmpty() ? Duration.ZERO : Duration.ofSeconds(definition.periodSeconds()), key.dimensions(),
                definition.comparison().operator, OptionalDouble.of(definition.threshold()), definition.actions());
        return definition.signal() instanceof Signal.OfMath computed ? view.over(computed.math()) : view;
    }
}
