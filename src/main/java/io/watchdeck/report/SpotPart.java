package io.watchdeck.report;

import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.model.Severity;
import io.watchdeck.report.Document.Bullet;
import io.watchdeck.report.Document.Bullets;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.OfService;
import io.watchdeck.report.HandOver.OfStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What Spot took, how soon it was replaced, and the rate with the share of the time that it is of.
record SpotPart(HandOver facts, Telling tell) {

    static final int MOST = 100;

    private record Taken(OfStack stack, OfService of, Interruption one) {}

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "spot", tell.say("report.spot")));
        var rates = new ArrayList<Bullet>();
        var taken = new ArrayList<Taken>();
        for (OfStack stack : facts.stacks()) {
            for (OfService one : stack.spot().services()) {
                rates.add(Bullet.of(rate(stack, one)));
                one.interruptions().forEach(each -> taken.add(new Taken(stack, one, each)));
            }
            if (!stack.spot().failures().isEmpty()) {
                rates.add(new Bullet(Optional.of(Severity.WARNING), tell.say("report.spot.unplaced", stack.name(),
                        stack.spot().failures().size(), tell.at(stack.spot().failures().getFirst().at()))));
            }
        }
        if (rates.isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.spot.none")));
            return parts;
        }
        parts.add(new Bullets(rates));
        taken.sort(Comparator.comparing(each -> each.one().at()));
        if (!taken.isEmpty()) {
            parts.add(new Table(tell.say("report.spot"), List.of(tell.say("report.column.notice"),
                    tell.say("report.column.service"), tell.say("report.column.task"),
                    tell.say("report.column.stopped"), tell.say("report.column.replacedAfter"),
                    tell.say("report.column.reason")), 5, taken.stream().limit(MOST).map(this::row).toList()));
        }
        if (taken.size() > MOST) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.more", taken.size() - MOST)));
        }
        return parts;
    }

    /// With the share of the time in which interruptions would have been seen, where that is not all of it.
    private String rate(OfStack stack, OfService one) {
        InterruptionRate rate = one.rate();
        String watched = rate.attendance().isAny() ? tell.say("report.spot.watched",
                tell.span(rate.attendance().watched().length()), tell.span(facts.range().length()))
                : tell.say("report.spot.unwatched");
        if (rate.percent().isEmpty()) {
            return tell.say("report.spot.noTasks", one.spec().name(), stack.name(), watched);
        }
        String plan = one.spec().expected().interruptions().map(percent -> tell.say("report.spot.planRate",
                tell.words().number(percent.from()), tell.words().number(percent.to()))
                + (facts.range().length().compareTo(Duration.ofDays(1)) < 0 ? " " + tell.say("report.spot.short") : ""))
                .orElse("");
        return tell.say("report.spot.rate", one.spec().name(), stack.name(), rate.interrupted(), rate.ran(),
                tell.words().number(rate.percent().getAsDouble(), 1), plan, watched);
    }

    /// A task may run in the place of another before that has stopped.
    static Function<Duration, String> saying(Telling tell) {
        return waited -> waited.isZero() ? tell.say("report.spot.before")
                : tell.say("report.spot.after", tell.span(waited));
    }

    private Row row(Taken taken) {
        Interruption one = taken.one();
        String task = one.task().substring(one.task().lastIndexOf('/') + 1);
        Optional<Duration> waited = one.timeToReplacement();
        Optional<Duration> expected = taken.of().spec().expected().replacement();
        String replaced = waited.map(saying(tell)).orElseGet(() -> tell.say(one.replacement().isPresent()
                ? "report.spot.unknownStop" : "report.spot.notYet"));
        String plan = expected.map(most -> tell.say("report.spot.planned", tell.span(most))).orElse("");
        boolean late = waited.isPresent() && expected.isPresent() && waited.get().compareTo(expected.get()) > 0;
        return new Row.Line(List.of(Cell.of(Look.TIME, tell.exactly(one.at())),
                Cell.of(taken.of().spec().name()).below(taken.stack().name()),
                Cell.of(task.length() > 8 ? task.substring(0, 8) : task)
                        .below(one.age().map(age -> tell.say("report.spot.age", tell.span(age))).orElse("")),
                Cell.of(one.stoppedAt().map(tell::exactly).orElseGet(() -> tell.say("report.notKnown")))
                        .below(one.zone()),
                Cell.of(late ? Look.WARNING : Look.PLAIN, replaced).below(plan),
                Cell.of(one.reason().isBlank() ? tell.say("report.notKnown") : one.reason())), false);
    }
}
