package io.watchdeck.report;

import io.watchdeck.model.TimeRange;
import io.watchdeck.report.Chart.Plot;
import io.watchdeck.report.Chart.Tick;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Picture;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.Measured;
import io.watchdeck.report.HandOver.OfStack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chart of each stack: requests, errors, tasks and connections above the lanes of what happened.
record ChartPart(HandOver facts, Telling tell) {

    /// Components of a kind; of more, those to which something happened.
    private static final int COMPONENTS = 3;
    private static final int TICKS = 9;
    private static final List<Duration> STEPS = Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880,
            10_080, 20_160, 40_320).map(Duration::ofMinutes).toList();

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "charts", tell.say("report.charts")));
        parts.add(new Paragraph(Tone.MUTED, tell.say("report.charts.how", tell.words().zone().getId())));
        facts.stacks().forEach(stack -> {
            Set<String> shown = shown(stack);
            List<Plot> plots = plots(stack, shown);
            parts.add(new Picture(new Chart(stack.name(), facts.range(), plots,
                    new LanePlan(facts, tell).lanes(stack), ticks())));
            List<String> left = stack.metrics().stream().map(one -> one.id().component()).distinct()
                    .filter(name -> !shown.contains(name)).toList();
            if (!left.isEmpty()) {
                parts.add(new Paragraph(Tone.MUTED, tell.say("report.charts.left", tell.words().list(left))));
            }
        });
        return parts;
    }

    /// Of each kind of component the first ones, those that had alarms before those that Spot interrupted, and these before
    /// those to which anything else happened.
    private static Set<String> shown(OfStack stack) {
        Comparator<String> concern = concern(stack);
        Map<Object, List<String>> byKind = new LinkedHashMap<>();
        stack.metrics().forEach(one -> byKind.computeIfAbsent(one.metric().kind(), _ -> new ArrayList<>())
                .add(one.id().component()));
        return byKind.values().stream().flatMap(names -> names.stream().distinct()
                .sorted(concern).limit(COMPONENTS)).collect(Collectors.toSet());
    }

    private static Comparator<String> concern(OfStack stack) {
        Set<String> alarmed = stack.alarms().stream().map(one -> one.occurrence().key().on().name())
                .collect(Collectors.toSet());
        Set<String> interrupted = stack.spot().interruptions().stream().map(one -> one.service().service())
                .collect(Collectors.toSet());
        Set<String> others = stack.events().stream().flatMap(one -> one.component().stream()).map(one -> one.name())
                .collect(Collectors.toSet());
        return Comparator.comparing((String name) -> !alarmed.contains(name))
                .thenComparing(name -> !interrupted.contains(name)).thenComparing(name -> !others.contains(name));
    }

    /// Those of a metric together, in the order of their concern.
    private static List<Measured> ordered(OfStack stack) {
        List<String> metrics = stack.metrics().stream().map(one -> one.id().metric()).distinct().toList();
        return stack.metrics().stream()
                .sorted(Comparator.comparing((Measured one) -> metrics.indexOf(one.id().metric()))
                        .thenComparing(one -> one.id().component(), concern(stack)))
                .toList();
    }

    private List<Plot> plots(OfStack stack, Set<String> shown) {
        var plan = new PlotPlan(facts.range(), tell);
        var plots = new ArrayList<Plot>();
        for (Measured one : ordered(stack)) {
            if (shown.contains(one.id().component()) && !one.id().metric().equals("service.desired")) {
                Optional<Measured> aim = stack.metrics().stream()
                        .filter(other -> one.id().metric().equals("service.running")
                                && other.id().metric().equals("service.desired")
                                && other.id().component().equals(one.id().component()))
                        .findFirst();
                plots.add(plan.plot(one, aim));
            }
        }
        return plots;
    }

    /// At whole steps of the reader's clock.
    private List<Tick> ticks() {
        TimeRange range = facts.range();
        Duration step = STEPS.stream().filter(one -> range.length().dividedBy(one) <= TICKS).findFirst()
                .orElse(Duration.ofDays(Math.max(28, range.length().toDays() / TICKS)));
        var ticks = new ArrayList<Tick>();
        ZonedDateTime day = range.from().atZone(tell.words().zone()).toLocalDate().atStartOfDay(tell.words().zone());
        boolean days = step.compareTo(Duration.ofDays(1)) >= 0;
        ZonedDateTime next = day;
        while (next.toInstant().isBefore(range.to())) {
            Instant at = next.toInstant();
            if (!at.isBefore(range.from())) {
                boolean midnight = next.toLocalTime().toSecondOfDay() == 0;
                ticks.add(new Tick(at, midnight ? tell.words().day(next.toLocalDate()) : tell.words().clock(at)));
            }
            next = days ? next.plusDays(step.toDays()) : after(next, step);
        }
        return ticks;
    }

    /// A day begins anew, also where it has 23 or 25 hours.
    private static ZonedDateTime after(ZonedDateTime at, Duration step) {
        ZonedDateTime tomorrow = at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
        ZonedDateTime next = at.plus(step);
        return next.isAfter(tomorrow) ? tomorrow : next;
    }
}
